namespace Recipes.Tests.Metrics;

public class MetricSetTests
{
    private static readonly string[] s_names = ["a", "b", "c", "d"];

    // Scores are floats and sums are taken in another order than NumPy's: 1e-7 is far above either.
    private const double Tolerance = 1e-7;

    [Fact]
    public void Agrees_with_scikit_learn_and_PyTorch()
    {
        MetricSet metrics = MetricSet.FromScores(MetricGolden.Scores, MetricGolden.Labels, s_names);
        Assert.Equal(120, metrics.Count);
        Assert.Equal(0, metrics.Unseen);
        Assert.Equal(MetricGolden.Accuracy, metrics.Accuracy, 1e-15);
        Assert.Equal(MetricGolden.NegativeLogLikelihood, metrics.NegativeLogLikelihood, Tolerance);
        Assert.Equal(MetricGolden.Brier, metrics.Brier, Tolerance);
        Assert.Equal(MetricGolden.ExpectedCalibrationError, metrics.ExpectedCalibrationError, Tolerance);
        Assert.Equal(MetricGolden.ExpectedCalibrationErrorEqualMass, metrics.ExpectedCalibrationErrorEqualMass, Tolerance);
        Assert.Equal(MetricGolden.MaximumCalibrationError, metrics.MaximumCalibrationError, Tolerance);
        Assert.Equal(MetricGolden.EqualMassCounts, metrics.ReliabilityEqualMass.Select(bin => bin.Count));
        for (int k = 0; k < 4; k++)
        {
            ClassMetrics of = metrics.Classes[k];
            Assert.Equal(s_names[k], of.Name);
            Assert.Equal(MetricGolden.Support[k], of.Support);
            Assert.Equal(MetricGolden.Precision[k], of.Precision, 1e-15);
            Assert.Equal(MetricGolden.Recall[k], of.Recall, 1e-15);
            Assert.Equal(MetricGolden.F1[k], of.F1, 1e-15);
            for (int j = 0; j < 4; j++) Assert.Equal(MetricGolden.Confusion[k, j], metrics.Confusion[k, j]);
        }
    }

    [Fact]
    public void The_accumulator_gives_the_same_bits()
    {
        var accumulator = new MetricAccumulator(4);
        for (int i = 0; i < MetricGolden.Labels.Length; i++) accumulator.Add(MetricGolden.Scores.AsSpan(4 * i, 4), MetricGolden.Labels[i]);
        Assert.Equal(MetricSet.FromScores(MetricGolden.Scores, MetricGolden.Labels, s_names).Summary, accumulator.Summary());
    }

    [Fact]
    public void Bins_are_right_closed_and_confidence_one_is_in_the_last()
    {
        // 0.6 = 9/15 and 0.8 = 12/15 end bins 8 and 11; the next float above 0.8 is in bin 12.
        float above = MathF.BitIncrement(0.8f);
        float[] rows = [0.6f, 0.4f, 0.8f, 0.2f, above, 1 - above, 1, 0];
        MetricSet metrics = MetricSet.FromProbabilities(rows, [0, 0, 0, 0], ["a", "b"]);
        Assert.Equal([8, 11, 12, 14], Enumerable.Range(0, 15).Where(b => metrics.Reliability[b].Count == 1));
        Assert.Equal(4, metrics.Reliability.Sum(bin => bin.Count));
        Assert.Equal(0.2, metrics.Reliability[11].Gap, 1e-7);

        // The same confidences by way of a softmax of their logarithms, which rounds.
        float[] scores = [.. rows.Select(p => MathF.Log(p))];
        Assert.Equal(1, MetricSet.FromScores(scores.AsSpan(0, 4), [0, 0], ["a", "b"]).Reliability[8].Count);
        Assert.Equal(1, MetricSet.FromScores(scores.AsSpan(0, 4), [0, 0], ["a", "b"]).Reliability[11].Count);
    }

