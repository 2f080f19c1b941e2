using System.Globalization;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>A recipe that declares formulas of the library.</summary>
/// <param name="Name">The class.</param>
/// <param name="Text">Its source.</param>
/// <param name="Formulas">What it declares.</param>
/// <param name="Task">What it learns.</param>
/// <param name="Targets">Of a regression the number of targets.</param>
internal sealed record FormulaRecipe(string Name, string Text, string[] Formulas, LearnedTask Task, int Targets = 0);

/// <summary>Recipes that declare the formulas of the library, several each.</summary>
internal static class FormulaRecipes
{
    private const int LossesOfOne = 5;
    private const int LayersOfOne = 3;
    private const int Classes = 3;

    private static readonly Lazy<ILookup<FormulaKind, FormulaDefinition>> s_byKind = new(() => LibraryFormulas.All.Values.OrderBy(f => f.Name, StringComparer.Ordinal).ToLookup(f => f.Kind));

    /// <summary>What averages by itself stands last, where there is no other average.</summary>
    private static FormulaDefinition[] Optimizers => [.. s_byKind.Value[FormulaKind.Optimizer].OrderBy(f => f.Parameters.Any(p => p.Role == FormulaRole.Averaged))];

    /// <summary>Recipes, named R0, R1, …, that use every formula of the library.</summary>
    public static IReadOnlyList<FormulaRecipe> All()
    {
        ILookup<FormulaKind, FormulaDefinition> byKind = s_byKind.Value;
        (LearnedTask Task, int Targets, int Width, FormulaDefinition[] Terms)[] losses = [.. byKind[FormulaKind.Loss].GroupBy(Learns).OrderBy(g => g.Key.Task).SelectMany(g => g.Chunk(LossesOfOne).Select(terms => (g.Key.Task, g.Key.Targets, g.Key.Width, terms)))];
        FormulaDefinition[][] layers = [.. byKind[FormulaKind.Activation].Concat(byKind[FormulaKind.Layer]).Chunk(LayersOfOne)];
        FormulaKind[] once = [.. Enum.GetValues<FormulaKind>().Except([FormulaKind.Loss, FormulaKind.Activation, FormulaKind.Layer, FormulaKind.Optimizer])];
        FormulaDefinition[] optimizers = Optimizers;
        int count = once.Select(kind => byKind[kind].Count()).Append(losses.Length).Append(layers.Length).Append(optimizers.Length).Max();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            FormulaDefinition[] network = layers[i % layers.Length];
            (LearnedTask task, int targets, int width, FormulaDefinition[] terms) = losses[i % losses.Length];
            FormulaDefinition[] others = [.. once.Where(kind => i < byKind[kind].Count()).Select(kind => byKind[kind].ElementAt(i)), optimizers[i % optimizers.Length]];
            string[] needs = [.. terms.SelectMany(t => t.Parameters).Select(p => TermNeeds.Of(p)?.Example).OfType<string>().Distinct()];
            string learns = task switch { LearnedTask.Regression => $"[Targets({targets})]\n", LearnedTask.MultiLabel => "[MultiLabel]\n", _ => "" };
            string text = $"""
                [Recipe(Epochs = 100000, BatchSize = 16, Seed = 1)]
                [Input(6), {string.Join(", ", network.Select(l => $"Dense(10), {Use(l)}"))}, Dense({width})]
                {learns}{string.Concat(needs)}
                [{string.Join(", ", terms.Select(t => Use(t)))}]
                [{string.Join(", ", others.Select(f => Use(f)))}]
                public partial class R{i};

                """;
            return new FormulaRecipe($"R{i}", text, [.. network.Concat(terms).Concat(others).Select(f => f.Name)], task, targets);
        })];
    }

    /// <summary>Small recipes, named U0, U1, …, each with an optimizer, a gradient transform and an average; all of them are used.</summary>
    public static IReadOnlyList<FormulaRecipe> OfUpdates()
    {
        FormulaDefinition[] transforms = [.. s_byKind.Value[FormulaKind.GradientTransform]], averages = [.. s_byKind.Value[FormulaKind.Averaging]];
        return [.. Optimizers.Select((optimizer, i) =>
        {
            FormulaDefinition[] update = [transforms[i % transforms.Length], optimizer, .. optimizer.Parameters.Any(p => p.Role == FormulaRole.Averaged) ? [] : new[] { averages[i % averages.Length] }];
            string text = $"""
                [Recipe(Epochs = 100, BatchSize = 16, Seed = 1)]
                [Input(6), Dense(40), Tanh, Dense({Classes})]
                [CrossEntropy, {string.Join(", ", update.Select(f => Use(f)))}]
                public partial class U{i};

                """;
            return new FormulaRecipe($"U{i}", text, [.. update.Select(f => f.Name)], LearnedTask.Classification);
        })];
    }

    /// <summary>What a recipe with a loss learns, how many targets it has, and how wide its last layer is.</summary>
    private static (LearnedTask Task, int Targets, int Width) Learns(FormulaDefinition loss)
    {
        LearnedTask task = Enum.GetValues<LearnedTask>().Where(t => loss.Parameters.All(p => TermNeeds.Fits(p, t))).Append((LearnedTask)(-1)).First();
        Assert.True(Enum.IsDefined(task), $"No recipe can have {loss.Name}.");
        if (task != LearnedTask.Regression) return (task, 0, Classes);
        int targets = loss.Parameters.Any(p => p.Role == FormulaRole.Target) ? 1 : 2;
        return (task, targets, targets * Math.Max(1, loss.Parameters.Count(p => p.Role == FormulaRole.Outputs)));
    }

    /// <summary>A use of a formula's attribute, with <paramref name="knob"/> at <paramref name="value"/>.</summary>
    public static string Use(FormulaDefinition formula, string? knob = null, double value = 0)
    {
        Dictionary<string, object> defaults = KnobSettings.Defaults(formula);
        string Number(FormulaParameter p) => Literal(p.Name == knob ? value : (double)defaults[p.Name]);
        List<string> arguments = [.. formula.Kind == FormulaKind.Optimizer ? ["1e-5"] : (string[])[]];
        foreach (FormulaParameter parameter in formula.Parameters.Where(p => p.Role == FormulaRole.Knob && p.Default is null)) arguments.Add(Number(parameter));
        foreach (FormulaParameter parameter in formula.Parameters.Where(p => p.Role == FormulaRole.Knob && p.Default is not null && p.Name == knob))
            arguments.Add($"{KnobNames.PropertyOf(parameter.Name)} = {Number(parameter)}");
        return formula.Name + (arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})");
    }

    /// <summary>A recipe with one formula, whose knob has a value.</summary>
    public static string With(FormulaDefinition formula, string name, string knob, double value)
    {
        string use = Use(formula, knob, value);
        bool isLayer = formula.Kind is FormulaKind.Activation or FormulaKind.Layer;
        return $"""
            [Recipe, Input(6), Dense(10){(isLayer ? ", " + use : "")}, Dense(3)]
            [{(formula.Kind == FormulaKind.Loss ? use : "CrossEntropy")}, {(formula.Kind == FormulaKind.Optimizer ? use : "AdamW(1e-3)")}{(isLayer || formula.Kind is FormulaKind.Loss or FormulaKind.Optimizer ? "" : ", " + use)}]
            public partial class {name};

            """;
    }

    private static string Literal(double value) => double.IsNaN(value) ? "double.NaN" : value.ToString("R", CultureInfo.InvariantCulture);
}
