namespace Recipes.Tests.Calibration;

public class SplitConformalTests
{
    private const int Draws = 40_000;

    /// <summary>With n = 19 continuous scores the k-th least has coverage k/20 exactly; over 40,000 draws its standard error is 0.0015.</summary>
    [Fact]
    public void Nineteen_rows_promise_ninety_percent_and_keep_it()
    {
        double coverage = SimulatedCoverage(calibration =>
        {
            var conformal = new SplitConformal(0.1);
            var rows = new float[38];
            for (int i = 0; i < 19; i++) (rows[2 * i], rows[2 * i + 1]) = (calibration[i], 1 - calibration[i]);
            conformal.Fit(rows, new int[19], 2);
            return probability =>
            {
                Span<int> set = stackalloc int[2];
                return set[..conformal.PredictSet([probability, 1 - probability], set)].Contains(0);
            };
        });
        Assert.InRange(coverage, 0.895, 0.905);
    }

    /// <summary>The test above can tell: the neighbouring order statistics cover 0.85 and 0.95, far outside its range.</summary>
    [Theory]
    [InlineData(17, 0.85)]
    [InlineData(18, 0.90)]
    [InlineData(19, 0.95)]
    public void An_index_one_off_would_be_seen(int k, double expected)
    {
        double coverage = SimulatedCoverage(calibration =>
        {
            float[] scores = [.. calibration.Select(p => 1 - p).Order()];
            return probability => 1 - probability <= scores[k - 1];
        });
        Assert.Equal(expected, coverage, 0.005);
        Assert.Equal(k == 18, coverage is >= 0.895 and <= 0.905);
    }

    [Theory]
    [InlineData(0.1, 19, 18)]    // ⌈20 · 0.9⌉
    [InlineData(0.1, 9, 9)]      // ⌈10 · 0.9⌉: 10 · (1 − 0.1) must not become 9.000000000000002
    [InlineData(0.1, 99, 90)]
    [InlineData(0.3, 9, 7)]      // 10 · (1 − 0.3) is 7 exactly
    [InlineData(0.02, 49, 49)]
    [InlineData(0.02, 90, 90)]   // ⌈91 · 0.98⌉ = ⌈89.18⌉
    [InlineData(0.05, 199, 190)]
    [InlineData(1.0 / 3, 5, 4)]  // a third is meant
    public void The_index_is_exact(double alpha, int rows, int rank)
    {
        // Row i's true class has probability i/1000, so its score is the (rows − i + 1)-th least.
        var probabilities = new float[2 * rows];
        for (int i = 1; i <= rows; i++) (probabilities[2 * i - 2], probabilities[2 * i - 1]) = (i / 1000f, 1 - i / 1000f);
        var conformal = new SplitConformal(alpha);
        conformal.Fit(probabilities, new int[rows], 2);
        Assert.Equal((rows - rank + 1) / 1000f, conformal.Threshold);
    }

    [Theory]
    [InlineData(0.1, 9)]
    [InlineData(0.02, 49)]
    [InlineData(0.05, 19)]
    [InlineData(0.01, 99)]
    [InlineData(0.3, 3)]
    [InlineData(0.5, 1)]
    public void The_fewest_rows_are_those_whose_quantile_exists(double alpha, int rows)
    {
        var conformal = new SplitConformal(alpha);
        Assert.Equal(rows, conformal.MinimumRows(2));
        conformal.Fit(Same(rows), new int[rows], 2);
        Assert.True(float.IsFinite(conformal.Threshold));
        conformal.Fit(Same(rows - 1), new int[rows - 1], 2);
        Assert.Equal(float.NegativeInfinity, conformal.Threshold);
        Assert.Contains("all classes", Assert.Single(conformal.Notes), StringComparison.Ordinal);
        Assert.Equal(2, conformal.PredictSet([1, 0], new int[2]));
    }

