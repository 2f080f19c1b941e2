using System.Globalization;

namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>One choice of knobs that is tried, by path.</summary>
internal sealed record Setting(IReadOnlyList<KeyValuePair<string, double>> Knobs)
{
    public override string ToString() => string.Join(", ", Knobs.Select(knob => string.Create(CultureInfo.InvariantCulture, $"{knob.Key} = {knob.Value}")));
}

/// <summary>The settings that an arm of a check may choose from.</summary>
internal static class Grid
{
    /// <summary>Values of one knob.</summary>
    public static IReadOnlyList<Setting> Of(string knob, params ReadOnlySpan<double> values)
    {
        var settings = new List<Setting>();
        foreach (double value in values) settings.Add(new([KeyValuePair.Create(knob, value)]));
        return settings;
    }

    /// <summary>Every setting of one grid with every one of another.</summary>
    public static IReadOnlyList<Setting> Times(this IReadOnlyList<Setting> first, IReadOnlyList<Setting> second) =>
        [.. first.SelectMany(_ => second, (one, other) => new Setting([.. one.Knobs, .. other.Knobs]))];

    /// <summary>Every setting of one grid with every value of another knob.</summary>
    public static IReadOnlyList<Setting> Times(this IReadOnlyList<Setting> first, string knob, params ReadOnlySpan<double> values) => first.Times(Of(knob, values));
}
