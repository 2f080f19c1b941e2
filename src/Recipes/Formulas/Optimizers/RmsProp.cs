using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>RMSprop: steps in the scale of each weight's recent gradients.</summary>
    /// <remarks>
    /// <para>
    /// d = g + λ·w; v ← α·v + (1 − α)·d²; u = d/(√v + ε); b ← μ·b + u; w ← w − η·b. <paramref name="centered"/>: a ← α·a + (1 − α)·d, and the root
    /// is of v − a², the variance.
    /// </para>
    /// <para>
    /// For gradients whose scale drifts, as in recurrent networks and reinforcement learning. Without bias correction the first steps are
    /// 1/√(1 − α) times longer than later ones; elsewhere <c>AdamW</c> is the better start.
    /// </para>
    /// <para>
    /// Defaults and form are those of <c>torch.optim.RMSprop</c>, whose usual rate is 0.01. The variance is not taken below 0, where PyTorch gives NaN.
    /// </para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="v">Running mean of the squared gradient [element].</param>
    /// <param name="a">Running mean of the gradient, if centered [element].</param>
    /// <param name="buffer">The momentum b [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="alpha">The share α of the means that is kept.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <param name="momentum">The share μ of the momentum that is kept.</param>
    /// <param name="centered">Whether gradients are measured from their mean.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.05), Paper("Generating Sequences With Recurrent Neural Networks", 2013)]
    public static Scalar RmsProp(
        Scalar w, Scalar g, ref State v, ref State a, ref State buffer, Rate lr,
        [Range(0, 1, ExclusiveMaximum = true)] double alpha = 0.99,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0,
        bool centered = false)
    {
        Scalar d = g + weightDecay * w;
        v = alpha * v + (1 - alpha) * Square(d);
        Scalar square = v;
        if (centered)
        {
            a = alpha * a + (1 - alpha) * d;
            square = Max(v - Square(a), 0);
        }

        buffer = momentum * buffer + d / (Sqrt(square) + epsilon);
        return w - lr * buffer;
    }
}
