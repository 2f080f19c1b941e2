using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>LAMB: Adam's direction, with a step in proportion to the length of each tensor.</summary>
    /// <remarks>
    /// <para>
    /// m and v as in <c>AdamW</c>; r = m̂ / (√v̂ + ε) + λ·w; w ← w − η · (‖w‖/‖r‖) · r, each norm over one tensor. The ratio is 1 where either norm is 0.
    /// </para>
    /// <para>
    /// For batches of thousands of rows, where one rate no longer suits all tensors. The wrong choice for small batches and networks: it only slows
    /// the tensors that begin near 0.
    /// </para>
    /// <para>
    /// β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁶ are the paper's; the ratio is not clamped (its φ is the identity) and decay is 0 by default, as in Optax.
    /// </para>
    /// </remarks>
    /// <param name="w">Weights of one tensor [element].</param>
    /// <param name="g">Their gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="v">Running mean of its square [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of v that is kept.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The factor λ of the weight in the direction.</param>
    /// <returns>The new weights [element].</returns>
    [Optimizer, UsualRate(1e-5, 0.1), Paper("Large Batch Optimization for Deep Learning: Training BERT in 76 Minutes", 2020)]
    public static Row<Element> Lamb(
        Row<Element> w, Row<Element> g, ref Row<Element> m, ref Row<Element> v, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-6,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * Square(g);
        Row<Element> mean = m / (1 - Pow(beta1, t));
        Row<Element> meanSquare = v / (1 - Pow(beta2, t));
        Row<Element> direction = mean / (Sqrt(meanSquare) + epsilon) + weightDecay * w;
        Scalar length = Norm(w);
        Scalar stride = Norm(direction);
        Scalar ratio = Where(And(Greater(length, 0), Greater(stride, 0)), length / stride, 1);
        return w - lr * ratio * direction;
    }
}
