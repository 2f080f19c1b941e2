using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Symmetric cross-entropy: cross-entropy and its reverse.</summary>
    /// <remarks>
    /// <para>−α · log p_y − β · A · (1 − p_y), with p = softmax(z) and A = <c>logZero</c> in the place of log 0.</para>
    /// <para>
    /// For wrong labels. The reverse part is robust, the plain part learns the classes that are hard. With α large it learns wrong labels by heart
    /// as cross-entropy does; with β large it learns slowly.
    /// </para>
    /// <para>
    /// α = 0.1 and β = 1 are the paper's for CIFAR-10 (6 and 0.1 for CIFAR-100). The authors' code puts 10⁻⁴ for 0, which makes A −9.21; −4 is the usual
    /// value since.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="alpha">The weight α of cross-entropy.</param>
    /// <param name="beta">The weight β of its reverse.</param>
    /// <param name="logZero">What log 0 is taken for.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Symmetric Cross Entropy for Robust Learning with Noisy Labels", 2019)]
    public static Scalar SymmetricCrossEntropy(
        Logits z, Label y, [Range(0, 100)] double alpha = 0.1, [Range(0, 100)] double beta = 1, [Range(-100, 0, ExclusiveMaximum = true)] double logZero = -4) =>
        beta * ReverseCrossEntropy(z, y, logZero) - alpha * LogSoftmax(z)[y];
}
