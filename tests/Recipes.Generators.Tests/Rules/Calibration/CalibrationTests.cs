namespace Recipes.Generators.Tests.Rules.Calibration;

/// <summary>RCP0401, RCP0402: stopping and bounds.</summary>
public class CalibrationTests
{
    private const string Rest = "Input(64), Dense(10), CrossEntropy, AdamW(1e-3)] public partial class Digits;";

    [Theory]
    [InlineData(20, 20)]
    [InlineData(20, 50)]
    public Task Patience_longer_than_the_run(int epochs, int patience) => Check.SaysAsync(
        $"PatienceEpochs = {patience} cannot run out in a run of {epochs} epochs, so that [EarlyStopping] never stops it; use less patience or more epochs",
        $"[Recipe(Epochs = {epochs}), EarlyStopping(Metric.NegativeLogLikelihood, {{|RCP0401:PatienceEpochs = {patience}|}}), {Rest}");

    [Theory]
    [InlineData("[Recipe(Epochs = 20), EarlyStopping(Metric.Accuracy, PatienceEpochs = 5), ")]
    // Reported only when both numbers are written.
    [InlineData("[Recipe(Epochs = 5), EarlyStopping(Metric.Accuracy), ")]
    [InlineData("[Recipe, EarlyStopping(Metric.Accuracy, PatienceEpochs = 50), ")]
    public Task Patience_within_the_run_raises_nothing(string declarations) => Check.IsCleanAsync(declarations + Rest);

    [Fact]
    public Task Bounds_with_nothing_between() => Check.SaysAsync(
        "Minimum = 5 and Maximum = 0.5 of [TemperatureScaling] leave nothing between them; make Minimum less than Maximum",
        "[Recipe, TemperatureScaling({|RCP0402:Minimum = 5|}, Maximum = 0.5), " + Rest);

    [Fact]
    public Task Bounds_in_order_raise_nothing() => Check.IsCleanAsync("[Recipe, TemperatureScaling(Minimum = 0.5, Maximum = 5), " + Rest);
}
