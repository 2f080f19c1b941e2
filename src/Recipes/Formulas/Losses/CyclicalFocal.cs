using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Cyclical focal loss: sure rows count more at the start and the end of a run, hard ones in its middle.</summary>
    /// <remarks>
    /// <para>
    /// −(ξ · (1 + p_y)^γ₁ + (1 − ξ) · (1 − p_y)^γ₂) · log p_y, with p = softmax(z) and ξ = 1 − f · t for t up to 1/f of the run, then (f · t − 1) / (f −
    /// 1).
    /// </para>
    /// <para>
    /// A curriculum that begins and ends with easy rows: better than the focal loss on balanced data. Its knobs add up with those of the schedule: the
    /// wrong choice where only one of them can be tuned, and where a proper loss is wanted.
    /// </para>
    /// <para>γ₁ = 2, γ₂ = 3 and f = 4 are the paper's.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="progress">How much of the run is done.</param>
    /// <param name="gammaSure">How strongly easy examples are favoured at the ends, γ₁.</param>
    /// <param name="gammaHard">How strongly easy examples are discounted in the middle, γ₂.</param>
    /// <param name="factor">The cyclical factor f: the turn comes at 1/f of the run.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Cyclical Focal Loss", 2022)]
    public static Scalar CyclicalFocal(
        Logits z, Label y, Progress progress, [Range(0, 10)] double gammaSure = 2, [Range(0, 10)] double gammaHard = 3,
        [Range(1, 100, ExclusiveMinimum = true)] double factor = 4)
    {
        Scalar logp = LogSoftmax(z)[y];
        Scalar turned = factor * progress;
        Scalar share = Where(LessOrEqual(turned, 1), 1 - turned, (turned - 1) / (factor - 1));
        return -(share * Pow(1 + Exp(logp), gammaSure) + (1 - share) * Pow(-Expm1(logp), gammaHard)) * logp;
    }
}
