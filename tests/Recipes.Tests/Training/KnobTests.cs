using Recipes.Training;

namespace Recipes.Tests.Training;

public class KnobTests
{
    [Fact]
    public void An_override_replaces_the_declared_value_and_is_reported()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(options: With("Sgd.LearningRate", 0.5));
        trainer.Step();
        Assert.Equal(0.5, trainer.StepLearningRate);
        TrainingResult<SoftmaxModel> result = trainer.Finish();
        Assert.Equal([new("Sgd.LearningRate", 0.5)], result.Report.Record.ChangedKnobs);
    }

    [Theory]
    [InlineData("Focal.Gama", "has no knob 'Focal.Gama'. Did you mean \"Focal.Gamma\"?")]
    [InlineData("focal.gamma", "Did you mean \"Focal.Gamma\"?")]
    [InlineData("Dense1.Units", "Shapes such as widths and the batch size are compiled into the trainer")]
    public void An_unknown_path_is_refused_with_the_nearest_name(string path, string message)
    {
        var e = Assert.Throws<ArgumentException>(() => new SoftmaxRecipe().Trainer(options: With(path, 1)));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Focal.Gamma", 10.5, "'Focal.Gamma' takes a number from 0 and up to 10")]
    [InlineData("Focal.Gamma", -1, "from 0 and up to 10")]
    [InlineData("Focal.Gamma", double.NaN, "from 0 and up to 10")]
    [InlineData("Sgd.LearningRate", 0, "'Sgd.LearningRate' takes a number above 0")]
    public void A_value_outside_the_range_is_refused(string path, double value, string message)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxRecipe().Trainer(options: With(path, value)));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_of_a_range_are_in_it_unless_excluded()
    {
        new SoftmaxRecipe().Trainer(options: With("Focal.Gamma", 0)).Dispose();
        new SoftmaxRecipe().Trainer(options: With("Focal.Gamma", 10)).Dispose();
        Assert.Equal("any number", new KnobInfo("X", 1).Range());
        Assert.Equal("a number from 0 and below 1", new KnobInfo("X", 0, 0, 1, ExclusiveMaximum: true).Range());
    }

    [Fact]
    public void A_ramped_knob_cannot_be_overridden()
    {
        var recipe = new SoftmaxRecipe { Ramps = [new RampInfo(SoftmaxRecipe.GammaKnob, 0, 2, 0, 0.5)] };
        var e = Assert.Throws<ArgumentException>(() => recipe.Trainer(options: With("Focal.Gamma", 3)));
        Assert.Contains("ramps the knob 'Focal.Gamma'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        SoftmaxRecipe recipe = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => recipe.Trainer(options: new TrainingOptions { Threads = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => recipe.Trainer(options: new TrainingOptions { CheckpointEveryEpochs = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => recipe.Trainer(options: new TrainingOptions { CheckpointEverySteps = -1 }));
        Assert.Throws<ArgumentException>(() => recipe.Trainer(options: new TrainingOptions { RunDirectory = " " }));
    }

    [Fact]
    public void Threads_are_one_per_core_unless_said()
    {
        using SoftmaxTrainer all = new SoftmaxRecipe().Trainer(options: new TrainingOptions());
        using SoftmaxTrainer three = new SoftmaxRecipe().Trainer(options: new TrainingOptions { Threads = 3 });
        Assert.Equal(Environment.ProcessorCount, all.Threads);
        Assert.Equal(3, three.Threads);
    }

    private static TrainingOptions With(string path, double value) => new() { Threads = 1, Knobs = new Dictionary<string, double> { [path] = value } };
}
