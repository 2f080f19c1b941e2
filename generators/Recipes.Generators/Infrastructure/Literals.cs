using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Recipes.Generators.Infrastructure;

/// <summary>The only way in which values get into generated C#: exact, and the same under every culture.</summary>
internal static class Literals
{
    /// <summary>A double as a C# expression: <c>2.0</c>, <c>1E-08</c>, <c>-0.5</c>, <c>double.NaN</c>, <c>double.PositiveInfinity</c>.</summary>
    public static string Literal(double value)
    {
        if (double.IsNaN(value)) return "double.NaN";
        if (double.IsInfinity(value)) return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        // "R" loses the sign of zero on .NET Framework, where Visual Studio may run us, and rarely the last digit.
        if (value == 0) return double.IsNegativeInfinity(1 / value) ? "-0.0" : "0.0";
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (double.Parse(text, CultureInfo.InvariantCulture) != value) text = value.ToString("G17", CultureInfo.InvariantCulture);
        return HasPointOrExponent(text) ? text : text + ".0";
    }

    /// <summary>A float as a C# expression: <c>2f</c>, <c>1E-08f</c>, <c>float.NaN</c>.</summary>
    public static string Literal(float value)
    {
        if (float.IsNaN(value)) return "float.NaN";
        if (float.IsInfinity(value)) return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        if (value == 0) return float.IsNegativeInfinity(1 / value) ? "-0f" : "0f";
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (float.Parse(text, CultureInfo.InvariantCulture) != value) text = value.ToString("G9", CultureInfo.InvariantCulture);
        return text + "f";
    }

    /// <summary>An int as a C# expression.</summary>
    public static string Literal(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A long as a C# expression: <c>7L</c>.</summary>
    public static string Literal(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";

    /// <summary>An unsigned long as a C# expression: <c>7UL</c>.</summary>
    public static string Literal(ulong value) => value.ToString(CultureInfo.InvariantCulture) + "UL";

    /// <summary>A bool as a C# expression.</summary>
    public static string Literal(bool value) => value ? "true" : "false";

    /// <summary>A string as a quoted C# literal; <c>null</c> for none.</summary>
    public static string Literal(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    private static bool HasPointOrExponent(string text) => text.IndexOf('.') >= 0 || text.IndexOf('E') >= 0;
}
