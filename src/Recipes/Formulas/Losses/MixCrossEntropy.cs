using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Mixture of forward and reverse cross-entropy: rows count more the likelier the network finds them.</summary>
    /// <remarks>
    /// <para>−(η + (1 − η) · p_y) · log p_y, with p = softmax(z) and the factor in brackets held fixed, so that no gradient passes it.</para>
    /// <para>
    /// It draws the distribution together around what the network can explain, as the reverse divergence does: for generators that spread too much
    /// mass on poor outcomes, and for wrong labels. The wrong choice for calibrated probabilities. Below η = 0.01 rows that the network finds
    /// unlikely teach it almost nothing.
    /// </para>
    /// <para>η = 1 is cross-entropy. The paper tunes η for each data set and names no default; the middle is ours.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="forwardShare">The share η of the forward cross-entropy.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("MixCE: Training Autoregressive Language Models by Mixing Forward and Reverse Cross-Entropies", 2023)]
    [Technique("001-009")]
    public static Scalar MixCrossEntropy(Logits z, Label y, [Range(0, 1)] double forwardShare = 0.5)
    {
        Scalar logp = LogSoftmax(z)[y];
        return -Stop(forwardShare + (1 - forwardShare) * Exp(logp)) * logp;
    }
}
