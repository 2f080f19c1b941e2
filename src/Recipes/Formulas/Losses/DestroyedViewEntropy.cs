using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>DeYO: entropy of the rows that are sure, and sure because of a shape that the second view destroys.</summary>
    /// <remarks>
    /// <para>
    /// w · H over the rows with H &lt; τ · log C and d &gt; θ, in the mean over those rows; H is the entropy of p = softmax(z), d = p_k − q_k the fall of the probability of k = argmax_j p_j
    /// in q, the prediction for the destroyed view, and w = e^(H₀ − H) + e^d with H₀ = ρ · log C, without gradient.
    /// </para>
    /// <para>
    /// For adaptation at test time, where rows that are sure for a wrong reason (a background) would lead the network astray. The second view has its patches shuffled, or is
    /// occluded. The wrong choice on labelled rows, and where the order of the patches says nothing.
    /// </para>
    /// <para>τ = 0.5, ρ = 0.4 and θ = 0.2 are the paper's; for biased streams it raises θ.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="other">Logits of the destroyed view [batch, classes].</param>
    /// <param name="margin">The greatest entropy τ, as a share of log C.</param>
    /// <param name="reference">The entropy ρ that has weight 1, as a share of log C.</param>
    /// <param name="threshold">The least fall θ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Entropy is not Enough for Test-Time Adaptation: From the Perspective of Disentangled Factors", 2024)]
    [Technique("001-201", Part = "the stream at test time, in which only normalisation layers learn")]
    public static Scalar DestroyedViewEntropy(
        Logits z, OtherLogits other, [Range(0, 1)] double margin = 0.5, [Range(0, 1)] double reference = 0.4, [Range(-1, 1)] double threshold = 0.2)
    {
        Row<Class> logp = LogSoftmax(z);
        Row<Class> p = Exp(logp);
        Scalar entropy = -Dot(p, logp);
        Scalar fall = Max(p) - Softmax(other)[ArgMax(z)];
        Scalar chosen = Where(And(Less(entropy, margin * Log(z.Count)), Greater(fall, threshold)), 1, 0);
        Scalar weight = Stop(Exp(reference * Log(z.Count) - entropy) + Exp(fall));
        return chosen * BatchCount(chosen) / Max(BatchSum(chosen), 1) * weight * entropy;
    }
}
