using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Gradient transforms: what happens to the gradient before the optimizer sees it.</summary>
public static partial class GradientTransforms
{
    /// <summary>Clips the gradient's norm: if all gradients together are too long, they are shortened, and their direction stays.</summary>
    /// <remarks>
    /// <para>g · min(1, c / (‖g‖ + 10⁻⁶)), with c = <c>maximum</c> and the norm over all parameters.</para>
    /// <para>
    /// Against single steps that throw the network off. The wrong cure for gradients that are always too long: then it is a lower learning rate in
    /// disguise; with <c>AdamW</c>, which scales anyway, it matters only for outliers.
    /// </para>
    /// <para>As <c>torch.nn.utils.clip_grad_norm_</c>, the 10⁻⁶ included. There is no default: 1 is common, 0.1 to 10 seen.</para>
    /// </remarks>
    /// <param name="g">The gradient of a weight [element].</param>
    /// <param name="norm">The norm of all gradients.</param>
    /// <param name="maximum">The greatest norm c.</param>
    /// <returns>The gradient for the optimizer [element].</returns>
    [Technique("002-030", Part = "the penalty on vanishing gradients of recurrent networks")]
    [GradientTransform, Paper("On the Difficulty of Training Recurrent Neural Networks", 2013)]
    public static Scalar ClipNorm(Scalar g, GradientNorm norm, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double maximum) =>
        g * Min(1, maximum / (norm + 1e-6));
}
