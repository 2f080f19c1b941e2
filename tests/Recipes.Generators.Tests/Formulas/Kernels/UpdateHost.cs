using Recipes.Engine;
using Recipes.Training;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>What an emitted update finds in a trainer.</summary>
public abstract class UpdateHost : IDisposable
{
    protected UpdateHost(IReadOnlyList<ParameterInfo> tensors, bool byRows, int parameters, int states)
    {
        _chunks = new ParameterChunks(tensors, byRows);
        Parameters = Arena.Allocate<float>(parameters);
        Gradients = Arena.Allocate<float>(parameters);
        OptimizerState = Arena.Allocate<float>(states);
        Averages = Arena.Allocate<float>(parameters);
    }

    public NativeArena Arena { get; } = new();
    public ThreadTeam Team { get; set; } = new(1);
    public NativeBuffer<float> Parameters { get; }
    public NativeBuffer<float> Gradients { get; }
    public NativeBuffer<float> OptimizerState { get; }
    public NativeBuffer<float> Averages { get; }
    public double LearningRate { get; set; }
    public double GradientNorm { get; set; }
    public long StepIndex { get; set; }
    public long TotalSteps { get; set; } = 1;
    public double[] Knobs { get; set; } = [];

    /// <summary>The width of the vectors that are used.</summary>
    public int Bits { get; set; } = 512;

#pragma warning disable IDE1006, CA1051, SA1401 // A field, named as the generated trainer names it.
    public readonly ParameterChunks _chunks;
#pragma warning restore IDE1006, CA1051, SA1401

    /// <summary>Updates every parameter.</summary>
    public abstract void Run();

    public void Dispose()
    {
        Team.Dispose();
        Arena.Dispose();
        GC.SuppressFinalize(this);
    }
}
