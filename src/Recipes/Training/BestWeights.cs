using System.Runtime.InteropServices;
using Recipes.Engine;

namespace Recipes.Training;

/// <summary>The stopping rule with what it has seen, and a copy of the weights that were best by its metric.</summary>
internal sealed class BestWeights
{
    private readonly IStoppingRule? _rule;
    private readonly List<double> _observed = [];

    /// <param name="rule">The recipe's rule; null runs all epochs and keeps the last weights.</param>
    /// <param name="arena">Where the copy lives.</param>
    /// <param name="floats">Floats of the weights.</param>
    /// <param name="keep">Whether the best weights are kept at all.</param>
    public BestWeights(IStoppingRule? rule, NativeArena arena, int floats, bool keep)
    {
        _rule = rule;
        // Epochs are few; one list growth per power of two would still be an allocation in the loop.
        _observed.Capacity = rule is null ? 0 : 4096;
        Weights = arena.Allocate<float>(rule is not null && keep ? floats : 0);
    }

    /// <summary>The best weights; without content before <see cref="Epoch"/> is set, empty when none are kept.</summary>
    public NativeBuffer<float> Weights { get; }
    /// <summary>The epoch that was best, counted from 1; 0 if none was yet.</summary>
    public int Epoch { get; private set; }
    /// <summary>Whether the rule asked for the end of the run.</summary>
    public bool StopRequested { get; private set; }
    /// <summary>Whether <see cref="Weights"/> are the ones to go on with.</summary>
    public bool AreKept => Weights.Length > 0 && Epoch > 0;
    /// <summary>What the rule was told after each epoch, for checkpoints.</summary>
    public ReadOnlySpan<double> Observed => CollectionsMarshal.AsSpan(_observed);

    /// <summary>Tells the rule about an epoch (counted from 1) and copies the weights if they are the best so far.</summary>
    public void Observe(int epoch, in MetricValues validation, NativeBuffer<float> weights)
    {
        if (_rule is null) return;
        double value = validation[_rule.Metric];
        _observed.Add(value);
        Observe(epoch, value, out bool improved);
        if (improved && Weights.Length > 0) weights.Span.CopyTo(Weights.Span);
    }

    /// <summary>Forgets everything and tells the rule again what it had been told; <see cref="Weights"/> are restored by the caller.</summary>
    public void Restore(ReadOnlySpan<double> observed)
    {
        _rule?.Reset();
        Epoch = 0;
        StopRequested = false;
        _observed.Clear();
        for (int epoch = 1; epoch <= observed.Length; epoch++)
        {
            _observed.Add(observed[epoch - 1]);
            Observe(epoch, observed[epoch - 1], out _);
        }
    }

    private void Observe(int epoch, double value, out bool improved)
    {
        improved = false;
        if (_rule is null) return;
        // A driver may go on after the rule asked to stop, so the answer is the latest one.
        StopRequested = _rule.Observe(epoch, value, out improved);
        if (improved) Epoch = epoch;
    }
}
