using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Reverse cross-entropy: the cross-entropy with prediction and label exchanged, and log 0 a number.</summary>
    /// <remarks>
    /// <para>−Σ_j p_j · log q_j = −A · (1 − p_y), with p = softmax(z), q the one-hot label and A = <c>logZero</c> in the place of log 0.</para>
    /// <para>
    /// The passive half beside an active loss, for wrong labels: it makes the wrong classes unlikely and is bounded. Alone it learns slowly
    /// with many classes. It is −A times the absolute error of the probabilities: one of the two is enough.
    /// </para>
    /// <para>A = −4 is that of the paper on active and passive losses; the code of both papers puts 10⁻⁴ for 0, which makes A −9.21.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="logZero">What log 0 is taken for.</param>
    /// <returns>The loss [batch], in [0, −A].</returns>
    [Loss, Paper("Symmetric Cross Entropy for Robust Learning with Noisy Labels", 2019)]
    [Technique("001-019", Part = "one half of an active-passive loss, which is two terms of a recipe")]
    public static Scalar ReverseCrossEntropy(Logits z, Label y, [Range(-100, 0, ExclusiveMaximum = true)] double logZero = -4) =>
        logZero * Expm1(LogSoftmax(z)[y]);
}
