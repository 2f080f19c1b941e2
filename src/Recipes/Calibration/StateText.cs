using System.Globalization;

namespace Recipes;

/// <summary>Named numbers as one line of culture-free text, <c>temperature=1.25; rows=90</c>, that reads back to the same bits.</summary>
internal static class StateText
{
    /// <summary>Writes the numbers.</summary>
    public static string Write(params ReadOnlySpan<(string Name, double Value)> numbers)
    {
        var parts = new string[numbers.Length];
        for (int i = 0; i < parts.Length; i++) parts[i] = string.Create(CultureInfo.InvariantCulture, $"{numbers[i].Name}={numbers[i].Value:R}");
        return string.Join("; ", parts);
    }

    /// <summary>Reads exactly these numbers, in this order.</summary>
    /// <exception cref="FormatException">The text holds something else.</exception>
    public static double[] Read(string text, string owner, params ReadOnlySpan<string> names)
    {
        string[] parts = text.Split("; ");
        var values = new double[names.Length];
        bool right = parts.Length == names.Length;
        for (int i = 0; right && i < parts.Length; i++)
        {
            right = parts[i].StartsWith(names[i] + "=", StringComparison.Ordinal)
                && double.TryParse(parts[i].AsSpan(names[i].Length + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]);
        }

        return right ? values : throw new FormatException($"{owner}: expected {string.Join(", ", names!)}; found: {text}");
    }
}
