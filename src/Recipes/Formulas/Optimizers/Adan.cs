using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Adan: Adam with Nesterov's look ahead, made from the difference of two gradients.</summary>
    /// <remarks>
    /// <para>
    /// With δ = g − g′ the change since the step before (0 in the first): m ← β₁·m + (1 − β₁)·g; q ← β₂·q + (1 − β₂)·δ;
    /// n ← β₃·n + (1 − β₃)·(g + β₂·δ)²; w ← (w − η · (m̂ + β₂·q̂)/(√n̂ + ε)) / (1 + η·λ), each mean bias-corrected.
    /// </para>
    /// <para>
    /// Bears large rates and batches; four numbers per weight are kept. The wrong choice for tiny batches, as the difference of two noisy gradients is
    /// twice as noisy.
    /// </para>
    /// <para>
    /// Defaults and form of the authors' code: betas (0.98, 0.92, 0.99) in PyTorch's sense, the factor on the differences β₂ (the paper writes 1 − β₂ for it
    /// with its betas the other way round; <c>optax.adan</c> takes 1 − β₂ with these betas), decay by division.
    /// </para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="q">Running mean of its change [element].</param>
    /// <param name="n">Running mean of the square of what is looked ahead to [element].</param>
    /// <param name="previous">The gradient of the step before [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of q that is kept, and its weight in the step.</param>
    /// <param name="beta3">The share of n that is kept.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The decay λ.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.1), Paper("Adan: Adaptive Nesterov Momentum Algorithm for Faster Optimizing Deep Models", 2022)]
    public static Scalar Adan(
        Scalar w, Scalar g, ref State m, ref State q, ref State n, ref State previous, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.98,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.92,
        [Range(0, 1, ExclusiveMaximum = true)] double beta3 = 0.99,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        Scalar change = Where(LessOrEqual(t, 1), 0, g - previous);
        m = beta1 * m + (1 - beta1) * g;
        q = beta2 * q + (1 - beta2) * change;
        n = beta3 * n + (1 - beta3) * Square(g + beta2 * change);
        previous = g;
        Scalar direction = m / (1 - Pow(beta1, t)) + beta2 * q / (1 - Pow(beta2, t));
        Scalar size = Sqrt(n / (1 - Pow(beta3, t))) + epsilon;
        return (w - lr * direction / size) / (1 + lr * weightDecay);
    }
}
