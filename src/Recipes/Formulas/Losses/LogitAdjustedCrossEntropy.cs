using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Logit-adjusted cross-entropy: the logits carry the classes' frequencies while training, and are free of them in prediction.</summary>
    /// <remarks>
    /// <para>−log softmax(z + τ · log π)_y, with π how often each class is drawn.</para>
    /// <para>
    /// For a long tail of rare classes: prediction by z alone then treats all classes as equally frequent. It follows the sampler, so nothing is left to
    /// adjust with a balanced one, and correcting the prior again (weights, or at prediction) does it twice. The wrong choice where rare classes should
    /// be predicted rarely.
    /// </para>
    /// <para>τ = 1 is the paper's. A class that is never drawn counts as drawn with probability 10⁻¹².</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="prior">How often each class is drawn [classes].</param>
    /// <param name="tau">The strength τ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Long-tail Learning via Logit Adjustment", 2021)]
    public static Scalar LogitAdjustedCrossEntropy(Logits z, Label y, ClassPrior prior, [Range(0, 10)] double tau = 1) =>
        -LogSoftmax(z + tau * Log(Max(prior, 1e-12)))[y];
}
