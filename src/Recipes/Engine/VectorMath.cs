namespace Recipes.Engine;

/// <summary>Elementary functions of vectors of floats, as emitted loops call them.</summary>
/// <remarks>
/// One contract for all widths: NaN in, NaN out; exact at the points that formulas lean on (exp 0 = 1, log 1 = 0, expm1 0 = 0); −∞ and ∞
/// go where the mathematics says. Bounds are in units in the last place, checked against double precision over dense sweeps.
/// The 512-bit texts are for processors with <c>Avx512F.IsSupported</c>, whatever <c>Vector512.IsHardwareAccelerated</c> says.
/// <para>x86's minimum and maximum return their second operand when either is NaN, so the variable always stands second.</para>
/// </remarks>
public static partial class VectorMath
{
}