    [Fact]
    public void Every_float_lies_in_the_bin_whose_edges_hold_it()
    {
        for (int bin = 0; bin < 15; bin++)
        {
            float edge = ConfidenceBins.UpperEdge(bin);
            Assert.Equal(bin, ConfidenceBins.IndexOf(edge));
            Assert.Equal(Math.Min(bin + 1, 14), ConfidenceBins.IndexOf(MathF.BitIncrement(edge)));
        }

        Assert.Equal(0, ConfidenceBins.IndexOf(0));
    }

    [Fact]
    public void Bins_of_equal_mass_never_part_rows_of_one_confidence()
    {
        // 30 rows, two to a bin; of the ten rows at 0.7 six are right. They make one bin whatever their order.
        var rows = new List<float>();
        var labels = new List<int>();
        for (int i = 0; i < 30; i++)
        {
            float p = i is >= 10 and < 20 ? 0.7f : 0.51f + 0.01f * i;
            rows.AddRange([p, 1 - p]);
            labels.Add(i is >= 10 and < 14 ? 1 : 0);
        }

        MetricSet metrics = MetricSet.FromProbabilities([.. rows], [.. labels], ["a", "b"]);
        ReliabilityBin tied = Assert.Single(metrics.ReliabilityEqualMass, bin => bin.Lower <= 0.7f && bin.Upper >= 0.7f);
        Assert.True(tied.Count >= 10);
        Assert.Equal(30, metrics.ReliabilityEqualMass.Sum(bin => bin.Count));
        for (int b = 1; b < metrics.ReliabilityEqualMass.Count; b++)
            Assert.True(metrics.ReliabilityEqualMass[b].Lower > metrics.ReliabilityEqualMass[b - 1].Upper);
    }

    [Fact]
    public void Of_equal_scores_the_lowest_class_is_predicted()
    {
        MetricSet metrics = MetricSet.FromScores([0, 2, 2, 1], [2], s_names);
        Assert.Equal(1, metrics.Confusion[2, 1]);
    }

    [Fact]
    public void Rows_with_an_unseen_label_are_counted_apart_and_dropped_from_nothing_but_the_likelihood()
    {
        float[] scores = [3, 0, 0, 0, 0, 3, 0, 0];
        MetricSet metrics = MetricSet.FromScores(scores, [0, -1], s_names);
        Assert.Equal(2, metrics.Count);
        Assert.Equal(1, metrics.Unseen);
        Assert.Equal(0.5, metrics.Accuracy);
        Assert.Equal(MetricSet.FromScores(scores.AsSpan(0, 4), [0], s_names).NegativeLogLikelihood, metrics.NegativeLogLikelihood, 1e-15);
        Assert.Equal(1, metrics.Confusion.OfUnseen(1));
        Assert.Equal(0, metrics.Classes[1].Precision);
        Assert.Equal(1, metrics.Classes[1].Predicted);
        Assert.True(double.IsNaN(MetricSet.FromScores(scores, [-1, -1], s_names).NegativeLogLikelihood));
    }

    [Fact]
    public void What_was_not_measured_is_not_a_zero()
    {
        MetricSet metrics = MetricSet.FromScores([3, 0, 0, 0], [0], s_names);
        Assert.Equal(1, metrics.Classes[0].F1);
        Assert.True(double.IsNaN(metrics.Classes[3].Precision));
        Assert.True(double.IsNaN(metrics.Classes[3].Recall));
        Assert.True(double.IsNaN(metrics.Classes[3].F1));
        MetricSet none = MetricSet.FromScores([], [], s_names);
        Assert.Equal(0, none.Count);
        Assert.True(double.IsNaN(none.Accuracy));
        Assert.True(double.IsNaN(none.ExpectedCalibrationErrorEqualMass));
        Assert.True(double.IsNaN(none.MaximumCalibrationError));
    }

    [Fact]
    public void A_score_that_is_not_finite_is_named()
    {
        var error = Assert.Throws<NotFiniteNumberException>(() => MetricSet.FromScores([0, 0, 0, 0, 0, 0, float.NaN, 0], [0, 1], s_names));
        Assert.Contains("Row 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("class c", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MetricSet.FromScores([1, 2, 3], [0], s_names));
        Assert.Throws<ArgumentOutOfRangeException>(() => MetricSet.FromScores([1, 2, 3, 4], [4], s_names));
    }
}
