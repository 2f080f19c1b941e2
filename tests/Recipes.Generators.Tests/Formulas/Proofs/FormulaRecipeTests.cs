using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Formulas;
using Recipes.Generators.Rules;
using Recipes.Generators.Tests.Formulas.Kernels;
using Recipes.Generators.Tests.Harness;

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
        var recipes = FormulaRecipes.All().Select((recipe, i) => (recipe.Text, recipe.Formulas, Name: $"R{i}")).Where(r => Thoroughness.Includes(r.Name, 4)).ToArray();
        string measure = string.Concat(recipes.Select(r => $$"""
            public static class Measure{{r.Name}}
            {
                public static long Bytes(Splits splits)
                {
                    using var trainer = new {{r.Name}}.Trainer(splits, new TrainingOptions { Threads = 1 });
                    for (int i = 0; i < 40; i++) trainer.Step();
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    for (int i = 0; i < 100; i++) trainer.Step();
                    return GC.GetAllocatedBytesForCurrentThread() - before;
                }
            }

            """));
        CSharpCompilation input = TestCompilation.Create([.. recipes.Select(r => r.Text)]);
        GeneratorRun run = GeneratorRun.Of(new RecipeGenerator(), input);
        foreach (var recipe in recipes) Assert.True(run.Sources.ContainsKey(recipe.Name + ".g.cs"), $"Nothing is generated for {recipe.Text}");

        Assembly assembly = input.AddSyntaxTrees(run.Sources.Select(s => TestCompilation.Parse(Emitted.OnlyWidth(s.Value, 256), s.Key)))
            .AddSyntaxTrees(TestCompilation.Parse(measure, "Measure.cs")).Load();
        Splits splits = MakeSplits();
        foreach (var recipe in recipes)
        {
            long bytes = (long)assembly.GetType("Measure" + recipe.Name)!.GetMethod("Bytes")!.Invoke(null, [splits])!;
            Assert.True(bytes == 0, $"100 steps allocate {bytes} bytes: {recipe.Text}");
        }
    }

    /// <summary>A value below the least and one above the greatest, where there is such a thing.</summary>
    private static IEnumerable<double> Beyond(FormulaParameter knob)
    {
        if (double.IsFinite(knob.Minimum)) yield return knob.ExclusiveMinimum ? knob.Minimum : knob.Minimum - 1;
        if (double.IsFinite(knob.Maximum)) yield return knob.ExclusiveMaximum ? knob.Maximum : knob.Maximum + 1;
        yield return double.NaN;
    }

    private static Splits MakeSplits()
    {
        var random = new Random(1);
        var features = new float[200, 6];
        var labels = new int[200];
        for (int i = 0; i < 200; i++)
        {
            labels[i] = i % 3;
            for (int j = 0; j < 6; j++) features[i, j] = (float)(random.NextDouble() - 0.5) + (j % 3 == labels[i] ? 1 : 0);
        }

        return Dataset.FromArrays(features, labels).Split(train: .4, validation: .2, calibration: .2, test: .2);
    }
}
