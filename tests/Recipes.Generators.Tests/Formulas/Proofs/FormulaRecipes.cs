using System.Globalization;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Recipes that declare the formulas of the library, several each.</summary>
internal static class FormulaRecipes
{
    private const int LossesOfOne = 5;
    private const int LayersOfOne = 3;

    /// <summary>What a formula may be given that a recipe cannot give it yet.</summary>
    private static readonly FormulaRole[] s_notInRecipes =
    [
        FormulaRole.OtherLogits, FormulaRole.SoftTarget, FormulaRole.MultiLabel, FormulaRole.Teacher, FormulaRole.ClassCounts, FormulaRole.ClassPrior,
        FormulaRole.Transition, FormulaRole.Outputs, FormulaRole.Targets, FormulaRole.Target, FormulaRole.Embedding, FormulaRole.OtherEmbedding, FormulaRole.Group,
        FormulaRole.Domain, FormulaRole.SampleWeight, FormulaRole.Running, FormulaRole.RunningRow, FormulaRole.ExampleMemory, FormulaRole.LearnedAxisRow,
        FormulaRole.LearnedMatrix,
    ];

    /// <summary>Recipes, named R0, R1, …, that use every formula of the library that a recipe can; each with what it uses.</summary>
    public static IReadOnlyList<(string Text, string[] Formulas)> All()
    {
        ILookup<FormulaKind, FormulaDefinition> byKind = LibraryFormulas.All.Values
            .Where(f => !f.Parameters.Any(p => s_notInRecipes.Contains(p.Role))).OrderBy(f => f.Name, StringComparer.Ordinal).ToLookup(f => f.Kind);
        FormulaDefinition[][] losses = [.. byKind[FormulaKind.Loss].Chunk(LossesOfOne)];
        FormulaDefinition[][] layers = [.. byKind[FormulaKind.Activation].Concat(byKind[FormulaKind.Layer]).Chunk(LayersOfOne)];
        FormulaKind[] once = [.. Enum.GetValues<FormulaKind>().Except([FormulaKind.Loss, FormulaKind.Activation, FormulaKind.Layer, FormulaKind.Optimizer])];
        FormulaDefinition[] optimizers = [.. byKind[FormulaKind.Optimizer]];
        int count = once.Select(kind => byKind[kind].Count()).Append(losses.Length).Append(layers.Length).Append(optimizers.Length).Max();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            FormulaDefinition[] network = layers[i % layers.Length], terms = losses[i % losses.Length];
            FormulaDefinition optimizer = optimizers[i % optimizers.Length];
            FormulaDefinition[] others = [.. once.Where(kind => i < byKind[kind].Count()).Select(kind => byKind[kind].ElementAt(i))];
            string text = $"""
                [Recipe(Epochs = 100000, BatchSize = 16, Seed = 1)]
                [Input(6), {string.Join(", ", network.Select(l => $"Dense(10), {Use(l)}"))}, Dense(3)]
                [{string.Join(", ", terms.Select(t => Use(t)))}]
                [{string.Join(", ", others.Append(optimizer).Select(f => Use(f)))}]
                public partial class R{i};

                """;
            return (text, network.Concat(terms).Concat(others).Append(optimizer).Select(f => f.Name).ToArray());
        })];
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
