using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Discrete infomax: less the information that the predicted code has about the label.</summary>
    /// <remarks>
    /// <para>
    /// Σ_k p̄_k · log p̄_k − Σ_k c_k · log c_k, where p = softmax(z) is a code of k symbols, p̄ its mean over the batch and c its mean over the rows with the same
    /// label; the mean over the batch is −I(code; label).
    /// </para>
    /// <para>
    /// Codes for retrieval: classes get different symbols, without saying which. The symbols are not the classes, so accuracy means nothing, and it is the wrong
    /// choice for a classifier. Batches must hold several rows of each class.
    /// </para>
    /// <para>One code of k symbols, with k logits; the paper's d codes with a penalty on their dependence are left out.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, symbols].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch]; its mean over the batch is in [−log C, 0].</returns>
    [Loss, Paper("Discrete Infomax Codes for Supervised Representation Learning", 2022)]
    [Technique("001-117", Part = "several codes at once, and the penalty on their dependence")]
    public static Scalar DiscreteInfomax(Logits z, Label y)
    {
        Row<Class> p = Softmax(z);
        Row<Class> mean = BatchMean(p);
        Row<Class> ofLabel = MeanByLabel(p, y);
        return Sum(mean * Log(Max(mean, 1e-30))) - Sum(ofLabel * Log(Max(ofLabel, 1e-30)));
    }
}
