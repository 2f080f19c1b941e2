using Recipes.Tests.Training;
using Recipes.Training;

namespace Recipes.Tests.Calibration;

public class CalibrationDivisionTests
{
    private static readonly RecipeDefinition s_recipe = new SoftmaxRecipe
    {
        Calibrators = [() => new TemperatureScaling(), () => new TemperatureScaling(0.5, 2)], Conformal = () => new SplitConformal(0.1),
    }.Define();

    [Fact]
    public void Every_fitted_step_has_a_stratified_part_of_its_own_in_order()
    {
        CalibrationRows rows = Rows(calibration: 90);
        CalibrationDivision division = CalibrationDivision.Of(s_recipe, rows, seed: 1);
        Assert.Equal([new("TemperatureScaling", 30), new("TemperatureScaling", 30), new("SplitConformal", 30)], division.Parts);
        var all = new List<int>();
        for (int step = 0; step < 3; step++)
        {
            int[] part = division.RowsOf(step).ToArray();
            Assert.Equal([10, 10, 10], Enumerable.Range(0, 3).Select(label => part.Count(row => rows.Label(row) == label)));
            all.AddRange(part);
        }

        Assert.Equal(Enumerable.Range(0, 90), all.Order());
    }

    [Fact]
    public void The_seed_decides_and_nothing_else()
    {
        CalibrationRows rows = Rows(calibration: 90);
        int[] first = CalibrationDivision.Of(s_recipe, rows, seed: 1).RowsOf(0).ToArray();
        Assert.Equal(first, CalibrationDivision.Of(s_recipe, rows, seed: 1).RowsOf(0).ToArray());
        Assert.NotEqual(first, CalibrationDivision.Of(s_recipe, rows, seed: 2).RowsOf(0).ToArray());
    }

    [Fact]
    public void Without_fitted_steps_there_is_nothing_to_divide() =>
        Assert.Empty(CalibrationDivision.Of(new SoftmaxRecipe().Define(), Rows(calibration: 90), seed: 1).Parts);

    [Fact]
    public void Rows_with_an_unseen_label_are_counted_and_are_of_no_use_to_a_calibrator()
    {
        // Of four classes the train rows have three; each part of 44 rows has 11 of the fourth.
        RecipeDefinition recipe = new SoftmaxRecipe { Calibrators = [() => new TemperatureScaling()], Conformal = () => new SplitConformal(0.1) }.Define();
        CalibrationRows rows = Rows(calibration: 88, classes: 4);
        Assert.Equal([new("TemperatureScaling", 44, Unseen: 11), new("SplitConformal", 44, Unseen: 11)], CalibrationDivision.Of(recipe, rows, seed: 1).Parts);

        // Twelve rows would do for a temperature, but only nine of them have a label that it can learn from.
        var e = Assert.Throws<StartupGuardException>(() => CalibrationDivision.Of(recipe, Rows(calibration: 24, classes: 4), seed: 1));
        Assert.Contains("TemperatureScaling has 9 calibration rows for itself and needs 10", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_rows_for_the_quantile_are_refused()
    {
        RecipeDefinition recipe = new SoftmaxRecipe { Conformal = () => new SplitConformal(0.05) }.Define();
        Assert.Equal(19, CalibrationDivision.Of(recipe, Rows(calibration: 19), seed: 1).Parts[0].Rows);
        var e = Assert.Throws<StartupGuardException>(() => CalibrationDivision.Of(recipe, Rows(calibration: 18), seed: 1));
        Assert.Equal("RCP0416", e.Id);
        Assert.Contains("SplitConformal has 18 calibration rows for itself and needs 19", e.Message, StringComparison.Ordinal);
    }

    private static CalibrationRows Rows(int calibration, int classes = 3) =>
        new Splits(Blobs.Rows(30, 1), calibration: Blobs.Rows(calibration, 3, classes: classes)).Calibration;
}
