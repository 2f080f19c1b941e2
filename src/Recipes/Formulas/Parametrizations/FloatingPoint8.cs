using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>Eight-bit floating-point weights with a learned range: rounds each weight to few digits after its leading one.</summary>
    /// <remarks>
    /// <para>
    /// x = clamp(v, −c, c); w = s·round(x/s), s = 2^(max(⌊log₂|x| + β⌋, 1) − m − β), β = 2^(7 − m) − log₂ c + log₂(2 − 2⁻ᵐ) − 1: a sign, m bits of mantissa and 7 − m of
    /// exponent, of which c is the greatest number. Gradients pass straight through the rounding, and through s to c.
    /// </para>
    /// <para>
    /// More exponent bits suit tensors with outliers, three bits of mantissa most. The wrong choice against integers where training goes on with the grid: then both end
    /// alike.
    /// </para>
    /// <para>Form of the authors' code, with m = 3; c starts at the greatest weight of the tensor, and is at least 10⁻⁶. Learning m is left out.</para>
    /// </remarks>
    /// <param name="v">Latent weights [element].</param>
    /// <param name="clip">The greatest number c [tensor].</param>
    /// <param name="start">Whether c is set.</param>
    /// <param name="mantissa">Bits m of mantissa.</param>
    /// <returns>Weights [element].</returns>
    [Parametrization, Paper("FP8 Quantization: The Power of the Exponent", 2022)]
    [Technique("002-074", Part = "activations, a learned mantissa, the search after training")]
    public static Row<Element> FloatingPoint8(Row<Element> v, [Initial(1)] ref Learned clip, [IsStart] bool start, [Range(1, 6)] double mantissa = 3)
    {
        const double Ln2 = 0.69314718055994531;
        if (start) clip = Max(Abs(v));
        Scalar greatest = Max(clip, 1e-6);
        Scalar shift = Power2(7 - mantissa) - 1 + Log(2 - Power2(-mantissa)) / Ln2;
        Scalar bias = shift - Log(greatest) / Ln2;
        Row<Element> x = Clamp(v, -greatest, greatest);
        Row<Element> exponent = Stop(Max(Floor(Log(Max(Abs(x), 1e-30)) / Ln2 + bias), 1));
        Row<Element> scale = Exp(Ln2 * (exponent - mantissa - bias));
        return scale * StraightThrough(Round(x / scale), x / scale);
    }
}
