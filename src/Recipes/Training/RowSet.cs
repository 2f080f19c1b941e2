using Recipes.Engine;

namespace Recipes.Training;

/// <summary>The rows of one split: prepared features [rows, inputs], labels [rows] (−1 is a label never seen in train), and targets or multi-labels [rows, width] as in the data.</summary>
internal readonly struct RowSet
{
    public RowSet(NativeArena arena, SplitRows rows, RecipeTask task)
    {
        Count = rows.Count;
        Features = arena.Allocate<float>((long)rows.Count * rows.FeatureCount);
        Labels = arena.Allocate<int>(task == RecipeTask.Classification ? rows.Count : 0);
        NumberColumns? truth = TruthOf(rows.Source, task);
        Truth = arena.Allocate<float>((long)rows.Count * (truth?.Width ?? 0));
        rows.CopyFeatures(Features.Span);
        if (task == RecipeTask.Classification) rows.Labels.CopyTo(Labels.Span);
        if (truth is not null) RowColumns.Copy(truth, rows, Truth.Span);
    }

    /// <summary>Copies chosen rows of prepared ones.</summary>
    public RowSet(NativeArena arena, in RowSet source, ReadOnlySpan<int> rows)
    {
        Count = rows.Length;
        Features = Chosen(arena, source.Features, source.Count, rows);
        Labels = Chosen(arena, source.Labels, source.Count, rows);
        Truth = Chosen(arena, source.Truth, source.Count, rows);
    }

    public NativeBuffer<float> Features { get; }
    public NativeBuffer<int> Labels { get; }
    /// <summary>Targets of a regression, or 1 and 0 for the labels that a row has and has not, [rows, width]; empty where there are classes.</summary>
    public NativeBuffer<float> Truth { get; }
    public int Count { get; }

    /// <summary>Applies fitted preparations in place, in order.</summary>
    public void Prepare(IReadOnlyList<IPreparation> preparations, int inputs)
    {
        foreach (IPreparation preparation in preparations) preparation.Apply(Features.Span, inputs);
    }

    private static NumberColumns? TruthOf(Dataset source, RecipeTask task) => task switch
    {
        RecipeTask.Regression => source.Targets,
        RecipeTask.MultiLabel => source.MultiLabels,
        _ => null,
    };

    private static NativeBuffer<T> Chosen<T>(NativeArena arena, NativeBuffer<T> source, int count, ReadOnlySpan<int> rows) where T : unmanaged
    {
        int width = count == 0 ? 0 : source.Length / count;
        NativeBuffer<T> chosen = arena.Allocate<T>((long)rows.Length * width);
        for (int i = 0; i < rows.Length; i++) source.Span.Slice(rows[i] * width, width).CopyTo(chosen.Span[(i * width)..]);
        return chosen;
    }
}
