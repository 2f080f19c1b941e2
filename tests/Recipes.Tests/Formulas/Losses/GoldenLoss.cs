using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Recipes.Tests.Formulas.Losses;

/// <summary>A loss's values and gradients as another program computes them: a line of tests/golden/losses_*.json.</summary>
/// <param name="Loss">The formula.</param>
/// <param name="Version">Where the numbers come from.</param>
/// <param name="Knobs">The knobs that are not at their defaults.</param>
/// <param name="Values">The loss of each row.</param>
/// <param name="Gradients">The gradients of the mean, by the names that <see cref="MovingName"/> gives.</param>
/// <param name="Learned">The learned values.</param>
/// <param name="Kept">What rows or the run remember.</param>
/// <param name="KeptAfter">What they remember then.</param>
/// <param name="Stretch">How much more than others it makes of the rounding of what goes in.</param>
internal sealed record GoldenLoss(
    string Loss, string Version, Dictionary<string, double>? Knobs, double[] Values, Dictionary<string, JsonElement> Gradients,
    Dictionary<string, JsonElement>? Learned, Dictionary<string, JsonElement>? Kept, Dictionary<string, JsonElement>? KeptAfter, double Stretch = 1)
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNameCaseInsensitive = true };
    private static readonly string s_folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "golden");

    /// <summary>What formulas are given, by the role's name; of Outputs one for each parameter.</summary>
    public static readonly Dictionary<string, JsonElement> Inputs =
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(s_folder, "loss_inputs.json")))!;

    /// <summary>Its logits [rows, classes].</summary>
    public static readonly double[][] Logits = Inputs["Logits"].Deserialize<double[][]>()!;

    /// <summary>Its labels.</summary>
    public static readonly int[] Labels = Inputs["Label"].Deserialize<int[]>()!;

    /// <summary>Every line of every file, by a name that says what it is.</summary>
    public static readonly SortedDictionary<string, GoldenLoss> All = new(
        Directory.EnumerateFiles(s_folder, "losses_*.json").SelectMany(file => JsonSerializer.Deserialize<GoldenLoss[]>(File.ReadAllText(file), s_options)!)
            .ToDictionary(golden => golden.ToString()), StringComparer.Ordinal);

    /// <summary>The name under which there is a gradient by a parameter; null if none is taken.</summary>
    /// <param name="role">The parameter's type.</param>
    /// <param name="name">Its name.</param>
    /// <param name="outputs">How many parameters of outputs are before it.</param>
    public static string? MovingName(string role, string name, int outputs) => role switch
    {
        "Logits" => "z",
        "OtherLogits" => "other",
        "Embedding" => "h",
        "OtherEmbedding" => "h2",
        "Outputs" => $"o{outputs + 1}",
        _ when role.StartsWith("Learned", StringComparison.Ordinal) => name,
        _ => null,
    };

    /// <summary>Rows of numbers: a number is a row of one, a list a row, or a column for what has one number for each example.</summary>
    public static double[][] Rows(JsonElement numbers, bool isColumn = false) => numbers.ValueKind switch
    {
        JsonValueKind.Number => [[numbers.GetDouble()]],
        _ when numbers[0].ValueKind == JsonValueKind.Array => numbers.Deserialize<double[][]>()!,
        _ when isColumn => [.. numbers.Deserialize<double[]>()!.Select(x => (double[])[x])],
        _ => [numbers.Deserialize<double[]>()!],
    };

    /// <summary>The formula, its knobs and its learned values.</summary>
    public override string ToString()
    {
        IEnumerable<string> knobs = (Knobs ?? []).Select(k => FormattableString.Invariant($"{k.Key}: {k.Value}"));
        return Loss + "(" + string.Join(", ", knobs.Concat((Learned ?? []).Where(l => l.Value.ValueKind == JsonValueKind.Number).Select(l => $"{l.Key}: {l.Value}"))) + ")";
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
