namespace Recipes;

/// <summary>How the conformal sets did on the test rows.</summary>
/// <param name="PromisedCoverage">The probability 1 − α that a set holds the true class.</param>
/// <param name="Coverage">Share of test rows whose set holds it. Rows with a label never seen in train are not covered.</param>
/// <param name="MeanSetSize">Mean number of classes in a set.</param>
/// <param name="EmptyShare">Share of sets without any class.</param>
/// <param name="SetSizes">Rows by the size of their set: 0 to the number of classes.</param>
public sealed record ConformalSummary(
    double PromisedCoverage, double Coverage, double MeanSetSize, double EmptyShare, IReadOnlyList<long> SetSizes)
{
    /// <summary>The promised probability of a miss, α.</summary>
    public double Alpha => 1 - PromisedCoverage;

    /// <summary>Counts the sets of all rows.</summary>
    /// <param name="conformal">The fitted predictor.</param>
    /// <param name="probabilities">Calibrated probabilities, [rows, classes].</param>
    /// <param name="labels">[rows]; −1 stands for a class never seen in train.</param>
    /// <param name="classes">Classes.</param>
    public static ConformalSummary Of(IConformalPredictor conformal, ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(conformal);
        if (probabilities.Length != (long)labels.Length * classes)
            throw new ArgumentException($"{probabilities.Length} probabilities are not {labels.Length} rows of {classes} classes.");

        var sizes = new long[classes + 1];
        var set = new int[classes];
        long covered = 0, members = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            int size = conformal.PredictSet(probabilities.Slice(i * classes, classes), set);
            sizes[size]++;
            members += size;
            if (set.AsSpan(0, size).Contains(labels[i])) covered++;
        }

        double rows = labels.Length;
        return new ConformalSummary(conformal.Coverage, covered / rows, members / rows, sizes[0] / rows, sizes);
    }
}
