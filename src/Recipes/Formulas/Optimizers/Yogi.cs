using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Yogi: Adam whose mean square grows and shrinks by steps of the gradient's own size.</summary>
    /// <remarks>
    /// <para>
    /// m ← β₁·m + (1 − β₁)·g; v ← v − (1 − β₂)·sign(v − g²)·g²; w ← w − η · m̂ / (√v̂ + ε), with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
    /// </para>
    /// <para>
    /// Where gradients are sparse Adam forgets their size between two of them, and its rate leaps; here v cannot fall faster than the gradients
    /// that came. The wrong choice where gradients shrink over the run: v follows slowly.
    /// </para>
    /// <para>
    /// Form and defaults of <c>optax.yogi</c>: bias correction, ε = 10⁻³, and m and v start at <paramref name="initial"/> = 10⁻⁶. The paper has no
    /// bias correction and starts v at the square of the first gradient.
    /// </para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="v">Running measure of its square [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">1 minus the share of the gradient's square by which v moves.</param>
    /// <param name="epsilon">Added to the root.</param>
    /// <param name="initial">What m and v start at.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-5, 0.1), Paper("Adaptive Methods for Nonconvex Optimization", 2018)]
    public static Scalar Yogi(
        Scalar w, Scalar g, ref State m, ref State v, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-3,
        [Range(0, double.PositiveInfinity)] double initial = 1e-6)
    {
        Scalar start = Where(LessOrEqual(t, 1), initial, 0);
        Scalar square = Square(g);
        Scalar before = v + start;
        m = beta1 * (m + start) + (1 - beta1) * g;
        v = before - (1 - beta2) * Sign(before - square) * square;
        Scalar mean = m / (1 - Pow(beta1, t));
        Scalar meanSquare = v / (1 - Pow(beta2, t));
        return w - lr * mean / (Sqrt(meanSquare) + epsilon);
    }
}
