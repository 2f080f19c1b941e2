using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Rprop: each weight has a step of its own, which grows while its gradient keeps its sign and shrinks when that turns.</summary>
    /// <remarks>
    /// <para>
    /// With p the gradient of the step before: s ← s·η⁺ where g·p &gt; 0, s·η⁻ where g·p &lt; 0, within [<paramref name="minimum"/>,
    /// <paramref name="maximum"/>]; where g·p &lt; 0 then g ← 0; w ← w − sign(g)·s; p ← g. s starts at the learning rate, p at 0.
    /// </para>
    /// <para>
    /// For whole batches: only the sign of the gradient counts. The wrong choice for mini-batches, whose signs turn by chance. A schedule
    /// has no effect after the first step, as the steps are the weights' own.
    /// </para>
    /// <para>Defaults and form are those of <c>torch.optim.Rprop</c> (the variant without weight backtracking), whose usual rate is 0.01.</para>
    /// </remarks>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="previous">The gradient of the step before, or 0 where it had turned [element].</param>
    /// <param name="size">The weight's own step s [element].</param>
    /// <param name="lr">The first step of every weight.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="etaMinus">The factor η⁻ when the sign turns.</param>
    /// <param name="etaPlus">The factor η⁺ while it stays.</param>
    /// <param name="minimum">The least step.</param>
    /// <param name="maximum">The greatest step.</param>
    /// <returns>The new weight [element].</returns>
    [Optimizer, Paper("A Direct Adaptive Method for Faster Backpropagation Learning: The RPROP Algorithm", 1993)]
    public static Scalar Rprop(
        Scalar w, Scalar g, ref State previous, ref State size, Rate lr, StepCount t,
        [Range(0, 1, ExclusiveMinimum = true, ExclusiveMaximum = true)] double etaMinus = 0.5,
        [Range(1, double.PositiveInfinity, ExclusiveMinimum = true)] double etaPlus = 1.2,
        [Range(0, double.PositiveInfinity)] double minimum = 1e-6,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double maximum = 50)
    {
        Scalar turn = Sign(g) * Sign(previous);
        Scalar factor = Where(Greater(turn, 0), etaPlus, Where(Less(turn, 0), etaMinus, 1));
        size = Clamp(Where(LessOrEqual(t, 1), lr, size) * factor, minimum, maximum);
        previous = Where(Less(turn, 0), 0, g);
        return w - Sign(previous) * size;
    }
}
