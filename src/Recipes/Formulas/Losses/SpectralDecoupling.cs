using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Spectral decoupling: half the square of the logits' norm.</summary>
    /// <remarks>
    /// <para>½ · Σ_j (z_j − c)².</para>
    /// <para>
    /// In the place of weight decay it keeps one strong feature from starving the others of gradient, against spurious features. The wrong choice beside
    /// a loss that reads scaled or shifted logits (a margin, cosines), and at weights that leave no confidence.
    /// </para>
    /// <para>The label is not used. Weights of 0.001 to 0.1 are the paper's; c = 0, one target for all classes.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <param name="center">The number c that the logits are drawn to.</param>
    /// <returns>The penalty [batch], ≥ 0.</returns>
    [Loss, Paper("Gradient Starvation: A Learning Proclivity in Neural Networks", 2021)]
    [Technique("002-164", Part = "a target of each class's own")]
    public static Scalar SpectralDecoupling(Logits z, Label y, [Range(-1000, 1000)] double center = 0) => Sum(Square(z - center)) / 2;
}
