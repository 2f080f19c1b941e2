using Recipes.Engine;

namespace Recipes;

/// <summary>Each epoch draws every train row once, in a new random order; the last batch of an epoch takes what is left.</summary>
public sealed class UniformSampler : ISampler
{
    private SamplingContext _context = null!;
    private RandomKey _random;
    private int[] _order = [];
    private long _epoch;

    /// <inheritdoc/>
    public void Start(SamplingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _random = new RandomKey(context.Seed, "Shuffle of an epoch");
        _order = new int[context.Rows];
        _epoch = -1;
    }

    /// <inheritdoc/>
    public void Draw(long step, Span<int> rows)
    {
        (long epoch, long stepOfEpoch) = Math.DivRem(step, _context.StepsPerEpoch);
        if (epoch != _epoch) Shuffle(epoch);
        _order.AsSpan((int)(stepOfEpoch * _context.BatchSize), rows.Length).CopyTo(rows);
    }

    /// <inheritdoc/>
    public void DrawnPrior(Span<double> prior) => TrainPrior.Write(_context, prior);

    /// <summary>Starts from file order in each epoch, so that no epoch depends on those before it.</summary>
    private void Shuffle(long epoch)
    {
        for (int i = 0; i < _order.Length; i++) _order[i] = i;
        _random.Shuffle(_order, (ulong)epoch);
        _epoch = epoch;
    }
}
