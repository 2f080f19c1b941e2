namespace Recipes;

public static partial class Activations
{
    /// <summary>The logistic function: values in (0, 1).</summary>
    /// <remarks>
    /// <para>1 / (1 + e⁻ˣ).</para>
    /// <para>For gates and shares. Between hidden layers the wrong choice: its gradient is at most 1/4, and its outputs are not centred.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value in (0, 1).</returns>
    [Activation, Paper("Learning Representations by Back-Propagating Errors", 1986)]
    public static Scalar Sigmoid(Scalar x) => Formulas.Math.Sigmoid(x);
}
