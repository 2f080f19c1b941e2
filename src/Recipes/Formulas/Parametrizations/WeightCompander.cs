using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>Weight compander: weights through a bounded curve that is steep at 0, so that many weights of middling size do what few large ones would.</summary>
    /// <remarks>
    /// <para>w = a·arctan(v/b) for each weight, with a and b trained for each tensor.</para>
    /// <para>
    /// A regulariser on top of weight decay and dropout for networks that overfit. The wrong choice for small networks on large data, which need their few
    /// large weights, and as a means against large steps: near 0 the weights move a/b times as fast.
    /// </para>
    /// <para>
    /// The abstract names what the curve is for, and that its numbers are learned; there is no released code. The form is arctan with both numbers at 1 at the
    /// start, where small weights are what is trained; a b below 10⁻⁶ counts as that.
    /// </para>
    /// </remarks>
    /// <param name="v">Latent weights [element].</param>
    /// <param name="a">The curve's height over π/2 [tensor].</param>
    /// <param name="b">The width of its steep part [tensor].</param>
    /// <returns>Weights [element].</returns>
    [Parametrization, Paper("Weight Compander: A Simple Weight Reparameterization for Regularization", 2023)]
    [Technique("001-036", Part = "the curve's constants, which are not published with code")]
    public static Scalar WeightCompander(Scalar v, [Initial(1)] Learned a, [Initial(1)] Learned b) => 
        a * Atan(v / Max(b, 1e-6));
}
