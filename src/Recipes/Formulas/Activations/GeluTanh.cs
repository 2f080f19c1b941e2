using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Gaussian error linear unit in its approximation by a hyperbolic tangent.</summary>
    /// <remarks>
    /// <para>x/2 · (1 + tanh(√(2/π) · (x + 0.044715 · x³))).</para>
    /// <para>
    /// For weights that were trained with this form (GPT-2, BERT’s first release): <c>torch.nn.GELU(approximate="tanh")</c>. Otherwise
    /// <c>Gelu</c>, which is exact and no dearer here.
    /// </para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value ≥ −0.17.</returns>
    [Activation, Paper("Gaussian Error Linear Units (GELUs)", 2016)]
    public static Scalar GeluTanh(Scalar x) => x / 2 * (1 + Formulas.Math.Tanh(Sqrt(2 / Pi) * (x + 0.044715 * x * x * x)));
}
