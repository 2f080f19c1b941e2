using Recipes.Engine;

namespace Recipes.Training;

/// <summary>The rows of one split, prepared: features [rows, inputs] and labels [rows]; −1 is a label never seen in train.</summary>
internal readonly struct RowSet
{
    public RowSet(NativeArena arena, SplitRows rows)
    {
        Features = arena.Allocate<float>((long)rows.Count * rows.FeatureCount);
        Labels = arena.Allocate<int>(rows.Count);
        rows.CopyFeatures(Features.Span);
        rows.Labels.CopyTo(Labels.Span);
    }

    /// <summary>Copies chosen rows of prepared ones.</summary>
    public RowSet(NativeArena arena, in RowSet source, ReadOnlySpan<int> rows)
    {
        int inputs = source.Count == 0 ? 0 : source.Features.Length / source.Count;
        Features = arena.Allocate<float>((long)rows.Length * inputs);
        Labels = arena.Allocate<int>(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            source.Features.Span.Slice(rows[i] * inputs, inputs).CopyTo(Features.Span[(i * inputs)..]);
            Labels[i] = source.Labels[rows[i]];
        }
    }

    public NativeBuffer<float> Features { get; }
    public NativeBuffer<int> Labels { get; }
    public int Count => Labels.Length;

    /// <summary>Applies fitted preparations in place, in order.</summary>
    public void Prepare(IReadOnlyList<IPreparation> preparations, int inputs)
    {
        foreach (IPreparation preparation in preparations) preparation.Apply(Features.Span, inputs);
    }
}
