namespace Recipes;

public static partial class Activations
{
    /// <summary>What the hyperbolic tangent leaves over: almost 0 near 0, almost x far out.</summary>
    /// <remarks>
    /// <para>x − tanh x.</para>
    /// <para>For sparse codes. Near 0 its gradient is almost 0, so that small values hardly learn.</para>
    /// <para><c>torch.nn.Tanhshrink</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value.</returns>
    [Activation, Paper("PyTorch: An Imperative Style, High-Performance Deep Learning Library", 2019)]
    public static Scalar Tanhshrink(Scalar x) => x - Formulas.Math.Tanh(x);
}
