using Recipes.Engine;

namespace Recipes;

public sealed partial class Dataset
{
    /// <summary>Divides the rows at random into four roles; each role keeps the order of the file.</summary>
    /// <remarks>
    /// The counts follow by largest remainder, of each class if <paramref name="stratify"/>, else of all rows. The same seed
    /// divides the same data alike on every machine.
    /// </remarks>
    /// <param name="train">Share of the rows that the weights are learned from.</param>
    /// <param name="validation">Share for selection.</param>
    /// <param name="calibration">Share for calibrators and conformal predictors.</param>
    /// <param name="test">Share for the report.</param>
    /// <param name="seed">Which of the possible divisions.</param>
    /// <param name="stratify">Whether each class is divided in the same proportion, where rows have classes.</param>
    /// <exception cref="StartupGuardException">The shares are not in [0, 1] or do not sum to 1, a role with a share gets no row, or the train rows have one
    /// class only.</exception>
    public Splits Split(double train, double validation = 0, double calibration = 0, double test = 0, long seed = 0, bool stratify = true)
    {
        double[] fractions = [train, validation, calibration, test];
        StartupGuards.Fractions(fractions);
        stratify &= HasLabels;
        ReadOnlySpan<int> strata = stratify ? _labels : new int[Count];
        int[][] parts = StratifiedDivision.Divide(strata, stratify ? Classes.Count : 1, fractions, new RandomKey(unchecked((ulong)seed), "Split"));
        StartupGuards.NoEmptyPart(fractions, parts, Count);
        return new Splits(this, parts[0], parts[1], parts[2], parts[3]);
    }
}
