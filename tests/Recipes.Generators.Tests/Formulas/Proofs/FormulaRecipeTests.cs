using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Formulas;
using Recipes.Generators.Reading;
using Recipes.Generators.Rules;
using Recipes.Generators.Tests.Formulas.Kernels;
using Recipes.Generators.Tests.Harness;
using Recipes.Training;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Every formula of the library as its users declare it.</summary>
public sealed class FormulaRecipeTests
{
    private const string OutOfRange = "RCP0018";

    /// <summary>Every knob has a range, and a value beyond either end is refused at its place.</summary>
    [Fact]
    public async Task A_knob_beyond_its_range_is_refused()
    {
        var recipes = new List<string>();
        var expected = new List<string>();
        foreach (FormulaDefinition formula in LibraryFormulas.All.Values.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            foreach (FormulaParameter knob in formula.Parameters.Where(p => p.Role == FormulaRole.Knob))
            {
                Assert.True(EagerFormula.Library(formula.Name).Parameter(knob.Name).IsDefined(typeof(RangeAttribute)), $"{knob.Name} of {formula.Name} has no range.");
                foreach (double value in Beyond(knob))
                {
                    string name = $"R{recipes.Count}";
                    recipes.Add(FormulaRecipes.With(formula, name, knob.Name, value));
                    expected.Add($"{name}: {char.ToUpperInvariant(knob.Name[0])}{knob.Name[1..]} of [{formula.Name}]");
                }
            }
        }

        ImmutableArray<Diagnostic> found = await AnalyzerRunner.RunAsync(new RecipeAnalyzer(), TestCompilation.Create(string.Join("\n", recipes)));
        string text = string.Join("\n", recipes);
        IEnumerable<string> reported = found.Where(d => d.Id == OutOfRange).Select(d =>
        {
            int next = text.IndexOf("public partial class ", d.Location.SourceSpan.Start, StringComparison.Ordinal) + "public partial class ".Length;
            string message = d.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            return $"{text[next..text.IndexOf(';', next)]}: {message[..message.IndexOf(" is ", StringComparison.Ordinal)]}";
        });
        Assert.Equal(expected, reported);
        Assert.True(expected.Count > 100);
    }

    /// <summary>A training step of a real trainer allocates nothing, over ends of epochs too.</summary>
    [Fact]
    public void A_step_of_a_recipe_allocates_nothing()
    {
        foreach ((FormulaRecipe recipe, Type driver) in Drivers(FormulaRecipes.All().Where(r => Thoroughness.Includes(r.Name, 4))))
        {
            long bytes = (long)driver.GetMethod("Bytes")!.Invoke(null, [MakeSplits(recipe), Options(1)])!;
            Assert.True(bytes == 0, $"100 steps allocate {bytes} bytes: {recipe.Text}");
        }
    }

