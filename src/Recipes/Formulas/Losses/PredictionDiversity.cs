using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Prediction diversity: the negative entropy of the mean prediction of the batch.</summary>
    /// <remarks>
    /// <para>Σ_j p̄_j · log p̄_j, where p̄ is the mean of softmax(z) over the batch; the same number for each example.</para>
    /// <para>
    /// Beside a term that makes single predictions certain, it keeps the network from giving all rows to one class (the diversity half of
    /// information maximisation, also mean entropy maximisation). It pulls towards equally frequent classes: the wrong choice when the true
    /// frequencies differ, and in batches of few rows, whose mean is not that of the data.
    /// </para>
    /// <para>The label is not used. Between −log C and 0, thus no term for uncertainty weights, which need losses above 0.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <returns>The loss, one number for the batch, in [−log C, 0].</returns>
    [Loss, Paper("Do We Really Need to Access the Source Data? Source Hypothesis Transfer for Unsupervised Domain Adaptation", 2020)]
    public static Scalar PredictionDiversity(Logits z, Label y)
    {
        Row<Class> mean = BatchMean(Softmax(z));
        return Sum(mean * Log(Max(mean, 1e-30)));
    }
}
