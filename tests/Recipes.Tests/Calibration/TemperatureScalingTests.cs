namespace Recipes.Tests.Calibration;

public class TemperatureScalingTests
{
    [Fact]
    public void Agrees_with_SciPy_on_a_real_network()
    {
        var scaling = new TemperatureScaling();
        scaling.Fit(CifarSample.Scores, CifarSample.Labels, CifarSample.Classes);
        // SciPy's Brent search compares values, so its argument is good to about the root of the machine's precision.
        Assert.Equal(CifarSample.Temperature, scaling.Temperature, 1e-6);
        Assert.Equal(CifarSample.NegativeLogLikelihoodBefore, Likelihood(CifarSample.Scores, CifarSample.Labels, CifarSample.Classes, 1), 1e-12);
        double after = Likelihood(CifarSample.Scores, CifarSample.Labels, CifarSample.Classes, scaling.Temperature);
        Assert.Equal(CifarSample.NegativeLogLikelihoodAfter, after, 1e-12);
        Assert.Equal(250, scaling.Rows);
        Assert.Matches(@"^TemperatureScaling: temperature 1\.5346, fitted on 250 rows \(95% interval 1\.\d+ to 1\.\d+\)\.$", Assert.Single(scaling.Notes));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public void Nothing_on_a_fine_grid_is_better(double truth)
    {
        (float[] scores, int[] labels) = Drawn(200, 5, truth, seed: 3);
        var scaling = new TemperatureScaling();
        scaling.Fit(scores, labels, 5);
        double best = double.PositiveInfinity;
        for (double log = Math.Log(0.05); log <= Math.Log(20); log += 2e-3) best = Math.Min(best, Likelihood(scores, labels, 5, Math.Exp(log)));
        double found = Likelihood(scores, labels, 5, scaling.Temperature);
        Assert.True(found <= best);
        // Half a step of the grid beside the optimum costs curvature · (1e-3)² / 2, with a curvature below 2.
        Assert.Equal(best, found, 1e-6);
        // Labels drawn from the softmax at a temperature give it back within four standard errors.
        Assert.InRange(Math.Log(scaling.Temperature / truth) / scaling.LogStandardError, -4, 4);
    }

    [Fact]
    public void Applying_divides_the_scores_and_the_predicted_class_stays()
    {
        var scaling = new TemperatureScaling();
        scaling.Fit(CifarSample.Scores, CifarSample.Labels, CifarSample.Classes);
        float[] scores = [.. CifarSample.Scores];
        scaling.Apply(scores, CifarSample.Classes);
        for (int i = 0; i < scores.Length; i++) Assert.Equal(CifarSample.Scores[i] / scaling.Temperature, scores[i], 1e-5);
        string[] names = [.. Enumerable.Range(0, 10).Select(k => $"{k}")];
        MetricSet before = MetricSet.FromScores(CifarSample.Scores, CifarSample.Labels, names);
        MetricSet after = MetricSet.FromScores(scores, CifarSample.Labels, names);
        Assert.Equal(before.Accuracy, after.Accuracy);
        Assert.True(after.NegativeLogLikelihood < before.NegativeLogLikelihood);
        Assert.True(after.ExpectedCalibrationError < before.ExpectedCalibrationError);
    }

    [Fact]
    public void With_every_row_right_there_is_no_optimum_and_the_bound_is_said()
    {
        (float[] scores, int[] labels) = Confident(right: true);
        var scaling = new TemperatureScaling();
        scaling.Fit(scores, labels, 3);
        Assert.Equal(0.05, scaling.Temperature, 1e-12);
        Assert.Contains("lower bound", Assert.Single(scaling.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void With_every_row_wrong_the_upper_bound_is_said()
    {
        (float[] scores, int[] labels) = Confident(right: false);
        var scaling = new TemperatureScaling(maximum: 8);
        scaling.Fit(scores, labels, 3);
        Assert.Equal(8, scaling.Temperature, 1e-12);
        Assert.Contains("upper bound", Assert.Single(scaling.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_that_say_nothing_leave_the_temperature_at_one()
    {
        var scaling = new TemperatureScaling();
        scaling.Fit(new float[60], new int[20], 3);
        Assert.Equal(1, scaling.Temperature);
        Assert.Contains("does not depend", Assert.Single(scaling.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Huge_scores_are_borne()
    {
        var scores = new float[40];
        var labels = new int[20];
        for (int i = 0; i < 20; i++)
        {
            scores[2 * i] = 3e38f;
            scores[2 * i + 1] = -3e38f;
            labels[i] = i % 2;
        }

        var scaling = new TemperatureScaling();
        scaling.Fit(scores, labels, 2);
        Assert.Equal(20, scaling.Temperature, 1e-12);
    }

    [Fact]
    public void Rows_with_an_unseen_label_are_passed_over()
    {
        (float[] scores, int[] labels) = Drawn(50, 3, 2, seed: 5);
        var alone = new TemperatureScaling();
        alone.Fit(scores, labels, 3);
        var mixed = new TemperatureScaling();
        mixed.Fit([.. scores, 9, 0, 0], [.. labels, -1], 3);
        Assert.Equal(alone.Temperature, mixed.Temperature);
        Assert.Equal(50, mixed.Rows);
    }

    [Fact]
    public void Too_few_rows_and_values_that_are_not_finite_are_refused()
    {
        var scaling = new TemperatureScaling();
        Assert.Equal(10, scaling.MinimumRows(3));
        Assert.Throws<ArgumentException>(() => scaling.Fit(new float[27], new int[9], 3));
        Assert.Throws<ArgumentException>(() => scaling.Fit(new float[27], new int[10], 3));
        foreach (float bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            var scores = new float[30];
            scores[12] = bad;
            Assert.Contains("row 4", Assert.Throws<NotFiniteNumberException>(() => scaling.Fit(scores, new int[10], 3)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_class_with_probability_zero_does_no_harm_where_it_is_not_the_true_one()
    {
        (float[] scores, int[] labels) = Drawn(50, 3, 2, seed: 5);
        float[] wider = new float[200];
        for (int i = 0; i < 50; i++)
        {
            scores.AsSpan(3 * i, 3).CopyTo(wider.AsSpan(4 * i));
            wider[4 * i + 3] = float.NegativeInfinity;
        }

        var narrow = new TemperatureScaling();
        narrow.Fit(scores, labels, 3);
        var wide = new TemperatureScaling();
        wide.Fit(wider, labels, 4);
        Assert.Equal(narrow.Temperature, wide.Temperature, 1e-12);
    }

    [Fact]
    public void The_state_comes_back_to_the_bit()
    {
        var fitted = new TemperatureScaling();
        fitted.Fit(CifarSample.Scores, CifarSample.Labels, CifarSample.Classes);
        var read = new TemperatureScaling();
        read.LoadState(fitted.SaveState());
        Assert.Equal(fitted.Temperature, read.Temperature);
        Assert.Equal(fitted.LogStandardError, read.LogStandardError);
        Assert.Equal(fitted.Rows, read.Rows);
        Assert.Equal(fitted.Notes, read.Notes);
        Assert.Equal(fitted.SaveState(), read.SaveState());
    }

    [Theory]
    [InlineData("")]
    [InlineData("temperature=1")]
    [InlineData("temperature=0; logStandardError=1; rows=10")]
    [InlineData("temperature=one; logStandardError=1; rows=10")]
    [InlineData("temperature=1; logStandardError=1; rows=10; more=1")]
    public void A_foreign_state_is_refused(string state) => Assert.Throws<FormatException>(() => new TemperatureScaling().LoadState(state));

    [Fact]
    public void Bounds_make_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TemperatureScaling(minimum: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TemperatureScaling(minimum: 2, maximum: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TemperatureScaling(maximum: double.PositiveInfinity));
    }

    [Fact]
    public void Applying_allocates_nothing()
    {
        var scaling = new TemperatureScaling();
        float[] scores = new float[100];
        scaling.Apply(scores, 10);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) scaling.Apply(scores, 10);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>Written out from the definition, apart from the code under test.</summary>
    private static double Likelihood(float[] scores, int[] labels, int classes, double temperature)
    {
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<float> row = scores.AsSpan(i * classes, classes);
            double top = double.NegativeInfinity, total = 0;
            foreach (float score in row) top = Math.Max(top, score / temperature);
            foreach (float score in row) total += Math.Exp(score / temperature - top);
            sum += top + Math.Log(total) - row[labels[i]] / temperature;
        }

        return sum / labels.Length;
    }

    /// <summary>Normal scores, three times wider than the temperature's unit, and labels from their softmax at that temperature.</summary>
    private static (float[] Scores, int[] Labels) Drawn(int rows, int classes, double temperature, int seed)
    {
        var random = new Random(seed);
        var scores = new float[rows * classes];
        var labels = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            Span<float> row = scores.AsSpan(i * classes, classes);
            var weights = new double[classes];
            for (int k = 0; k < classes; k++)
            {
                row[k] = (float)(2 * temperature * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
                weights[k] = Math.Exp(row[k] / temperature);
            }

            double draw = random.NextDouble() * weights.Sum();
            while (labels[i] < classes - 1 && (draw -= weights[labels[i]]) >= 0) labels[i]++;
        }

        return (scores, labels);
    }

    private static (float[] Scores, int[] Labels) Confident(bool right)
    {
        var scores = new float[60];
        var labels = new int[20];
        for (int i = 0; i < 20; i++)
        {
            labels[i] = i % 3;
            scores[3 * i + (right ? labels[i] : (labels[i] + 1) % 3)] = 5 + i;
        }

        return (scores, labels);
    }
}
