using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Soft shrinkage: values move towards 0 by a fixed amount, and stay there once they reach it.</summary>
    /// <remarks>
    /// <para>x − λ where x &gt; λ, x + λ where x &lt; −λ, else 0.</para>
    /// <para>
    /// For sparse codes: it is the proximal step of an L1 penalty. The wrong choice where the size of large values matters, as all are
    /// shortened.
    /// </para>
    /// <para>λ = 0.5, as in <c>torch.nn.Softshrink</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="lambda">How far λ a value moves.</param>
    /// <returns>A value.</returns>
    [Activation, Paper("De-Noising by Soft-Thresholding", 1995)]
    public static Scalar Softshrink(Scalar x, [Range(0, double.PositiveInfinity)] double lambda = 0.5) => x - Clamp(x, -lambda, lambda);
}
