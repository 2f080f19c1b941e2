using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Sine: a periodic activation, for functions of coordinates.</summary>
    /// <remarks>
    /// <para>sin(ωx).</para>
    /// <para>
    /// For networks that represent a signal or its derivatives (SIREN). The wrong choice for classification of general features: it is not
    /// monotonic anywhere for long.
    /// </para>
    /// <para>
    /// ω = 1. The paper takes 30, together with first weights drawn in proportion to 1/ω; with the usual first weights a large ω does not
    /// train.
    /// </para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="omega">The frequency ω in radians per unit.</param>
    /// <returns>A value in [−1, 1].</returns>
    [Activation, Paper("Implicit Neural Representations with Periodic Activation Functions", 2020)]
    public static Scalar Sine(Scalar x, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double omega = 1) => Sin(omega * x);
}
