using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>RAdam: Adam that scales by the mean square only once that is an estimate, instead of a warm-up.</summary>
    /// <remarks>
    /// <para>
    /// d = g + λ·w; m and v as in <c>Adam</c>; ρ∞ = 2/(1 − β₂) − 1 and ρ = ρ∞ − 2·t·β₂ᵗ/(1 − β₂ᵗ) is how many gradients v is worth. While ρ ≤ 5:
    /// w ← w − η·m̂. After that w ← w − η·r·m̂·√(1 − β₂ᵗ)/(√v + ε), with r = √((ρ − 4)(ρ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ)).
    /// </para>
    /// <para>
    /// For those who would tune a warm-up. Its first steps are those of plain descent: the wrong choice where the raw gradient is much larger
    /// than 1. With a scheduled warm-up on top, the run starts slowly twice.
    /// </para>
    /// <para>Defaults and form are those of <c>torch.optim.RAdam</c>; decay is coupled unless <paramref name="decoupled"/>, which decays as <c>AdamW</c> does.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="v">Running mean of its square [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of v that is kept.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The factor λ of the weight.</param>
    /// <param name="decoupled">Whether decay stays out of the gradient.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.05), Paper("On the Variance of the Adaptive Learning Rate and Beyond", 2020)]
    public static Scalar RAdam(
        Scalar w, Scalar g, ref State m, ref State v, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        bool decoupled = false)
    {
        Scalar d = decoupled ? g : g + weightDecay * w;
        m = beta1 * m + (1 - beta1) * d;
        v = beta2 * v + (1 - beta2) * Square(d);
        Scalar filled = 1 - Pow(beta2, t);
        Scalar longest = 2 / (1 - beta2) - 1;
        Scalar length = longest - 2 * t * (1 - filled) / filled;
        // Also where the branch is not taken, a number: β₂ = 0.6 makes the longest length 4.
        Scalar lengthInBranch = Max(length, 5);
        Scalar longestInBranch = Max(longest, 5);
        Scalar rectified = Sqrt(
            (lengthInBranch - 4) * (lengthInBranch - 2) * longestInBranch / ((longestInBranch - 4) * (longestInBranch - 2) * lengthInBranch));
        Scalar scale = Where(Greater(length, 5), rectified * Sqrt(filled) / (Sqrt(v) + epsilon), 1);
        Scalar kept = decoupled ? (1 - lr * weightDecay) * w : w;
        return kept - lr / (1 - Pow(beta1, t)) * scale * m;
    }
}
