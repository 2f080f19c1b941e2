using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Schedule-free SGD: the weights that are evaluated are an average of the descent's, which takes the place of a falling rate.</summary>
    /// <remarks>
    /// <para>
    /// The weight w is y, where gradients are taken: z ← z − η·(g + λ·y); x ← (1 − c)·x + c·z; y = (1 − β)·z + β·x. c is η²'s share in the sum of all
    /// η², or of t^r·η^p (<paramref name="power"/> r, <paramref name="ratePower"/> p) with η the greatest rate so far. x and z start at the weight.
    /// </para>
    /// <para>
    /// Evaluation and the trained model use x. No length of the run is fixed beforehand: leave the schedule out, but for a warm-up. The wrong choice with a
    /// schedule that falls, or with another average on top.
    /// </para>
    /// <para>Defaults and form of the authors' code (SGDScheduleFree): β = 0.9, r = 0, p = 2; its rate is 5 to 50 times that of plain SGD with momentum 0.9.</para>
    /// </remarks>
    /// <param name="w">Weight y [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="x">The averaged weight [element].</param>
    /// <param name="z">The weight of the descent itself [element].</param>
    /// <param name="weights">The sum of what averages count so far.</param>
    /// <param name="greatest">The greatest rate so far.</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="beta">The share β of x in the weight that takes gradients.</param>
    /// <param name="weightDecay">The factor λ of the weight in its gradient.</param>
    /// <param name="power">The power r of the step by which later weights count more.</param>
    /// <param name="ratePower">The power p of the rate by which weights of a warm-up count less.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, Paper("The Road Less Scheduled", 2024)]
    public static Scalar ScheduleFreeSgd(
        Scalar w, Scalar g, ref Averaged x, ref State z, ref Running weights, ref Running greatest, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double beta = 0.9,
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
        Scalar moved = Where(LessOrEqual(t, 1), w, z) - lr * (g + weightDecay * w);
        z = moved;
        Scalar mean = (1 - share) * x + share * moved;
        x = mean;
        return (1 - beta) * moved + beta * mean;
    }
}
