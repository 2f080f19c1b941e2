namespace Recipes;

public static partial class Activations
{
    /// <summary>Swish with a sharpness that is trained with the network.</summary>
    /// <remarks>
    /// <para>x · sigmoid(βx) with one learned β for the layer.</para>
    /// <para>
    /// Finds its place between x/2 (β = 0), <c>Silu</c> (β = 1) and <c>Relu</c> (β → ∞). Before a normalisation layer its scale must be
    /// free to move.
    /// </para>
    /// <para>β begins at 1. The paper learns one for each channel.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="beta">The sharpness β.</param>
    /// <returns>A value.</returns>
    [Technique("001-174", Part = "a slope for each channel")]
    [Activation, Paper("Searching for Activation Functions", 2017)]
    public static Scalar LearnedSwish(Scalar x, [Initial(1)] Learned beta) => x * Formulas.Math.Sigmoid(beta * x);
}
