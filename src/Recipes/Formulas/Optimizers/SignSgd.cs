using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>SignSGD: every weight moves by the same step against the sign of its gradient; with momentum, Signum.</summary>
    /// <remarks>
    /// <para>m ← μ·m + (1 − μ)·g; w ← w − η · (sign(m) + λ·w).</para>
    /// <para>
    /// One bit of each gradient is used. The wrong choice for small batches, whose signs are noise, and for a rate that does not fall: weights go
    /// on swinging by η. <c>Lion</c> is its modern form.
    /// </para>
    /// <para>Form and defaults of <c>optax.sign_sgd</c> (no momentum); the paper's Signum has μ = 0.9 and the same decay.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="momentum">The share μ of m that is kept.</param>
    /// <param name="weightDecay">The share λ·η of the weight that a step takes away.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.01), Paper("signSGD: Compressed Optimisation for Non-Convex Problems", 2018)]
    public static Scalar SignSgd(
        Scalar w, Scalar g, ref State m, Rate lr,
        [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        m = momentum * m + (1 - momentum) * g;
        return w - lr * (Sign(m) + weightDecay * w);
    }
}
