using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Schedule-free AdamW: the weights that are evaluated are an average of the descent's, which takes the place of a falling rate.</summary>
    /// <remarks>
    /// <para>
    /// The weight w is y, where gradients are taken: v ← β₂·v + (1 − β₂)·g²; z ← z − η·(g/(√v̂ + ε) + λ·y); x ← (1 − c)·x + c·z;
    /// y = (1 − β₁)·z + β₁·x. c is the share of t^r·η^p in its sum so far (<paramref name="power"/> r, <paramref name="ratePower"/> p), with η the
    /// greatest rate so far. x and z start at the weight.
    /// </para>
    /// <para>
    /// Evaluation and the trained model use x. No length of the run is fixed beforehand: leave the schedule out, but for a warm-up. The wrong choice with a
    /// schedule that falls, or with another average on top.
    /// </para>
    /// <para>Defaults and form of the authors' code (AdamWScheduleFree), whose usual rate is 0.0025: β₁ = 0.9, r = 0, p = 2, decay at y.</para>
    /// </remarks>
    /// <param name="w">Weight y [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="x">The averaged weight [element].</param>
    /// <param name="z">The weight of the descent itself [element].</param>
    /// <param name="v">Running mean of the squared gradient [element].</param>
    /// <param name="weights">The sum of what averages count so far.</param>
    /// <param name="greatest">The greatest rate so far.</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta1">The share β₁ of x in the weight that takes gradients.</param>
    /// <param name="beta2">The share of v that is kept.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The share λ·η of the weight that a step takes away.</param>
    /// <param name="power">The power r of the step by which later weights count more.</param>
    /// <param name="ratePower">The power p of the rate by which weights of a warm-up count less.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, UsualRate(1e-5, 0.1), Paper("The Road Less Scheduled", 2024)]
    public static Scalar ScheduleFreeAdamW(
        Scalar w, Scalar g, ref Averaged x, ref State z, ref State v, ref Running weights, ref Running greatest, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.999,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        [Range(0, 100)] double power = 0,
        [Range(0, 10)] double ratePower = 2)
    {
        Scalar highest = Max(greatest, lr);
        Scalar weight = Pow(t, power) * Pow(highest, ratePower);
        Scalar total = weights + weight;
        greatest = highest;
        weights = total;
        // A warm-up may begin at a rate of 0.
        Scalar share = Where(Greater(total, 0), weight / total, 0);
        v = beta2 * v + (1 - beta2) * Square(g);
        Scalar direction = g / (Sqrt(v / (1 - Pow(beta2, t))) + epsilon) + weightDecay * w;
        Scalar moved = Where(LessOrEqual(t, 1), w, z) - lr * direction;
        z = moved;
        Scalar mean = (1 - share) * x + share * moved;
        x = mean;
        return (1 - beta1) * moved + beta1 * mean;
    }
}
