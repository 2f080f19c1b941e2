using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>NAdam: Adam with Nesterov's momentum, which grows over the first thousand steps.</summary>
    /// <remarks>
    /// <para>
    /// d = g + λ·w; m and v as in <c>Adam</c>; μₜ = β₁·(1 − ½·0.96^(t·ψ)), Π = μ₁·…·μₜ;
    /// w ← w − η · ((1 − μₜ)/(1 − Π) · d + μₜ₊₁/(1 − Π·μₜ₊₁) · m) / (√v̂ + ε).
    /// </para>
    /// <para>
    /// Often a little faster than <c>Adam</c> at the same settings. As there, coupled decay hardly reaches weights with large gradients; set
    /// <paramref name="decoupled"/> for the decay of <c>AdamW</c>.
    /// </para>
    /// <para>
    /// Defaults and form of <c>torch.optim.NAdam</c>, whose usual rate is 0.002. (The unbatched implementation of PyTorch 1.13 squares μₜ in the second
    /// factor by mistake; the one over lists of tensors, later versions and this formula do not.)
    /// </para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="v">Running mean of its square [element].</param>
    /// <param name="product">The product Π of all momenta so far.</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share of m that is kept, and the final momentum.</param>
    /// <param name="beta2">The share of v that is kept.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The factor λ of the weight.</param>
    /// <param name="momentumDecay">How fast ψ the momentum reaches β₁.</param>
    /// <param name="decoupled">Whether decay stays out of the gradient.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.05), Paper("Incorporating Nesterov Momentum into Adam", 2016)]
    public static Scalar NAdam(
        Scalar w, Scalar g, ref State m, ref State v, [Initial(1)] ref Running product, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        [Range(0, double.PositiveInfinity)] double momentumDecay = 4e-3,
        bool decoupled = false)
    {
        Scalar d = decoupled ? g : g + weightDecay * w;
        Scalar momentum = beta1 * (1 - 0.5 * Pow(0.96, t * momentumDecay));
        Scalar next = beta1 * (1 - 0.5 * Pow(0.96, (t + 1) * momentumDecay));
        Scalar soFar = product * momentum;
        product = soFar;
        m = beta1 * m + (1 - beta1) * d;
        v = beta2 * v + (1 - beta2) * Square(d);
        Scalar ahead = (1 - momentum) / (1 - soFar) * d + next / (1 - soFar * next) * m;
        Scalar kept = decoupled ? (1 - lr * weightDecay) * w : w;
        return kept - lr * ahead / (Sqrt(v / (1 - Pow(beta2, t))) + epsilon);
    }
}
