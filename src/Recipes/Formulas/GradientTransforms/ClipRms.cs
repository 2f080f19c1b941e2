using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>Clips the root mean square of each tensor's gradient.</summary>
    /// <remarks>
    /// <para>g ← g/max(1, rms(g)/c), the mean over one tensor.</para>
    /// <para>
    /// Like <c>ClipNorm</c>, but one layer that blows up does not stop the others. It changes the direction of the whole gradient. With <c>AdamW</c>, which
    /// scales anyway, it matters only for outliers.
    /// </para>
    /// <para>As <c>optax.clip_by_block_rms</c>, and as Adafactor clips its steps, where c = 1. There is no default.</para>
    /// </remarks>
    /// <param name="g">Gradient of one tensor [element].</param>
    /// <param name="maximum">The greatest root mean square c.</param>
    /// <returns>The gradient for the optimizer [element].</returns>
    [GradientTransform, Paper("Adafactor: Adaptive Learning Rates with Sublinear Memory Cost", 2018)]
    public static Row<Element> ClipRms(Row<Element> g, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double maximum) =>
        g / Max(1, Sqrt(Mean(Square(g))) / maximum);
}
