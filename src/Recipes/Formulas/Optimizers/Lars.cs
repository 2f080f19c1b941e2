using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>LARS: momentum, with the gradient of each tensor in proportion to the tensor's length.</summary>
    /// <remarks>
    /// <para>
    /// d = g + λ·w; v ← μ·v + η·κ·‖w‖/(‖d‖ + ε)·d, each norm over one tensor; w ← w − v. The ratio is 1 where either norm is 0.
    /// </para>
    /// <para>
    /// For batches of thousands of rows and long warm-ups. The wrong choice for small batches: it only adds a knob. κ is small, so that rates of 1 and
    /// more are usual.
    /// </para>
    /// <para>
    /// Form and defaults of <c>optax.lars</c> and the paper: κ = 0.001, μ = 0.9, no decay. As in practice, what is no weight matrix takes its
    /// gradient as it is; the paper does not say.
    /// </para>
    /// </remarks>
    /// <param name="w">Weights of one tensor [element].</param>
    /// <param name="g">Their gradient [element].</param>
    /// <param name="velocity">The momentum v [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="isMatrix">Whether the tensor is a weight matrix.</param>
    /// <param name="momentum">The share μ of the velocity that is kept.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <param name="trust">The trust coefficient κ.</param>
    /// <param name="epsilon">Added to the gradient's norm.</param>
    /// <param name="nesterov">Whether the step looks ahead along the momentum.</param>
    /// <returns>The new weights [element].</returns>
    [Optimizer, UsualRate(0.01, 100), Paper("Large Batch Training of Convolutional Networks", 2017)]
    public static Row<Element> Lars(
        Row<Element> w, Row<Element> g, ref Row<Element> velocity, Rate lr, [IsMatrix] bool isMatrix,
        [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.9,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double trust = 0.001,
        [Range(0, double.PositiveInfinity)] double epsilon = 0,
        bool nesterov = false)
    {
        Row<Element> d = g + weightDecay * w;
        Scalar length = Norm(w);
        Scalar slope = Norm(d);
        Scalar ratio = isMatrix ? Where(And(Greater(length, 0), Greater(slope, 0)), trust * length / (slope + epsilon), 1) : 1;
        Row<Element> step = lr * ratio * d;
        velocity = momentum * velocity + step;
        return nesterov ? w - (step + momentum * velocity) : w - velocity;
    }
}
