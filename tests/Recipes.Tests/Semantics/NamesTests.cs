using Recipes.Tests.Data;
using Recipes.Tests.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 2, BatchSize = 37), Input(4), Dense(3), InOrder, Sgd(1e-30)]
[CrossEntropy, Focal(Name = "Easy", Gamma = 1), Focal(Name = "Hard", Gamma = 4), Ramp("Hard.Gamma", From = 4, To = 0, Until = 0.5)]
public partial class NamedTerms;

/// <summary>"Names": one path reaches a knob and a term everywhere.</summary>
public class NamesTests
{
    [Fact]
    public void The_name_that_tells_two_alike_apart_is_the_one_in_steps_knobs_ramps_and_metrics()
    {
        using var folder = new TemporaryFolder();
        var options = new TrainingOptions { Threads = 1, RunDirectory = folder.Path, Knobs = new Dictionary<string, double> { ["Easy.Gamma"] = 0 } };
        using var trainer = new NamedTerms.Trainer(Blobs.Splits, options);
        NamedTerms.StepResult first = trainer.Step(), second = trainer.Step();
        Assert.Equal((first.CrossEntropy, first.Easy, first.Hard), (first["CrossEntropy"], first["Easy"], first["Hard"]));
        // Without focus a focal loss is cross-entropy: the option reached the one term at once, the ramp the other half way.
        Assert.Equal(first.CrossEntropy, first.Easy, 1e-6);
        Assert.True(first.Hard < 0.9 * first.CrossEntropy);
        Assert.Equal(second.CrossEntropy, second.Hard, 1e-6);
        trainer.Finish();
        string header = File.ReadLines(folder.File("metrics.csv")).First();
        Assert.Contains(",CrossEntropy,Easy,Hard,", header, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_wrong_is_refused_and_the_nearest_suggested()
    {
        var e = Assert.Throws<ArgumentException>(() => new NamedTerms.Trainer(Blobs.Splits, Buffers.Options(("Esy.Gamma", 1))));
        Assert.Contains("Easy.Gamma", e.Message, StringComparison.Ordinal);
        using var trainer = new NamedTerms.Trainer(Blobs.Splits, Buffers.Options());
        NamedTerms.StepResult step = trainer.Step();
        Assert.Throws<ArgumentException>(() => step["Focal"]);
    }
}
