using Recipes.Tests.Data;

namespace Recipes.Tests.Training;

public class GuardTests
{
    private static readonly Splits s_trainOnly = new(Blobs.Rows(37, 1));

    [Fact]
    public void Features_have_to_fit_the_input() =>
        Refused("RCP0250", new SoftmaxRecipe { Inputs = 5 }, Blobs.Splits);

    [Fact]
    public void Classes_have_to_fit_the_output() =>
        Refused("RCP0251", new SoftmaxRecipe { Classes = 4 }, Blobs.Splits);

    [Fact]
    public void A_class_absent_from_train_is_named()
    {
        var splits = new Splits(Blobs.Rows(36, 1, classes: 2), test: Blobs.Rows(9, 2, classes: 3));
        Refused("RCP0251", new SoftmaxRecipe(), splits, "class 2");
    }

    [Fact]
    public void A_batch_cannot_be_larger_than_the_train_rows() =>
        Refused("RCP0252", new SoftmaxRecipe { BatchSize = 38 }, Blobs.Splits, "BatchSize = 38 is larger than the 37 train rows");

    [Fact]
    public void A_stopping_rule_needs_validation_rows() =>
        Refused("RCP0413", new SoftmaxRecipe { StoppingRule = () => new EarlyStopping(Metric.Accuracy) }, s_trainOnly, "stopping rule");

    [Fact]
    public void Calibrators_need_calibration_rows() =>
        Refused("RCP0413", new SoftmaxRecipe { Calibrators = [() => new TemperatureScaling()] }, s_trainOnly, "calibration");

    [Fact]
    public void Conformal_sets_need_calibration_rows() =>
        Refused("RCP0413", new SoftmaxRecipe { Conformal = () => new SplitConformal() }, s_trainOnly, "conformal");

    [Fact]
    public void Nothing_saved_is_touched_when_a_guard_refuses()
    {
        using var folder = new TemporaryFolder();
        string checkpoint = folder.File("checkpoint", "precious");
        var options = new TrainingOptions { RunDirectory = folder.Path };
        Assert.Throws<StartupGuardException>(() => new SoftmaxRecipe { Inputs = 5 }.Trainer(Blobs.Splits, options));
        Assert.Throws<ArgumentException>(() => new SoftmaxRecipe().Trainer(
            Blobs.Splits, new TrainingOptions { RunDirectory = folder.Path, Knobs = new Dictionary<string, double> { ["Nothing"] = 1 } }));
        Assert.Equal("precious", File.ReadAllText(checkpoint));
    }

    private static void Refused(string id, SoftmaxRecipe recipe, Splits splits, string text = "")
    {
        var e = Assert.Throws<StartupGuardException>(() => recipe.Trainer(splits));
        Assert.Equal(id, e.Id);
        Assert.Contains(text, e.Message, StringComparison.Ordinal);
    }
}
