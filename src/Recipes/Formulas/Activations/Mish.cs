namespace Recipes;

public static partial class Activations
{
    /// <summary>Mish: a value times the hyperbolic tangent of its softplus.</summary>
    /// <remarks>
    /// <para>x · tanh(log(1 + eˣ)).</para>
    /// <para>Smooth and close to <c>Silu</c>, at the price of two more functions; in small networks rarely worth it.</para>
    /// <para><c>torch.nn.Mish</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value ≥ −0.31.</returns>
    [Activation, Paper("Mish: A Self Regularized Non-Monotonic Activation Function", 2020)]
    public static Scalar Mish(Scalar x) => x * Formulas.Math.Tanh(Formulas.Math.Softplus(x));
}
