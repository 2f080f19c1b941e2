namespace Recipes.Training;

/// <summary>What the steps of the current epoch add up to.</summary>
/// <remarks>The epoch's loss is Σ loss · rows / Σ rows, not a mean of batch means: a short last batch counts for as many rows as it has.</remarks>
internal sealed class EpochSums(int terms)
{
    private const int RowsIndex = 0, LossIndex = 1, NormIndex = 2, StepsIndex = 3, TermsIndex = 4;

    /// <summary>All sums, for checkpoints.</summary>
    public double[] Values { get; } = new double[TermsIndex + 2 * terms];

    /// <summary>Rows so far.</summary>
    public double Rows => Values[RowsIndex];
    /// <summary>The mean loss so far; NaN before the first step.</summary>
    public double Loss => Values[LossIndex] / Values[RowsIndex];
    /// <summary>The mean of the steps' gradient norms.</summary>
    public double GradientNorm => Values[NormIndex] / Values[StepsIndex];
    /// <summary>The mean of a term over the rows of the steps in which it was active; NaN if there were none.</summary>
    public double Term(int term) => Values[TermsIndex + term] / Values[TermsIndex + terms + term];

    public void AddStep(double loss, double gradientNorm, int rows)
    {
        Values[RowsIndex] += rows;
        Values[LossIndex] += loss * rows;
        Values[NormIndex] += gradientNorm;
        Values[StepsIndex]++;
    }

    public void AddTerm(int term, double mean, int rows)
    {
        Values[TermsIndex + term] += mean * rows;
        Values[TermsIndex + terms + term] += rows;
    }

    public void Clear() => Array.Clear(Values);
}
