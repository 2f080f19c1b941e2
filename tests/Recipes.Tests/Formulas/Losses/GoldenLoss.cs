using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Recipes.Tests.Formulas.Losses;

/// <summary>A loss's values and gradient as another program computes them: a line of tests/golden/losses_*.json.</summary>
/// <param name="Loss">The formula.</param>
/// <param name="Version">Where the numbers come from.</param>
/// <param name="Knobs">The knobs that are not at their defaults.</param>
/// <param name="Values">The loss of each row.</param>
/// <param name="Gradient">The gradient [rows, classes] of the mean.</param>
/// <param name="Detached">Whether a value is held fixed, so that differences of the loss are not its gradient.</param>
/// <param name="Learned">The learned values.</param>
/// <param name="LearnedGradient">The gradient of the mean by each of them.</param>
/// <param name="Memory">What the rows remember [rows, classes].</param>
/// <param name="MemoryAfter">What they remember then.</param>
internal sealed record GoldenLoss(
    string Loss, string Version, Dictionary<string, double>? Knobs, double[] Values, double[][] Gradient, bool Detached,
    Dictionary<string, double>? Learned, Dictionary<string, double>? LearnedGradient, double[][]? Memory, double[][]? MemoryAfter)
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The batch [rows, classes] of tests/golden/losses_common.py.</summary>
    public static readonly double[][] Logits =
    [
        [1.5, -0.5, 0.25, 3.1],
        [-2.1, 0.45, 0.75, -1.2],
        [30.0, -20.0, 5.2, 0.15],
        [0.1, 0.2, 0.3, 0.45],
        [2.05, 1.55, -1.3, 0.35],
        [-4.2, 6.5, 1.1, 2.3],
    ];

    /// <summary>Its labels.</summary>
    public static readonly int[] Labels = [3, 0, 2, 1, 0, 1];

    /// <summary>Every line of every file, by a name that says what it is.</summary>
    public static readonly SortedDictionary<string, GoldenLoss> All = new(
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "golden"), "losses_*.json")
            .SelectMany(file => JsonSerializer.Deserialize<GoldenLoss[]>(File.ReadAllText(file), s_options)!)
            .ToDictionary(golden => golden.ToString()), StringComparer.Ordinal);

    /// <summary>The formula, its knobs and its learned values.</summary>
    public override string ToString() =>
        Loss + "(" + string.Join(", ", (Knobs ?? []).Concat(Learned ?? []).Select(k => FormattableString.Invariant($"{k.Key}: {k.Value}"))) + ")";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