    /// <summary>Weights, averages and all that an update keeps, whatever the number of threads, and where a run goes on from a checkpoint in the middle of an epoch.</summary>
    [Fact]
    public void An_update_of_a_recipe_is_the_same_to_the_bit_with_more_threads_and_after_a_checkpoint()
    {
        string folder = Directory.CreateTempSubdirectory("recipes-").FullName;
        try
        {
            foreach ((FormulaRecipe recipe, Type driver) in Drivers(FormulaRecipes.OfUpdates()))
            {
                string Run(string name, int threads, string? from, int steps)
                {
                    string file = Path.Combine(folder, name);
                    driver.GetMethod("Run")!.Invoke(null, [MakeSplits(recipe), Options(threads), from, steps, file]);
                    return file;
                }

                string whole = Run("whole", 1, null, 23), half = Run("half", 2, null, 12);
                foreach (string other in (string[])[Run("threads", 3, null, 23), Run("resumed", 1, half, 11)])
                {
                    using CheckpointReader expected = new(whole), actual = new(other);
                    foreach (string section in (string[])["parameters", "optimizer state", "averages"])
                        Assert.True(expected.Values<int>(section).AsSpan().SequenceEqual(actual.Values<int>(section)), $"The {section} of {Path.GetFileName(other)} differ: {recipe.Text}");
                }

                // Something was trained.
                using CheckpointReader early = new(half), late = new(whole);
                Assert.NotEqual(early.Values<int>("parameters"), late.Values<int>("parameters"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Generates and compiles recipes, each with a class that runs its trainer.</summary>
    private static IEnumerable<(FormulaRecipe Recipe, Type Driver)> Drivers(IEnumerable<FormulaRecipe> chosen)
    {
        FormulaRecipe[] recipes = [.. chosen];
        string drivers = string.Concat(recipes.Select(r => $$"""
            public static class DriverOf{{r.Name}}
            {
                public static long Bytes(Splits splits, TrainingOptions options)
                {
                    using var trainer = new {{r.Name}}.Trainer(splits, options);
                    for (int i = 0; i < 40; i++) trainer.Step();
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    for (int i = 0; i < 100; i++) trainer.Step();
                    return GC.GetAllocatedBytesForCurrentThread() - before;
                }

                public static void Run(Splits splits, TrainingOptions options, string? from, int steps, string to)
                {
                    using var trainer = new {{r.Name}}.Trainer(splits, options);
                    if (from is not null) trainer.Load(from);
                    for (int i = 0; i < steps; i++) trainer.Step();
                    trainer.Save(to);
                }
            }

            """));
        CSharpCompilation input = TestCompilation.Create([.. recipes.Select(r => r.Text)]);
        GeneratorRun run = GeneratorRun.Of(new RecipeGenerator(), input);
        foreach (FormulaRecipe recipe in recipes) Assert.True(run.Sources.ContainsKey(recipe.Name + ".g.cs"), $"Nothing is generated for {recipe.Text}");

        Assembly assembly = input.AddSyntaxTrees(run.Sources.Select(s => TestCompilation.Parse(Emitted.OnlyWidth(s.Value, 256), s.Key)))
            .AddSyntaxTrees(TestCompilation.Parse("#nullable enable\n" + drivers, "Drivers.cs")).Load();
        return recipes.Select(r => (r, assembly.GetType("DriverOf" + r.Name)!));
    }

    private static TrainingOptions Options(int threads) =>
        new() { Threads = threads, NoiseTransition = new[,] { { 0.8, 0.1, 0.1 }, { 0.1, 0.8, 0.1 }, { 0.1, 0.1, 0.8 } } };

    /// <summary>A value below the least and one above the greatest, where there is such a thing.</summary>
    private static IEnumerable<double> Beyond(FormulaParameter knob)
    {
        if (double.IsFinite(knob.Minimum)) yield return knob.ExclusiveMinimum ? knob.Minimum : knob.Minimum - 1;
        if (double.IsFinite(knob.Maximum)) yield return knob.ExclusiveMaximum ? knob.Maximum : knob.Maximum + 1;
        yield return double.NaN;
    }

    /// <summary>Rows with all that a loss may be given.</summary>
    private static Splits MakeSplits(FormulaRecipe recipe)
    {
        const int rows = 200;
        var random = new Random(1);
        (float[,] features, float[,] logits, float[,] probabilities, float[,] targets) = (new float[rows, 6], new float[rows, 3], new float[rows, 3], new float[rows, Math.Max(1, recipe.Targets)]);
        (int[] labels, int[] groups, int[] domains, float[] weights, bool[,] several) = (new int[rows], new int[rows], new int[rows], new float[rows], new bool[rows, 3]);
        for (int i = 0; i < rows; i++)
        {
            (labels[i], groups[i], domains[i], weights[i]) = (i % 3, i / 3 % 2, i / 6 % 2, 0.5f + random.NextSingle());
            for (int j = 0; j < 6; j++) features[i, j] = random.NextSingle() - 0.5f + (j % 3 == labels[i] ? 1 : 0);
            for (int c = 0; c < 3; c++) (logits[i, c], probabilities[i, c], several[i, c]) = (features[i, c], c == labels[i] ? 0.5f : 0.25f, features[i, c] > 0.5f);
            // Some losses take numbers above 0 alone.
            for (int k = 0; k < targets.GetLength(1); k++) targets[i, k] = 1 + features[i, k] * features[i, k];
        }

        Dataset data = recipe.Task switch
        {
            LearnedTask.Regression => Dataset.FromFeatures(features).WithTargets(targets),
            LearnedTask.MultiLabel => Dataset.FromFeatures(features).WithMultiLabels(several),
            _ => Dataset.FromArrays(features, labels).WithSoftTargets(probabilities).WithTeacherLogits(logits),
        };
        return data.WithGroups(groups).WithDomains(domains).WithSampleWeights(weights).Split(train: .4, validation: .2, calibration: .2, test: .2);
    }
}
