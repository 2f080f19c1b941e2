using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Optimizers: how a step of training changes the weights.</summary>
public static partial class Optimizers
{
    /// <summary>Stochastic gradient descent, with momentum.</summary>
    /// <remarks>
    /// <para>d = g + λ·w; v ← μ·v + (1 − τ)·d; w ← w − η·v, or with Nesterov's momentum w ← w − η·(d + μ·v). In the first step v = d.</para>
    /// <para>
    /// Often the best end result on images, for a rate and schedule that are tuned; the wrong choice where gradients of different layers differ
    /// much in scale or are sparse (<c>AdamW</c>). Weight decay is coupled: part of the gradient, and of the momentum.
    /// </para>
    /// <para>Defaults and form are those of <c>torch.optim.SGD</c> : no momentum, no dampening, no decay.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="velocity">The momentum v [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="momentum">The share μ of the velocity that is kept.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <param name="nesterov">Whether the gradient looks one step ahead.</param>
    /// <param name="dampening">The share τ of the gradient that stays out of the velocity after the first step. For momentum without Nesterov.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, Paper("On the Importance of Initialization and Momentum in Deep Learning", 2013)]
    public static Scalar Sgd(
        Scalar w, Scalar g, ref State velocity, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        bool nesterov = false,
        [Range(0, 1, ExclusiveMaximum = true)] double dampening = 0)
    {
        Scalar d = g + weightDecay * w;
        velocity = momentum * velocity + Where(LessOrEqual(t, 1), 1, 1 - dampening) * d;
        Scalar step = nesterov ? d + momentum * velocity : velocity;
        return w - lr * step;
    }
}
