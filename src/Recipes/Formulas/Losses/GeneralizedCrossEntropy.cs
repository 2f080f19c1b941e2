using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Generalised cross-entropy: between cross-entropy, which learns fast, and the absolute error, which wrong labels hurt less.</summary>
    /// <remarks>
    /// <para>(1 − p_y^q) / q, with p = softmax(z).</para>
    /// <para>
    /// For wrong labels: it is bounded by 1/q, so that no single row can pull without end. The wrong choice on clean labels and with many
    /// classes, where q near 1 learns slowly or not at all.
    /// </para>
    /// <para>q = 0.7 is the paper's; towards 0 it is cross-entropy, at 1 it is 1 − p_y. The paper's truncated form is left out.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="q">How far it is from cross-entropy.</param>
    /// <returns>The loss [batch], in [0, 1/q].</returns>
    [Loss, Paper("Generalized Cross Entropy Loss for Training Deep Neural Networks with Noisy Labels", 2018)]
    public static Scalar GeneralizedCrossEntropy(Logits z, Label y, [Range(0, 1, ExclusiveMinimum = true)] double q = 0.7) =>
        -Expm1(q * LogSoftmax(z)[y]) / q;
}
