using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>QReg: weights on a uniform grid of few bits while training, whose rounding regularises as noise would.</summary>
    /// <remarks>
    /// <para>Δ = max|v|/(2^(bits − 1) − 1) over the tensor; w = Δ·round(v/Δ), with the gradient straight through to v.</para>
    /// <para>
    /// The noise has a variance of some Δ²/12: eight bits are a mild regulariser for any task, four a strong one, beside which dropout and weight decay want to be less. The
    /// wrong choice for tensors with a few very large weights, which take the grid from all others.
    /// </para>
    /// <para>Symmetric, for each tensor, eight bits: the paper's; its activations, quantised alike, are left out.</para>
    /// </remarks>
    /// <param name="v">Latent weights [element].</param>
    /// <param name="bits">Bits of a weight.</param>
    /// <returns>Weights [element].</returns>
    [Parametrization, Paper("QReg: On Regularization Effects of Quantization", 2022)]
    [Technique("002-138", Part = "activations on a grid")]
    public static Row<Element> UniformQuantization(Row<Element> v, [Range(2, 16)] double bits = 8)
    {
        Scalar step = Stop(Max(Max(Abs(v)), 1e-12)) / (0.5 * Power2(bits) - 1);
        return StraightThrough(step * Round(v / step), v);
    }

    /// <summary>2ⁿ.</summary>
    internal static Scalar Power2(Scalar n) => Exp(0.69314718055994531 * n);
}
