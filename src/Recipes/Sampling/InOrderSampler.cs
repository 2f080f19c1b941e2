namespace Recipes;

/// <summary>Each epoch draws every train row once, in file order; the last batch of an epoch takes what is left.</summary>
public sealed class InOrderSampler : ISampler
{
    private SamplingContext _context = null!;

    /// <inheritdoc/>
    public void Start(SamplingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
    }

    /// <inheritdoc/>
    public void Draw(long step, Span<int> rows)
    {
        int first = (int)(step % _context.StepsPerEpoch * _context.BatchSize);
        for (int slot = 0; slot < rows.Length; slot++) rows[slot] = first + slot;
    }

    /// <inheritdoc/>
    public void DrawnPrior(Span<double> prior) => TrainPrior.Write(_context, prior);
}
