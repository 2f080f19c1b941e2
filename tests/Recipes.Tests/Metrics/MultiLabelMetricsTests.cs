namespace Recipes.Tests.Metrics;

public sealed class MultiLabelMetricsTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void They_are_those_of_scikit_learn_and_pytorch()
    {
        MultiLabelMetrics metrics = MultiLabelMetrics.FromScores(TargetGolden.Scores, TargetGolden.Truth, ["a", "b", "c", "d"]);
        for (int k = 0; k < 4; k++)
        {
            Assert.Equal(TargetGolden.Precisions[k], metrics.Labels[k].Precision, Tolerance);
            Assert.Equal(TargetGolden.Recalls[k], metrics.Labels[k].Recall, Tolerance);
            Assert.Equal(TargetGolden.F1s[k], metrics.Labels[k].F1, Tolerance);
            Assert.Equal(TargetGolden.AveragePrecisions[k], metrics.Labels[k].AveragePrecision, Tolerance);
        }
        Assert.Equal(
            TargetGolden.LabelAverages,
            [metrics.NegativeLogLikelihood, metrics.MacroF1, metrics.MicroF1, metrics.SubsetAccuracy, metrics.MeanAveragePrecision], (a, b) => Math.Abs(a - b) < Tolerance);
    }

    [Fact]
    public void A_label_that_nobody_has_is_left_out_of_the_means()
    {
        // Label 1 has no row and none is predicted; label 2 has no row and one is predicted: its F1 is 0 and its average precision unknown.
        MultiLabelMetrics metrics = MultiLabelMetrics.FromScores([1, -1, 1, -1, -1, -1], [1, 0, 0, 0, 0, 0], ["a", "b", "c"]);
        Assert.Equal([1, double.NaN, 0], metrics.Labels.Select(label => label.F1));
        Assert.Equal([1, double.NaN, double.NaN], metrics.Labels.Select(label => label.AveragePrecision));
        Assert.Equal((0.5, 1.0, 0.5), (metrics.MacroF1, metrics.MeanAveragePrecision, metrics.SubsetAccuracy));
    }

    [Fact]
    public void A_score_of_zero_is_not_above_one_half() => Assert.Equal(0, MultiLabelMetrics.FromScores([0f], [1], ["a"]).Labels[0].Predicted);

    [Fact]
    public void Extreme_scores_have_a_finite_likelihood()
    {
        // −log sigmoid(−10⁴) is 10⁴ to the last bit; the other side is exp(−10⁴) = 0.
        Assert.Equal(1e4 / 2, MultiLabelMetrics.FromScores([1e4f, 1e4f], [1, 0], ["a", "b"]).NegativeLogLikelihood);
    }

    [Fact]
    public void Reset_forgets_and_more_rows_than_reserved_are_refused()
    {
        var accumulator = new MultiLabelAccumulator(1, rows: 2);
        accumulator.Add([1], [1]);
        accumulator.Add([-1], [1]);
        Assert.Throws<InvalidOperationException>(() => accumulator.Add([1], [1]));
        accumulator.Reset();
        MultiLabelSummary summary = accumulator.Summary();
        Assert.All([summary.NegativeLogLikelihood, summary.MacroF1, summary.MicroF1, summary.SubsetAccuracy, summary.MeanAveragePrecision], value => Assert.Equal(double.NaN, value));
        accumulator.Add([1], [1]);
        Assert.Equal(1, accumulator.Summary().MicroF1);
        Assert.Throws<ArgumentException>(() => accumulator.Add([1, 2], [1, 1]));
        Assert.Throws<NotFiniteNumberException>(() => MultiLabelMetrics.FromScores([float.NaN], [1], ["a"]));
    }
}
