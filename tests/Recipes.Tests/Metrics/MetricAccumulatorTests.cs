namespace Recipes.Tests.Metrics;

public class MetricAccumulatorTests
{
    [Fact]
    public void Two_rows_by_hand()
    {
        var accumulator = new MetricAccumulator(2);
        // p = (0.75, 0.25), right; p = (0.5, 0.5), tie to class 0, wrong.
        accumulator.Add([MathF.Log(3), 0], 0);
        accumulator.Add([1, 1], 1);
        EvaluationSummary summary = accumulator.Summary();

        Assert.Equal(2, summary.Count);
        Assert.Equal(0.5, summary.Accuracy);
        Assert.Equal((Math.Log(4.0 / 3) + Math.Log(2)) / 2, summary.NegativeLogLikelihood, 1e-7);
        Assert.Equal((2 * 0.0625 + 2 * 0.25) / 2, summary.Brier, 1e-7);
        // Two bins of one row each: |1 − 0.75| and |0 − 0.5|.
        Assert.Equal((0.25 + 0.5) / 2, summary.ExpectedCalibrationError, 1e-7);
    }

    [Fact]
    public void Reset_forgets_and_without_rows_nothing_is_known()
    {
        var accumulator = new MetricAccumulator(3);
        accumulator.Add([1, 2, 3], 2);
        accumulator.Reset();
        EvaluationSummary summary = accumulator.Summary();
        Assert.Equal(0, summary.Count);
        foreach (Metric metric in Recipes.Metrics.Of(Recipes.Training.RecipeTask.Classification)) Assert.True(double.IsNaN(summary.Of(metric)), metric.ToString());
    }

    [Fact]
    public void An_unseen_label_is_wrong_and_left_out_of_the_likelihood_alone()
    {
        var accumulator = new MetricAccumulator(2);
        accumulator.Add([MathF.Log(3), 0], 0);
        accumulator.Add([0, 0], -1);
        EvaluationSummary summary = accumulator.Summary();
        Assert.Equal(2, summary.Count);
        Assert.Equal(1, summary.Unseen);
        Assert.Equal(0.5, summary.Accuracy);
        Assert.Equal(Math.Log(4.0 / 3), summary.NegativeLogLikelihood, 1e-7);
        // 2·0.25² for the first; 0.5² + 0.5² + 1 for a true class of probability 0.
        Assert.Equal((0.125 + 1.5) / 2, summary.Brier, 1e-7);
        Assert.Equal((0.25 + 0.5) / 2, summary.ExpectedCalibrationError, 1e-7);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_score_that_is_not_finite_reaches_the_metrics(float value)
    {
        var accumulator = new MetricAccumulator(3);
        accumulator.Add([0, 5, 1], 1);
        accumulator.Add([0, 5, value], 1);
        EvaluationSummary summary = accumulator.Summary();
        Assert.Equal(0.5, summary.Accuracy);
        Assert.True(double.IsNaN(summary.NegativeLogLikelihood));
        Assert.True(double.IsNaN(summary.Brier));
        Assert.True(double.IsNaN(summary.ExpectedCalibrationError));
    }

    [Fact]
    public void Extreme_scores_neither_overflow_nor_cancel()
    {
        var accumulator = new MetricAccumulator(2);
        accumulator.Add([3e38f, -3e38f], 0);
        Assert.Equal(0, accumulator.Summary().NegativeLogLikelihood);
        accumulator.Reset();
        accumulator.Add([30, 0], 0);
        // (1 − p)² · 2 with 1 − p = e⁻³⁰ / (1 + e⁻³⁰): far below what 1 − 2p + Σp² could resolve.
        Assert.Equal(1, accumulator.Summary().Brier / (2 * Math.Exp(-60)), 1e-10);
    }

    [Fact]
    public void Probabilities_are_taken_as_they_are()
    {
        var accumulator = new MetricAccumulator(2);
        accumulator.AddProbabilities([0, 1], 0);
        EvaluationSummary summary = accumulator.Summary();
        Assert.Equal(double.PositiveInfinity, summary.NegativeLogLikelihood);
        Assert.Equal(2, summary.Brier);
        Assert.Equal(1, summary.ExpectedCalibrationError);
    }

    [Fact]
    public void Wrong_lengths_and_labels_are_refused()
    {
        var accumulator = new MetricAccumulator(2);
        Assert.Throws<ArgumentException>(() => accumulator.Add([1, 2, 3], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => accumulator.Add([1, 2], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => accumulator.Add([1, 2], -2));
    }

    [Fact]
    public void Adding_and_summing_up_allocates_nothing()
    {
        var accumulator = new MetricAccumulator(10);
        float[] row = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        Evaluate();
        long before = GC.GetAllocatedBytesForCurrentThread();
        double sum = Evaluate();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(sum > 0);

        double Evaluate()
        {
            accumulator.Reset();
            for (int i = 0; i < 1000; i++) accumulator.Add(row, i % 10);
            return accumulator.Summary().NegativeLogLikelihood;
        }
    }
}
