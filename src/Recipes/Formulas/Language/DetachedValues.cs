namespace Recipes;

/// <summary>Holds what carries no gradient still while differences of a formula are taken.</summary>
/// <remarks>
/// Called as a method, a formula has no gradient, only differences; and a difference moves stopped and kept values along with everything
/// else. So a first run writes down every such value, and the moved runs read them back in the same order. Outside of a run nothing is
/// held.
/// </remarks>
internal sealed class DetachedValues
{
    [ThreadStatic]
    private static DetachedValues? t_current;

    private readonly List<Values> _values = [];
    private int _next = -1;

    /// <summary>What a value without gradient is: itself, unless it is held.</summary>
    internal static Values Of(Values values) => t_current is { } current ? current.Pass(values) : values;

    /// <summary>What a value with the gradient of another is: itself, unless it is held; then it moves as the other does.</summary>
    internal static Values Of(Values value, Values gradientOf) => t_current is { } current
        ? Values.Zip(current.Pass(Values.Zip(value, gradientOf, (x, y) => x - y)), gradientOf, (x, y) => x + y)
        : Values.Zip(value, gradientOf, (x, _) => x);

    /// <summary>Runs a formula and writes down its detached values.</summary>
    internal T Record<T>(Func<T> formula)
    {
        _values.Clear();
        _next = -1;
        return Run(formula);
    }

    /// <summary>Runs the formula with the detached values that were written down.</summary>
    internal T Replay<T>(Func<T> formula)
    {
        _next = 0;
        return Run(formula);
    }

    private T Run<T>(Func<T> formula)
    {
        t_current = this;
        try
        {
            return formula();
        }
        finally
        {
            t_current = null;
        }
    }

    private Values Pass(Values values)
    {
        if (_next >= 0)
            return _values[_next++];
        _values.Add(values);
        return values;
    }
}
