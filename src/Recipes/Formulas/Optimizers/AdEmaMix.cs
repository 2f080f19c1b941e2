using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>AdEMAMix: AdamW with a second, very slow mean of the gradient, so that old gradients still count.</summary>
    /// <remarks>
    /// <para>
    /// m ← β₁·m + (1 − β₁)·g; q ← β₃ₜ·q + (1 − β₃ₜ)·g; v ← β₂·v + (1 − β₂)·g²; w ← w − η · ((m̂ + αₜ·q)/(√v̂ + ε) + λ·w), m̂ and v̂ bias-corrected.
    /// </para>
    /// <para>
    /// Over the first <paramref name="warmup"/> of the run αₜ rises linearly to α, and β₃ₜ from β₁ to β₃ so that its half-life, log ½/log β₃ₜ, does:
    /// at once they let early gradients throw the weights off.
    /// </para>
    /// <para>
    /// For long runs: β₃ = 0.9999 looks back ten thousand steps. The wrong choice for runs that are shorter than that, where a smaller β₃ or
    /// <c>AdamW</c> does as well. Form of the authors' code, betas of the paper; α is 2 in that code, 5 to 10 in the
    /// paper, 5 in <c>optax.contrib.ademamix</c> and here. The paper warms up over the whole run.
    /// </para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="q">Slow running mean of the gradient [element].</param>
    /// <param name="v">Running mean of its square [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="steps">Steps of the whole run.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of v that is kept.</param>
    /// <param name="beta3">The share of q that is kept after the warm-up; at least β₁.</param>
    /// <param name="alpha">The weight α of the slow mean after the warm-up.</param>
    /// <param name="warmup">The part of the run in which α and β₃ rise; 0 has them from the start.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The share λ·η of the weight that a step takes away.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.05), Paper("The AdEMAMix Optimizer: Better, Faster, Older", 2024)]
    public static Scalar AdEmaMix(
        Scalar w, Scalar g, ref State m, ref State q, ref State v, Rate lr, StepCount t, RunSteps steps,
        [Range(0, 1, ExclusiveMinimum = true, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, 1, ExclusiveMinimum = true, ExclusiveMaximum = true)] double beta3 = 0.9999,
        [Range(0, double.PositiveInfinity)] double alpha = 5,
        [Range(0, 1)] double warmup = 1,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        Scalar done = Min(1, t / Max(warmup * steps, 1));
        // 1/log β is the half-life but for a factor, and moves linearly from that of β₁.
        Scalar slow = Min(beta3, Exp(1 / ((1 - done) / Log(beta1) + done / Log(beta3))));
        m = beta1 * m + (1 - beta1) * g;
        q = slow * q + (1 - slow) * g;
        v = beta2 * v + (1 - beta2) * Square(g);
        Scalar mean = m / (1 - Pow(beta1, t));
        Scalar meanSquare = v / (1 - Pow(beta2, t));
        return w - lr * ((mean + done * alpha * q) / (Sqrt(meanSquare) + epsilon) + weightDecay * w);
    }
}
