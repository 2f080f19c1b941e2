using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Importance reweighting for wrong labels: a row counts by how likely its label is true.</summary>
    /// <remarks>
    /// <para>
    /// −w · log p_y with w = p_y / Σ_j T_{yj} · p_j, p = softmax(z) and T_{ij} the probability that a row of class j is labelled i; w is held fixed.
    /// </para>
    /// <para>
    /// For wrong labels whose rates are known or estimated. The weights are the network's own opinion: begin with cross-entropy or
    /// <c>[ForwardCorrection]</c> for some epochs. The wrong choice with a wrong matrix.
    /// </para>
    /// <para>
    /// It has no knobs. Drawing the batch anew by these weights, as the cited method does, is a sampler's; this is its other end, weighting. The
    /// denominator is no less than 10⁻³⁰.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="transition">The noise matrix [observed, true].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Classification with Noisy Labels by Importance Reweighting", 2016)]
    [Technique("001-010", Part = "the drawing of the batch anew by the weights")]
    public static Scalar ImportanceReweighting(Logits z, Label y, Transition transition)
    {
        Row<Class> p = Softmax(z);
        return -Stop(p[y] / Max(Dot(Observed(transition, y), p), 1e-30)) * LogSoftmax(z)[y];
    }
}
