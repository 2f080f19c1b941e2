namespace Recipes;

/// <summary>Stops when the metric has not improved for a number of epochs.</summary>
/// <remarks>An epoch whose metric is not a number is no improvement.</remarks>
public sealed class EarlyStopping : IStoppingRule
{
    private readonly int _patience;
    private readonly double _minimumDelta;
    private readonly bool _higherIsBetter;
    private double _best;
    private int _bestEpoch;

    /// <summary>Makes the rule.</summary>
    /// <param name="metric">The metric that is watched.</param>
    /// <param name="patienceEpochs">Epochs without an improvement after which the run ends; at least 1.</param>
    /// <param name="minimumDelta">An epoch must be better than the best by more than this; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public EarlyStopping(Metric metric, int patienceEpochs = 10, double minimumDelta = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patienceEpochs, 1);
        if (!(minimumDelta >= 0)) throw new ArgumentOutOfRangeException(nameof(minimumDelta), minimumDelta, "The least improvement may not be negative.");
        Metric = metric;
        _patience = patienceEpochs;
        _minimumDelta = minimumDelta;
        _higherIsBetter = Metrics.IsHigherBetter(metric);
        Reset();
    }

    /// <inheritdoc/>
    public Metric Metric { get; }

    /// <inheritdoc/>
    public bool Observe(int epoch, double value, out bool improved)
    {
        // The first number is an improvement on nothing, whatever the delta.
        improved = double.IsNaN(_best)
            ? !double.IsNaN(value)
            : _higherIsBetter ? value > _best + _minimumDelta : value < _best - _minimumDelta;
        if (improved)
        {
            _best = value;
            _bestEpoch = epoch;
        }
        return epoch - _bestEpoch >= _patience;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _best = double.NaN;
        _bestEpoch = 0;
    }
}
