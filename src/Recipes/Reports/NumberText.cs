using System.Globalization;

namespace Recipes;

/// <summary>Numbers as a report shows them, the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>Shown for what was not measured.</summary>
    public const string None = "–";

    /// <summary>Four decimals, or four significant digits for what is small or large.</summary>
    public static string Value(double value)
    {
        if (double.IsNaN(value)) return None;
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "−∞";
        double size = Math.Abs(value);
        string text = size is 0 or (>= 0.001 and < 10_000)
            ? value.ToString("0.0000", CultureInfo.InvariantCulture)
            : value.ToString("0.###e+0", CultureInfo.InvariantCulture);
        return text.Replace('-', '−');
    }

    /// <summary>The difference with its sign, to four decimals.</summary>
    public static string Change(double change)
    {
        if (change == 0) return "none";
        if (!(Math.Abs(change) is >= 0.00005 and < 10_000)) return Value(change);
        return change.ToString("+0.0000;−0.0000", CultureInfo.InvariantCulture);
    }

    /// <summary>A share of 1 as a percentage with two decimals.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? None : (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + "%";

    /// <summary>A whole number with thin spaces between thousands.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>A count in at most four characters.</summary>
    public static string Short(long count) => count switch
    {
        < 10_000 => count.ToString(CultureInfo.InvariantCulture),
        < 1_000_000 => (count / 1000).ToString(CultureInfo.InvariantCulture) + "k",
        _ => (count / 1_000_000).ToString(CultureInfo.InvariantCulture) + "M",
    };

    /// <summary>A label of an axis: as few digits as tell it from its neighbours.</summary>
    public static string Tick(double value)
    {
        double size = Math.Abs(value);
        string format = size is 0 or (>= 0.001 and < 100_000) ? "0.#####" : "0.##e+0";
        return value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>A duration in the units a person would use.</summary>
    public static string Duration(double seconds)
    {
        if (!double.IsFinite(seconds) || seconds < 0) return None;
        if (seconds < 60) return seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
        var time = TimeSpan.FromSeconds(Math.Min(seconds, 1e9));
        return time.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes} min");
    }
}
