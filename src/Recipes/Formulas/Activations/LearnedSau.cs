using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Smooth activation unit with a slope that is trained with the network.</summary>
    /// <remarks>
    /// <para>(1 − α) / (n√(2π)) · exp(−n²x²/2) + (1 + α)/2 · x + (1 − α)/2 · x · erf(nx/√2) with one learned α for the layer.</para>
    /// <para><c>Sau</c> that finds its own slope below 0; a smooth <c>Prelu</c>.</para>
    /// <para>α begins at 0.15 and n = 20,000, as in public code of others.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="alpha">The slope α below 0.</param>
    /// <param name="n">The sharpness n of the joint.</param>
    /// <returns>A value.</returns>
    [Technique("001-125")]
    [Activation, Paper("SAU: Smooth Activation Function Using Convolution with Approximate Identities", 2022)]
    public static Scalar LearnedSau(Scalar x, [Initial(0.15)] Learned alpha, [Range(0, 1_000_000, ExclusiveMinimum = true)] double n = 20_000)
    {
        Scalar bell = Exp(-Square(n * x) / 2) / (n * Sqrt(2 * Pi));
        return (1 - alpha) * (bell + x / 2 * (1 + Erf(n * x / Sqrt(2)))) + alpha * x;
    }
}
