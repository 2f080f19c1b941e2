namespace Recipes;

public static partial class Activations
{
    /// <summary>Swish: a value times the sigmoid of its multiple.</summary>
    /// <remarks>
    /// <para>x · sigmoid(βx).</para>
    /// <para>β = 1 is <c>Silu</c>, β = 0 is x/2, β → ∞ is <c>Relu</c>. <c>LearnedSwish</c> trains β with the network.</para>
    /// <para>β = 1, where the paper’s trained values gather.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="beta">The sharpness β.</param>
    /// <returns>A value.</returns>
    [Technique("001-174", Part = "a slope that is learned (LearnedSwish)")]
    [Activation, Paper("Searching for Activation Functions", 2017)]
    public static Scalar Swish(Scalar x, [Range(0, double.PositiveInfinity)] double beta = 1) => x * Formulas.Math.Sigmoid(beta * x);
}
