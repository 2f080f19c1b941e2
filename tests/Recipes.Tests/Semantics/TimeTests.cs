using Recipes.Tests.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 10, BatchSize = 37), Input(4), Dense(3), CrossEntropy, Sgd(0.4), OneCycle(PeakAt = 0.3)]
public partial class OneCycleOfTen;

/// <summary>"Time".</summary>
public class TimeTests
{
    [Fact]
    public void The_optimizers_rate_is_the_peak_of_its_schedule()
    {
        using var trainer = new OneCycleOfTen.Trainer(Blobs.Splits, Buffers.Options());
        double[] rates = [.. Enumerable.Range(0, 10).Select(_ => trainer.Step().LearningRate)];
        // PyTorch's OneCycleLR peaks in step 0.3 · 10 − 1, counted from 0.
        Assert.Equal(0.4, rates[2], 1e-9);
        Assert.Equal(0.4, rates.Max(), 1e-9);
        Assert.True(rates[0] < 0.1 && rates[9] < 0.1);
    }
}
