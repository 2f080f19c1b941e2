using System.Runtime.CompilerServices;

namespace Recipes;

/// <summary>The numbers of an evaluation by <see cref="Metric"/>, whatever the recipe learns; NaN for those that it does not have.</summary>
public readonly struct MetricValues : IEquatable<MetricValues>
{
    private readonly Values _values;

    /// <param name="count">Rows.</param>
    /// <param name="metrics">Which numbers there are.</param>
    /// <param name="values">The numbers, in the order of <paramref name="metrics"/>.</param>
    /// <param name="unseen">Rows with a label that no train row has.</param>
    /// <exception cref="ArgumentException">There are not as many numbers as metrics.</exception>
    public MetricValues(long count, IReadOnlyList<Metric> metrics, ReadOnlySpan<double> values, long unseen = 0)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics.Count != values.Length) throw new ArgumentException($"There are {metrics.Count} metrics and {values.Length} numbers.", nameof(values));
        Count = count;
        Unseen = unseen;
        ((Span<double>)_values).Fill(double.NaN);
        for (int m = 0; m < values.Length; m++) _values[(int)metrics[m]] = values[m];
    }

    /// <summary>Rows.</summary>
    public long Count { get; }

    /// <summary>Rows with a label that no train row has.</summary>
    public long Unseen { get; }

    /// <summary>The value of a metric; NaN if the recipe has no such metric.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="metric"/> is not a metric.</exception>
    public double this[Metric metric] =>
        (uint)metric < Metrics.Count ? _values[(int)metric] : throw new ArgumentOutOfRangeException(nameof(metric));

    /// <inheritdoc/>
    public bool Equals(MetricValues other) =>
        Count == other.Count && Unseen == other.Unseen && ((ReadOnlySpan<double>)_values).SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MetricValues other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Unseen, _values[0], _values[(int)Metric.RootMeanSquaredError]);

    /// <summary>The numbers that there are, each written so that it reads back as the same number.</summary>
    public override string ToString()
    {
        var text = new System.Text.StringBuilder();
        for (int m = 0; m < Metrics.Count; m++)
            if (!double.IsNaN(_values[m])) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Metrics.Words((Metric)m)} {_values[m]:R}, ");
        return text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Count} rows").ToString();
    }

    /// <summary>Whether both hold the same numbers.</summary>
    public static bool operator ==(MetricValues left, MetricValues right) => left.Equals(right);

    /// <summary>Whether they differ in a number.</summary>
    public static bool operator !=(MetricValues left, MetricValues right) => !left.Equals(right);

    [InlineArray(Metrics.Count)]
    private struct Values
    {
        private double _first;
    }
}
