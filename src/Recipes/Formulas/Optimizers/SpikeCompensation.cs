using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Spike compensation: momentum for gradients that come some steps late.</summary>
    /// <remarks>
    /// <para>v ← μ·v + g; w ← w − η·(a·v + b·g), with a = μ^D and b = (1 − μ^D)/(1 − μ) for a delay of D steps: what the gradient would have moved meanwhile is caught up.</para>
    /// <para>
    /// For pipelines of small batches, where weights move on before a gradient arrives. D = 0 is <c>Sgd</c> with momentum; with gradients that are not
    /// late, D above 0 only makes steps rougher. For batches of B rows the paper takes μ = μ₀^(B/B₀) and η = (1 − μ)·B/((1 − μ₀)·B₀)·η₀.
    /// </para>
    /// <para>Form of the paper, SC_D; μ = 0.9 is its reference. There is no default for the delay.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="velocity">The momentum v [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="delay">By how many steps D gradients are late.</param>
    /// <param name="momentum">The share μ of the velocity that is kept.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, Paper("Pipelined Backpropagation at Scale: Training Large Models without Batches", 2021)]
    [Technique("002-189", Part = "the delay itself and the prediction of weights for the forward pass change the training step")]
    public static Scalar SpikeCompensation(
        Scalar w, Scalar g, ref State velocity, Rate lr,
        [Range(0, 1000)] double delay,
        [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.9,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        Scalar d = g + weightDecay * w;
        velocity = momentum * velocity + d;
        Scalar faded = Pow(momentum, delay);
        return w - lr * (faded * velocity + (1 - faded) / (1 - momentum) * d);
    }
}
