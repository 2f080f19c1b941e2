using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Forward correction: cross-entropy of the labels as the known noise would show them.</summary>
    /// <remarks>
    /// <para>−log Σ_j T_{yj} · p_j, with p = softmax(z) and T_{ij} the probability that a row of class j is labelled i.</para>
    /// <para>
    /// For wrong labels whose rates are known or estimated: the network learns the clean probabilities, and its noisy ones fit the labels. The wrong
    /// choice with a wrong matrix, which it builds into the predictions.
    /// </para>
    /// <para>It has no knobs. Probabilities are no less than 10⁻³⁰.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="transition">The noise matrix [observed, true].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Making Deep Neural Networks Robust to Label Noise: a Loss Correction Approach", 2017)]
    public static Scalar ForwardCorrection(Logits z, Label y, Transition transition) => -Log(Max(Dot(Observed(transition, y), Softmax(z)), 1e-30));
}
