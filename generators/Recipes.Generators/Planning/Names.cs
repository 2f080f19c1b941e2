namespace Recipes.Generators.Planning;

/// <summary>Identifiers made from names.</summary>
internal static class Names
{
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>A number as a person writes it.</summary>
    public static string Number(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A whole number with thin groups: <c>9,610</c>.</summary>
    public static string Grouped(long value) => value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
