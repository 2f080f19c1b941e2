namespace Recipes.Samples.ToyChecks.Measures;

/// <summary>Measures of a classifier on named rows of a problem; percentages are in points.</summary>
internal static class Classification
{
    public static Measure Accuracy(string rows = "test") => new(Name("accuracy", rows), "points", true, evaluation => 100 * Share(evaluation.On(rows), _ => true));

    /// <summary>The mean of the classes' accuracies.</summary>
    public static Measure BalancedAccuracy(string rows = "test") => new(Name("balanced accuracy", rows), "points", true, evaluation =>
    {
        Predictions all = evaluation.On(rows);
        return 100 * all.Rows.Labels.Distinct().Average(label => Share(all, row => all.Rows.Labels[row] == label));
    });

    /// <summary>The accuracy of the group that has the lowest.</summary>
    public static Measure WorstGroupAccuracy(string rows = "test") => new(Name("worst group's accuracy", rows), "points", true, evaluation =>
    {
        Predictions all = evaluation.On(rows);
        int[] groups = all.Rows.Groups ?? throw new InvalidOperationException($"The rows named {rows} have no groups.");
        return 100 * groups.Distinct().Min(group => Share(all, row => groups[row] == group));
    });

    public static Measure NegativeLogLikelihood(string rows = "test") => new(
        // Single precision says 0 for less than 1e-45: such a probability counts as that, not as infinitely bad.
        Name("negative log-likelihood", rows), "nats", false, evaluation => Mean(evaluation.On(rows), (all, row) => -Math.Log(Math.Max(all.OfTruth(row), 1e-45))));

    public static Measure Brier(string rows = "test") => new(Name("Brier score", rows), "", false, evaluation => Mean(evaluation.On(rows), (all, row) =>
    {
        double sum = 0;
        for (int c = 0; c < all.Classes; c++) sum += Math.Pow(all[row][c] - (c == all.Rows.Labels[row] ? 1 : 0), 2);
        return sum;
    }));

    /// <summary>The expected calibration error over bins of equal mass, in points.</summary>
    public static Measure CalibrationError(string rows = "test") => new(Name("calibration error", rows), "points", false, evaluation =>
    {
        Predictions all = evaluation.On(rows);
        return 100 * MetricSet.FromProbabilities(all.Probabilities, all.Rows.Labels, evaluation.Classifier.Classes).ExpectedCalibrationErrorEqualMass;
    });

    /// <summary>The mean confidence minus the accuracy, in points, of either sign taken as its size.</summary>
    public static Measure ConfidenceGap(string rows = "test") => new(Name("gap of confidence and accuracy", rows), "points", false, evaluation =>
        100 * Math.Abs(Mean(evaluation.On(rows), (all, row) => all.Confidence(row) - (all.IsRight(row) ? 1 : 0))));

    /// <summary>How far two trainings from different seeds are from each other: mean |p − q| over the classes, relative to the mean probability; in percent.</summary>
    /// <remarks>"Smooth activations and reproducibility in deep networks" (2020).</remarks>
    public static Measure Churn(string rows = "test") => new(Name("difference of two trainings", rows), "points", false, evaluation =>
    {
        float[] first = evaluation.On(rows).Probabilities, second = evaluation.Twin.On(rows).Probabilities;
        return 100 * first.Zip(second, (p, q) => Math.Abs((double)p - q)).Sum() / first.Zip(second, (p, q) => ((double)p + q) / 2).Sum();
    });

    /// <summary>The mean total variation distance from the true probabilities.</summary>
    public static Measure TotalVariation(string rows = "test") => new(Name("distance from the true probabilities", rows), "points", false, evaluation =>
    {
        Predictions all = evaluation.On(rows);
        float[] truth = all.Rows.Truth ?? throw new InvalidOperationException($"The true probabilities of the rows named {rows} are not known.");
        return 100 * all.Probabilities.Zip(truth, (p, q) => Math.Abs((double)p - q)).Sum() / 2 / all.Count;
    });

    /// <summary>The area under the receiver operating characteristic of a score that should be high on test rows and low on outliers.</summary>
    public static Measure OutlierDetection(string outliers = "outliers", Func<Predictions, int, double>? score = null) => new(
        $"area under the curve, test against {outliers}", "points", true, evaluation =>
        {
            score ??= static (all, row) => all.Confidence(row);
            Predictions inside = evaluation.On("test"), outside = evaluation.On(outliers);
            return 100 * AreaUnderCurve([.. Enumerable.Range(0, inside.Count).Select(row => score(inside, row))], [.. Enumerable.Range(0, outside.Count).Select(row => score(outside, row))]);
        });

    /// <summary>How often a right prediction is more confident than a wrong one.</summary>
    public static Measure ErrorDetection(string rows = "test") => new($"area under the curve, right against wrong on {rows}", "points", true, evaluation =>
    {
        Predictions all = evaluation.On(rows);
        double[] Of(bool right) => [.. Enumerable.Range(0, all.Count).Where(row => all.IsRight(row) == right).Select(row => all.Confidence(row))];
        return 100 * AreaUnderCurve(Of(true), Of(false));
    });

    /// <summary>The probability that a value of the first is greater than one of the second; equal ones count half.</summary>
    public static double AreaUnderCurve(double[] first, double[] second)
    {
        if (first.Length == 0 || second.Length == 0) return 0.5;
        double[] sorted = [.. second.Order()];
        double wins = 0;
        foreach (double value in first) wins += (LowerBound(sorted, value) + UpperBound(sorted, value)) / 2.0;
        return wins / ((double)first.Length * second.Length);
    }

    private static string Name(string what, string rows) => rows == "test" ? what : $"{what} on {rows} rows";

    private static double Mean(Predictions all, Func<Predictions, int, double> of)
    {
        double sum = 0;
        for (int row = 0; row < all.Count; row++) sum += of(all, row);
        return sum / all.Count;
    }

    /// <summary>The share of right ones among chosen rows.</summary>
    private static double Share(Predictions all, Func<int, bool> isChosen)
    {
        int right = 0, chosen = 0;
        for (int row = 0; row < all.Count; row++)
        {
            if (!isChosen(row)) continue;
            chosen++;
            if (all.IsRight(row)) right++;
        }
        return (double)right / chosen;
    }

    /// <summary>Values below; with <see cref="UpperBound"/>, values up to.</summary>
    private static int LowerBound(double[] sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1; else high = middle;
        }
        return low;
    }

    private static int UpperBound(double[] sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] <= value) low = middle + 1; else high = middle;
        }
        return low;
    }
}
