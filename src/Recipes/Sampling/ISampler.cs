namespace Recipes;

/// <summary>What a sampler may know of the train rows. Shapes: <c>Labels</c> [rows], <c>ClassCounts</c> [classes]; both are empty where rows have no classes.</summary>
public sealed record SamplingContext(ReadOnlyMemory<int> Labels, ReadOnlyMemory<int> ClassCounts, int BatchSize, ulong Seed)
{
    /// <summary>The number of train rows.</summary>
    public int Rows { get => field == 0 ? Labels.Length : field; init; }

    /// <summary>Optimizer steps per epoch: ⌈rows / batch size⌉ for every sampler (or ⌊·⌋ when short batches are dropped).</summary>
    public required int StepsPerEpoch { get; init; }
}

/// <summary>Chooses the train rows of each optimizer step.</summary>
/// <remarks>
/// <see cref="Draw"/> must depend on nothing but the context and the step, so that a resumed run draws what an
/// uninterrupted one would. It is called once per step, in order within a run, and allocates nothing.
/// </remarks>
public interface ISampler
{
    /// <summary>Called once, before the first draw.</summary>
    void Start(SamplingContext context);

    /// <summary>Fills <paramref name="rows"/> with indices of train rows for the step with this number, counted from 0 over the whole run.</summary>
    void Draw(long step, Span<int> rows);

    /// <summary>Writes the share of each class in what is drawn now, [classes], summing to 1.</summary>
    void DrawnPrior(Span<double> prior);
}
