using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Comp-sum loss: one family from the sum of exponentials over cross-entropy to the absolute error.</summary>
    /// <remarks>
    /// <para>((1 + S)^(1 − τ) − 1) / (1 − τ) with S = Σ_{j≠y} exp(z_j − z_y), thus (p_y^(τ − 1) − 1) / (1 − τ) with p = softmax(z); −log p_y at τ = 1.</para>
    /// <para>
    /// τ = 0 is the sum of exponentials, 1 cross-entropy, between 1 and 2 generalised cross-entropy with q = τ − 1, 2 the absolute error. Towards 0 hard and
    /// wrong rows count most, towards 2 least: with many classes 2 hardly learns. Below 1 it grows exponentially with the logits and overflows.
    /// </para>
    /// <para>τ = 1 by default; the paper compares 0, 0.5, 1, 1.5 and 2. Its adversarial variant is left out.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="tau">The exponent τ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Cross-Entropy Loss Functions: Theoretical Analysis and Applications", 2023)]
    [Technique("001-001", Part = "the adversarial variant")]
    public static Scalar CompSum([Domain(-40, 40)] Logits z, Label y, [Range(0, 3)] double tau = 1)
    {
        Scalar logp = LogSoftmax(z)[y];
        Scalar distance = tau - 1;
        // At τ = 1 the quotient is 0/0, and near it the limit is closer than what rounding leaves.
        Scalar nonzero = Where(Less(Abs(distance), 1e-6), 1e-6, distance);
        return Where(Less(Abs(distance), 1e-6), -logp, -Expm1(nonzero * logp) / nonzero);
    }
}
