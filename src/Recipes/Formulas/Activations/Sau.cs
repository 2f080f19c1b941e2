using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Smooth activation unit: <c>LeakyRelu</c> smoothed by a normal kernel.</summary>
    /// <remarks>
    /// <para>
    /// (1 − α) / (n√(2π)) · exp(−n²x²/2) + (1 + α)/2 · x + (1 − α)/2 · x · erf(nx/√2), the leaky rectifier convolved with a normal density
    /// of deviation 1/n.
    /// </para>
    /// <para>For deep networks where <c>LeakyRelu</c> does well. A small n is a wide joint: at n = 1 it is close to <c>Gelu</c>.</para>
    /// <para>
    /// α = 0.15 and n = 20,000, as in public code of others; the joint is then narrower than most values' distance to 0. The paper also trains α.
    /// </para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="alpha">The slope α below 0.</param>
    /// <param name="n">The sharpness n of the joint.</param>
    /// <returns>A value.</returns>
    [Technique("001-125", Part = "the slope as a learned number (LearnedSau)")]
    [Activation, Paper("SAU: Smooth Activation Function Using Convolution with Approximate Identities", 2022)]
    public static Scalar Sau(Scalar x, [Range(0, 1)] double alpha = 0.15, [Range(0, 1_000_000, ExclusiveMinimum = true)] double n = 20_000)
    {
        Scalar bell = Exp(-Square(n * x) / 2) / (n * Sqrt(2 * Pi));
        return (1 - alpha) * (bell + x / 2 * (1 + Erf(n * x / Sqrt(2)))) + alpha * x;
    }
}
