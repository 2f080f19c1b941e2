using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Leaky rectified linear unit: negative values are made small, not 0.</summary>
    /// <remarks>
    /// <para>x where x &gt; 0, else slope · x; its derivative at 0 is the slope, as in PyTorch.</para>
    /// <para>Units cannot die as with <c>Relu</c>. The wrong choice where exact zeros are wanted.</para>
    /// <para>Slope 0.01, as in the paper and <c>torch.nn.LeakyReLU</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="negativeSlope">The slope below 0.</param>
    /// <returns>A value.</returns>
    [Activation, Paper("Rectifier Nonlinearities Improve Neural Network Acoustic Models", 2013)]
    public static Scalar LeakyRelu(Scalar x, [Range(0, 1)] double negativeSlope = 0.01) =>
        Where(Greater(x, 0), x, negativeSlope * x);
}
