using static Recipes.Tests.Formulas.Optimizers.Regression;

namespace Recipes.Tests.Formulas.Optimizers;

/// <summary>An optimizer for each of the golden values, by its name there: the same settings, a state of its own for each tensor.</summary>
internal static partial class OptimizerCases
{
    /// <summary>Makes the optimizer of a tensor; it is told whether that is the matrix.</summary>
    public static SortedDictionary<string, Func<bool, Update>> All => new(
        s_elements.Concat(s_tensors).Concat(s_units).ToDictionary(pair => pair.Key, pair => pair.Value), StringComparer.Ordinal);
}
