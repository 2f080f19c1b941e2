namespace Recipes.Tests.Metrics;

public sealed class RegressionMetricsTests
{
    // Both sides sum some thirty numbers in double precision, in another order.
    private const double Tolerance = 1e-12;

    [Fact]
    public void They_are_those_of_scikit_learn()
    {
        RegressionMetrics metrics = RegressionMetrics.Of(TargetGolden.Predictions, TargetGolden.Targets, ["small", "large"]);
        Assert.Equal(30, metrics.Count);
        Assert.Equal(["small", "large"], metrics.Targets.Select(target => target.Name));
        for (int t = 0; t < 2; t++)
        {
            Assert.Equal(TargetGolden.RootMeanSquaredErrors[t], metrics.Targets[t].RootMeanSquaredError, Tolerance * 100);
            Assert.Equal(TargetGolden.MeanAbsoluteErrors[t], metrics.Targets[t].MeanAbsoluteError, Tolerance * 100);
            Assert.Equal(TargetGolden.RSquares[t], metrics.Targets[t].RSquared, Tolerance);
        }
        Assert.Equal(TargetGolden.Averages[0], metrics.RootMeanSquaredError, Tolerance * 100);
        Assert.Equal(TargetGolden.Averages[1], metrics.MeanAbsoluteError, Tolerance * 100);
        Assert.Equal(TargetGolden.Averages[2], metrics.RSquared, Tolerance);
    }

    [Fact]
    public void A_constant_target_has_no_share_that_could_be_explained()
    {
        RegressionMetrics metrics = RegressionMetrics.Of([4, 6], [5, 5], ["y"]);
        Assert.Equal((1.0, 1.0), (metrics.RootMeanSquaredError, metrics.MeanAbsoluteError));
        Assert.Equal(double.NaN, metrics.RSquared);
    }

    [Fact]
    public void A_large_offset_costs_no_accuracy()
    {
        // Squared distances to the mean of 10⁶ + {−1, 0, 1} are 2; predictions off by 1 in one row leave 1 − 1/2.
        Assert.Equal(0.5, RegressionMetrics.Of([999_999, 1_000_000, 1_000_000], [999_999, 1_000_000, 1_000_001], ["y"]).RSquared, 1e-9);
    }

    [Fact]
    public void Reset_forgets_and_without_rows_nothing_is_known()
    {
        var accumulator = new RegressionAccumulator(1);
        accumulator.Add([1], [3]);
        accumulator.Reset();
        RegressionSummary summary = accumulator.Summary();
        Assert.Equal(0, summary.Count);
        Assert.All([summary.RootMeanSquaredError, summary.MeanAbsoluteError, summary.RSquared], value => Assert.Equal(double.NaN, value));
        accumulator.Add([1], [2]);
        accumulator.Add([1], [0]);
        Assert.Equal((2L, 1.0, 1.0, 0.0), (accumulator.Summary().Count, accumulator.Summary().RootMeanSquaredError, accumulator.Summary().MeanAbsoluteError, accumulator.Summary().RSquared));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RegressionMetrics.Of([1, 2], [1], ["y"]));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.Of([1, 2, 3], [1, 2, 3], ["y", "z"]));
        Assert.Contains("y for row 1 is NaN", Assert.Throws<NotFiniteNumberException>(() => RegressionMetrics.Of([1, float.NaN], [1, 2], ["y"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new RegressionAccumulator(2).Add([1], [1]));
    }
}
