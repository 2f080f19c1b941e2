using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Softsign: values in (−1, 1) that approach the ends slowly.</summary>
    /// <remarks>
    /// <para>x / (1 + |x|).</para>
    /// <para>Like <c>Tanh</c> with longer arms, so that its gradient fades more slowly. The wrong choice where values must come close to ±1.</para>
    /// <para><c>torch.nn.Softsign</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value in (−1, 1).</returns>
    [Activation, Paper("Quadratic Features and Deep Architectures for Chunking", 2009)]
    public static Scalar Softsign(Scalar x) => x / (1 + Abs(x));
}
