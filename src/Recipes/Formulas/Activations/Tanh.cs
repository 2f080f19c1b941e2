namespace Recipes;

public static partial class Activations
{
    /// <summary>Hyperbolic tangent: values in (−1, 1), around 0.</summary>
    /// <remarks>
    /// <para>tanh x.</para>
    /// <para>For bounded, centred outputs and small networks. In deep ones its gradient fades away, since it is below 1 everywhere but at 0.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value in (−1, 1).</returns>
    [Activation, Paper("Efficient BackProp", 1998)]
    public static Scalar Tanh(Scalar x) => Formulas.Math.Tanh(x);
}
