using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Cosine distance: one less the cosine of the angle between outputs and targets.</summary>
    /// <remarks>
    /// <para>1 − Σ_k z_k · y_k / (‖z‖ · ‖y‖).</para>
    /// <para>For targets of which only the direction counts. The wrong choice where their length counts, too, and for a single target, of which it sees the sign only.</para>
    /// <para>As in Optax and <c>torch.nn.functional.cosine_similarity</c>; 1e-12 under the roots keeps rows of zeros finite.</para>
    /// </remarks>
    /// <param name="z">Outputs [batch, targets].</param>
    /// <param name="y">Targets [batch, targets].</param>
    /// <returns>The loss [batch], in [0, 2].</returns>
    [Loss, Paper("Signature Verification using a \"Siamese\" Time Delay Neural Network", 1993)]
    public static Scalar CosineDistance(Outputs z, Targets y) => 1 - Dot(z, y) / (Sqrt(Sum(Square(z)) + 1e-12) * Sqrt(Sum(Square(y)) + 1e-12));
}
