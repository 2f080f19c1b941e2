using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Activations: functions of each value between two layers.</summary>
public static partial class Activations
{
    /// <summary>Rectified linear unit: negative values become 0.</summary>
    /// <remarks>
    /// <para>max(0, x); its derivative at 0 is 0, as in PyTorch.</para>
    /// <para>
    /// The activation to begin with. A unit that is negative for every row has no gradient and stays dead: with large learning rates
    /// or without normalisation a <c>LeakyRelu</c>, <c>Silu</c> or <c>Gelu</c> is safer.
    /// </para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value ≥ 0.</returns>
    [Activation, Paper("Rectified Linear Units Improve Restricted Boltzmann Machines", 2010)]
    public static Scalar Relu(Scalar x) => Max(0, x);
}
