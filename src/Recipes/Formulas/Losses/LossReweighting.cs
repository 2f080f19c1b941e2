using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Loss-based reweighting: rows of little loss count less, by their place between the least and the greatest loss of the batch.</summary>
    /// <remarks>
    /// <para>
    /// B · w · ℓ with w = softmax over the B rows of min(h, c) / r, h ∈ [−1, 1] the loss ℓ = −log softmax(z)_y scaled between the least and the greatest
    /// of the batch; w is held fixed.
    /// </para>
    /// <para>
    /// Redundant rows lose their say, and the cap c keeps outliers from taking it. The wrong choice with wrong labels and beside the focal loss, which
    /// both chase high losses, and at small r from the first step: begin with a large one and lower it with a ramp.
    /// </para>
    /// <para>The linear strategy with an upper cap, the paper's best. Its scaling is described in words there; c = 0.5 and r = 1 are ours.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="temperature">The temperature r.</param>
    /// <param name="cap">The cap c.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Dynamic Loss-Based Sample Reweighting for Improved Large Language Model Pretraining", 2025)]
    [Technique("001-033", Part = "the quadratic strategy and that of both ends")]
    public static Scalar LossReweighting(Logits z, Label y, [Range(0.01, 1000)] double temperature = 1, [Range(-1, 1)] double cap = 0.5)
    {
        Scalar loss = -LogSoftmax(z)[y];
        Scalar least = Min(OfOthers(loss));
        Scalar place = 2 * (loss - least) / Max(Max(OfOthers(loss)) - least, 1e-12) - 1;
        Scalar capped = Min(place, cap);
        Scalar weight = Exp((capped - Max(OfOthers(capped))) / temperature);
        return Stop(weight / BatchMean(weight)) * loss;
    }
}
