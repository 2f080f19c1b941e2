using Recipes.Engine;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>What an emitted update finds in a trainer.</summary>
public abstract class UpdateHost : IDisposable
{
    protected UpdateHost(int parameters, int states)
    {
        Parameters = Arena.Allocate<float>(parameters);
        Gradients = Arena.Allocate<float>(parameters);
        OptimizerState = Arena.Allocate<float>(parameters * states);
        Averages = Arena.Allocate<float>(parameters);
    }

    public NativeArena Arena { get; } = new();
    public NativeBuffer<float> Parameters { get; }
    public NativeBuffer<float> Gradients { get; }
    public NativeBuffer<float> OptimizerState { get; }
    public NativeBuffer<float> Averages { get; }
    public double LearningRate { get; set; }
    public double GradientNorm { get; set; }
    public long StepIndex { get; set; }
    public double[] Knobs { get; set; } = [];

#pragma warning disable IDE1006, CA1051, SA1401 // Fields, named as the generated trainer names them.
    public int[] _chunkStart = [];
    public int[] _chunkLength = [];
    public bool[] _chunkDecays = [];
#pragma warning restore IDE1006, CA1051, SA1401

    /// <summary>Updates every chunk.</summary>
    public abstract void Run();

    public void Dispose()
    {
        Arena.Dispose();
        GC.SuppressFinalize(this);
    }
}
