namespace Recipes;

/// <summary>Maps values to coordinates, with round numbers to mark.</summary>
internal sealed class Axis
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _start;
    private readonly double _end;
    private readonly bool _logarithmic;

    private Axis(double low, double high, double start, double end, bool logarithmic, double[] ticks)
    {
        (_low, _high, _start, _end, _logarithmic, Ticks) = (low, high, start, end, logarithmic, ticks);
    }

    /// <summary>Values to mark, in ascending order.</summary>
    public double[] Ticks { get; }

    /// <summary>The coordinate of a value.</summary>
    public double At(double value)
    {
        double share = _logarithmic ? Math.Log(value / _low) / Math.Log(_high / _low) : (value - _low) / (_high - _low);
        return _start + share * (_end - _start);
    }

    /// <summary>An axis from one value to another exactly.</summary>
    public static Axis Exact(double low, double high, double start, double end, params double[] ticks) => new(low, high, start, end, false, ticks);

    /// <summary>An axis of whole numbers, such as epochs.</summary>
    public static Axis Whole(int low, int high, double start, double end)
    {
        // A single epoch still needs room on both sides.
        if (low == high) return new Axis(low - 1, high + 1, start, end, false, [low]);
        double step = Math.Max(1, RoundStep((high - low) / 5.0));
        double[] ticks = [.. Multiples(step, low, high).Where(tick => tick >= low)];
        return new Axis(low, high, start, end, false, ticks);
    }

    /// <summary>An axis that holds all finite values, logarithmic when they are positive and span more than a factor of fifty.</summary>
    public static Axis Around(IEnumerable<double> values, double start, double end)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        if (low > high) (low, high) = (0, 1);
        if (low > 0 && high / low > 50) return Logarithmic(low, high, start, end);
        if (low == high)
        {
            double margin = low == 0 ? 1 : Math.Abs(low) / 50;
            (low, high) = (low - margin, high + margin);
        }

        double step = RoundStep((high - low) / 4);
        double first = Math.Floor(low / step + 1e-9) * step, last = Math.Ceiling(high / step - 1e-9) * step;
        return new Axis(first, last, start, end, false, [.. Multiples(step, first, last)]);
    }

    private static Axis Logarithmic(double low, double high, double start, double end)
    {
        int first = (int)Math.Floor(Math.Log10(low)), last = (int)Math.Ceiling(Math.Log10(high));
        // Whole decades, thinned out when there are many.
        int every = Math.Max(1, (int)Math.Ceiling((last - first) / 5.0));
        double[] ticks = [.. Enumerable.Range(0, (last - first) / every + 1).Select(i => Math.Pow(10, first + i * every))];
        return new Axis(Math.Pow(10, first), Math.Pow(10, last), start, end, true, ticks);
    }

    private static IEnumerable<double> Multiples(double step, double low, double high)
    {
        long first = (long)Math.Round(low / step), last = (long)Math.Floor(high / step + 1e-9);
        for (long i = first; i <= last; i++) yield return i * step;
    }

    /// <summary>The least of 1, 2, 5 times a power of ten that is not less than the step.</summary>
    private static double RoundStep(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        double lead = step / power;
        return power * (lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10);
    }
}
