using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>Clips each number of the gradient to an interval around 0.</summary>
    /// <remarks>
    /// <para>g ← min(max(g, −c), c), with c = <c>maximum</c>.</para>
    /// <para>
    /// Against single numbers that throw the network off. It changes the gradient's direction: where that matters, <c>ClipNorm</c> keeps it; with
    /// <c>AdamW</c>, which scales each weight anyway, it matters only for outliers.
    /// </para>
    /// <para>As <c>torch.nn.utils.clip_grad_value_</c>. There is no default.</para>
    /// </remarks>
    /// <param name="g">The gradient of a weight [element].</param>
    /// <param name="maximum">The greatest size c.</param>
    /// <returns>The gradient for the optimizer [element].</returns>
    [GradientTransform, Paper("Statistical Language Models Based on Neural Networks", 2012)]
    public static Scalar ClipValue(Scalar g, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double maximum) => Clamp(g, -maximum, maximum);
}
