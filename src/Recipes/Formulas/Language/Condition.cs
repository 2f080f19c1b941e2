namespace Recipes;

/// <summary>The outcome of a comparison, one for each example or one for all; <c>Where</c> chooses by it.</summary>
/// <remarks>A comparison with NaN is false, also <c>Equal(x, x)</c>.</remarks>
public readonly struct Condition
{
    internal Condition(Values values) => Values = values;

    /// <summary>How many outcomes it holds: 1, or the size of the batch.</summary>
    public int Length => Values.Rows;

    /// <summary>The outcome for an example.</summary>
    public bool this[int example] => Values.Cells[example] != 0;

    /// <summary>1 where it holds and 0 where not.</summary>
    internal Values Values { get; }
}

/// <summary>The outcomes of a comparison along an axis; <c>Where</c> chooses by them.</summary>
/// <remarks>A comparison with NaN is false, also <c>Equal(x, x)</c>.</remarks>
/// <typeparam name="TAxis">What it runs over.</typeparam>
public readonly struct Condition<TAxis>
    where TAxis : IAxis
{
    internal Condition(Values values) => Values = values;

    /// <summary>How many rows it holds: 1, or the size of the batch.</summary>
    public int Rows => Values.Rows;

    /// <summary>The outcome for an example at a position.</summary>
    public bool this[int example, int position] => Values.Cells.Slice(example * Values.Width, Values.Width)[position] != 0;

    /// <summary>1 where it holds and 0 where not.</summary>
    internal Values Values { get; }
}
