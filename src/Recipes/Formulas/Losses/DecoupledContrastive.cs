using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Decoupled contrastive learning: NT-Xent without the positive pair in the denominator.</summary>
    /// <remarks>
    /// <para>
    /// Mean over both views a of −cos(a_i, b_i) / τ + log Σ_{j≠i} (exp(cos(a_i, a_j) / τ) + exp(cos(a_i, b_j) / τ)), with b the other view; 0 for a batch of one row.
    /// </para>
    /// <para>
    /// For small batches: with the positive in the denominator, easy pairs scale down the gradient of all negatives. Not a negative log-likelihood, so it may be below 0.
    /// </para>
    /// <para>τ = 0.1 is that of the authors' code. Its weighted form, with a von Mises-Fisher weight of the positive, is left out.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="temperature">The temperature τ.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Decoupled Contrastive Learning", 2022)]
    public static Scalar DecoupledContrastive(Embedding h, OtherEmbedding v, [Range(0, 100, ExclusiveMinimum = true)] double temperature = 0.1)
    {
        Row<Feature> a = Direction(h);
        Row<Feature> b = Direction(v);
        Row<Other> across = PairDot(a, b) / temperature;
        Condition<Other> others = Not(IsSelf(across));
        Scalar ofFirst = LogOfBoth(LogSumExp(across, others), LogSumExp(PairDot(a, a) / temperature, others));
        Scalar ofSecond = LogOfBoth(LogSumExp(Transpose(across), others), LogSumExp(PairDot(b, b) / temperature, others));
        return Where(Greater(Count(others), 0), 0.5 * (ofFirst + ofSecond) - Sum(across, IsSelf(across)), 0);
    }
}
