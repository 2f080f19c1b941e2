using Recipes.Engine;

namespace Recipes.Training;

/// <summary>The buffers in which one thread predicts, shared by all models and kept as long as the thread lives.</summary>
internal sealed class ModelScratch
{
    [ThreadStatic]
    private static ModelScratch? s_current;

    private NativeArena _arena = new();

    public NativeBuffer<float> Input { get; private set; }
    public NativeBuffer<float> Scores { get; private set; }
    public NativeBuffer<float> Working { get; private set; }

    /// <summary>This thread's buffers, at least as large as asked for. Allocates only when they have to grow.</summary>
    public static ModelScratch Rent(int input, int scores, int working)
    {
        ModelScratch scratch = s_current ??= new ModelScratch();
        if (scratch.Input.Length < input || scratch.Scores.Length < scores || scratch.Working.Length < working) scratch.Grow(input, scores, working);
        return scratch;
    }

    private void Grow(int input, int scores, int working)
    {
        input = Math.Max(input, Input.Length);
        scores = Math.Max(scores, Scores.Length);
        working = Math.Max(working, Working.Length);
        _arena.Dispose();
        _arena = new NativeArena();
        Input = _arena.Allocate<float>(input);
        Scores = _arena.Allocate<float>(scores);
        Working = _arena.Allocate<float>(working);
    }
}
