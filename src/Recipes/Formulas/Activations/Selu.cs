using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Scaled exponential linear unit: <c>Elu</c> with the two constants for which layer after layer keeps mean 0 and variance 1.</summary>
    /// <remarks>
    /// <para>λ · x where x &gt; 0, else λα · (eˣ − 1), with λ = 1.0507… and α = 1.6733….</para>
    /// <para>
    /// For deep networks of dense layers without normalisation layers. It holds its promise only for weights drawn with variance 1/fan-in
    /// (LeCun) and standardized inputs; <c>Dropout</c> breaks it. First weights here have a third of that variance, as in <c>torch.nn.Linear</c>.
    /// </para>
    /// <para>The constants are the paper’s, to double precision as <c>torch.nn.SELU</c> has them.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value &gt; −1.76.</returns>
    [Activation, Paper("Self-Normalizing Neural Networks", 2017)]
    public static Scalar Selu(Scalar x) => 1.0507009873554805 * Where(Greater(x, 0), x, 1.6732632423543772 * Expm1(x));
}
