using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Prodigy: AdamW that finds its rate by itself, from how far the weights have come.</summary>
    /// <remarks>
    /// <para>
    /// With d the estimate of the distance to the solution, δ = d·η and w₀ the first weights: m ← β₁·m + (1 − β₁)·d·g; v ← β₂·v + (1 − β₂)·(d·g)²;
    /// s ← √β₂·s + (d/d₀)·δ·g; r ← √β₂·r + (d/d₀)·δ·⟨g, w₀ − w⟩ and ‖s‖₁, both over all weights; d ← max(d, κ·r/‖s‖₁);
    /// w ← (1 − δ·λ)·w − δ·m/(√v + d·ε), with the old d in δ.
    /// </para>
    /// <para>
    /// The rate η is a factor on what is found: leave it at 1, with a schedule that falls. Four numbers per weight are kept. The wrong choice for short runs,
    /// as d needs some tens of steps to grow; set κ to tune it.
    /// </para>
    /// <para>
    /// Defaults and form of the authors' code, without its limit on d's growth: d₀ = 10⁻⁶, κ = 1, decoupled decay, no bias correction (which
    /// <c>optax.contrib.prodigy</c> always has). <paramref name="safeguard"/> is for long warm-ups: η then stays out of s.
    /// </para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="v">Running mean of its square [element].</param>
    /// <param name="s">Weighted sum of the gradients [element].</param>
    /// <param name="first">The first weight [element].</param>
    /// <param name="distance">The estimate d.</param>
    /// <param name="progress">The weighted sum r.</param>
    /// <param name="lr">The learning rate η, commonly 1.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of v that is kept; of r and s its root.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The share λ·η·d of the weight that a step takes away.</param>
    /// <param name="initial">The first estimate d₀, far too small on purpose.</param>
    /// <param name="coefficient">The factor κ of the estimate.</param>
    /// <param name="biasCorrection">Whether means are corrected as in <c>Adam</c>.</param>
    /// <param name="safeguard">Whether the rate stays out of s.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(0.1, 10), Paper("Prodigy: An Expeditiously Adaptive Parameter-Free Learner", 2023)]
    public static Scalar Prodigy(
        Scalar w, Scalar g, ref State m, ref State v, ref State s, ref State first, ref Running distance, ref Running progress, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double initial = 1e-6,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double coefficient = 1,
        bool biasCorrection = false,
        bool safeguard = false)
    {
        Scalar d = Max(initial, distance);
        Scalar rate = biasCorrection ? d * lr * Sqrt(1 - Pow(beta2, t)) / (1 - Pow(beta1, t)) : d * lr;
        Scalar kept = Sqrt(beta2);
        Scalar start = Where(LessOrEqual(t, 1), w, first);
        first = start;
        m = beta1 * m + (1 - beta1) * d * g;
        v = beta2 * v + (1 - beta2) * Square(d * g);
        s = kept * s + d / initial * (safeguard ? d : rate) * g;
        Scalar gained = kept * progress + d / initial * rate * ModelSum(g * (start - w));
        Scalar length = ModelSum(Abs(s));
        // Without any gradient there is nothing to learn the distance from.
        Scalar found = Max(d, Where(Greater(length, 0), coefficient * gained / length, d));
        progress = gained;
        distance = found;
        return (1 - rate * weightDecay) * w - rate * m / (Sqrt(v) + found * epsilon);
    }
}