    [Fact]
    public void A_score_equal_to_the_quantile_is_in_the_set()
    {
        var conformal = new SplitConformal(0.1);
        conformal.Fit(Same(19), new int[19], 2);
        int[] set = new int[3];
        Assert.Equal(2, conformal.PredictSet([0.6f, MathF.BitDecrement(0.6f), 0.9f], set));
        Assert.Equal([0, 2], set[..2]);
    }

    [Fact]
    public void A_set_may_be_empty_and_empty_sets_are_counted()
    {
        var conformal = new SplitConformal(0.1);
        conformal.Fit(Same(19), new int[19], 2);
        float[] probabilities = [0.5f, 0.5f, 0.7f, 0.3f, 0.7f, 0.3f, 0.7f, 0.3f];
        ConformalSummary summary = ConformalSummary.Of(conformal, probabilities, [0, 0, 1, -1], 2);
        Assert.Equal(0.9, summary.PromisedCoverage, 1e-15);
        Assert.Equal(0.25, summary.Coverage);
        Assert.Equal(0.75, summary.MeanSetSize);
        Assert.Equal(0.25, summary.EmptyShare);
        Assert.Equal([1, 3, 0], summary.SetSizes);
    }

    [Fact]
    public void A_calibration_row_with_an_unseen_label_can_never_be_covered()
    {
        // 19 rows, two of them unseen: the 18th least score is infinite, so nothing less than all classes keeps the promise.
        int[] labels = new int[19];
        labels[3] = labels[7] = -1;
        var conformal = new SplitConformal(0.1);
        conformal.Fit(Same(19), labels, 2);
        Assert.Equal(float.NegativeInfinity, conformal.Threshold);
        labels[3] = 0;
        conformal.Fit(Same(19), labels, 2);
        Assert.Equal(0.6f, conformal.Threshold);
    }

    [Fact]
    public void Not_a_number_excludes_no_class()
    {
        var conformal = new SplitConformal(0.1);
        conformal.Fit(Same(19), new int[19], 2);
        Assert.Equal(2, conformal.PredictSet([float.NaN, float.NaN], new int[2]));
        float[] bad = Same(19);
        bad[8] = float.NaN;
        Assert.Contains("row 4", Assert.Throws<NotFiniteNumberException>(() => conformal.Fit(bad, new int[19], 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_state_comes_back_to_the_bit()
    {
        var fitted = new SplitConformal(0.02);
        foreach (int rows in new[] { 20, 60 })
        {
            fitted.Fit(Same(rows), new int[rows], 2);
            var read = new SplitConformal(0.02);
            read.LoadState(fitted.SaveState());
            Assert.Equal(fitted.Threshold, read.Threshold);
            Assert.Equal(fitted.Notes, read.Notes);
        }

        Assert.Throws<FormatException>(() => fitted.LoadState("threshold=NaN; rows=3"));
        Assert.Throws<FormatException>(() => fitted.LoadState("temperature=1; rows=3"));
    }

    [Fact]
    public void Impossible_demands_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SplitConformal(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SplitConformal(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SplitConformal(double.NaN));
        var conformal = new SplitConformal();
        Assert.Throws<ArgumentException>(() => conformal.Fit(new float[5], new int[3], 2));
        conformal.Fit(Same(2), new int[2], 2);
        Assert.Throws<ArgumentException>(() => conformal.PredictSet([1, 1], new int[1]));
    }

    /// <summary>Rows that give their true class, 0, a probability of 0.6.</summary>
    private static float[] Same(int rows)
    {
        var probabilities = new float[2 * rows];
        for (int i = 0; i < rows; i++) (probabilities[2 * i], probabilities[2 * i + 1]) = (0.6f, 0.4f);
        return probabilities;
    }

    private static double SimulatedCoverage(Func<float[], Func<float, bool>> fit)
    {
        var random = new Random(19);
        int covered = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            float[] calibration = [.. Enumerable.Range(0, 19).Select(_ => random.NextSingle())];
            if (fit(calibration)(random.NextSingle())) covered++;
        }

        return (double)covered / Draws;
    }
}
