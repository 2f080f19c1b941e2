namespace Recipes;

/// <summary>A number of a formula: one for each example (or parameter element), or one for all of them.</summary>
/// <remarks>
/// Called like any method, a formula computes with these in double precision: the reference for its compiled form, and a
/// place for breakpoints. One number goes with values of any batch.
/// </remarks>
public readonly struct Scalar
{
    internal Scalar(Values values) => Values = values;

    /// <summary>One number, the same for all examples.</summary>
    /// <param name="value">The number.</param>
    public Scalar(double value)
        : this(new Values([value], 1, 0))
    {
    }

    /// <summary>One number for each example.</summary>
    /// <param name="values">The numbers [batch]; copied.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public Scalar(double[] values)
        : this(Values.Of(values))
    {
    }

    /// <summary>How many numbers it holds: 1, or the size of the batch.</summary>
    public int Length => Values.Rows;

    /// <summary>The number of an example.</summary>
    public double this[int example] => Values.Cells[example];

    internal Values Values { get; }

    /// <summary>The numbers [batch], a copy.</summary>
    public double[] ToArray() => Values.Cells.ToArray();

    public static implicit operator Scalar(double value) => new(value);
    public static implicit operator Scalar(double[] values) => new(values);

    /// <summary>The number itself.</summary>
    /// <exception cref="InvalidOperationException">It holds several numbers.</exception>
    public static implicit operator double(Scalar scalar) => scalar.Length == 1
        ? scalar[0]
        : throw new InvalidOperationException($"The value has {scalar.Length} numbers, one for each example; read them by index.");

    public static Scalar operator +(Scalar a) => a;
    public static Scalar operator -(Scalar a) => new(a.Values.Map(x => -x));
    public static Scalar operator +(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, (x, y) => x + y));
    public static Scalar operator -(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, (x, y) => x - y));
    public static Scalar operator *(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, (x, y) => x * y));
    public static Scalar operator /(Scalar a, Scalar b) => new(Values.Zip(a.Values, b.Values, (x, y) => x / y));

    /// <summary>The numbers, for a debugger.</summary>
    public override string ToString() => Values.ToString();
}
