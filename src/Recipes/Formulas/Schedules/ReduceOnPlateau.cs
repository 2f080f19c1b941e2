using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Reduce on plateau: the rate falls by a factor whenever the loss on the validation rows has not improved for some epochs.</summary>
    /// <remarks>
    /// <para>
    /// An epoch is better when its loss is below (1 − θ) times the best so far, with θ = <c>threshold</c>. After more than p epochs in a row that
    /// are not, the factor is multiplied by γ, at least μ, and the next c epochs count neither way; p = <c>patienceEpochs</c>,
    /// γ = <c>gamma</c>, μ = <c>minimum</c>, c = <c>cooldownEpochs</c>.
    /// </para>
    /// <para>
    /// For runs of unknown length, next to early stopping with a longer patience. It needs validation rows, and makes their loss a part of the
    /// training; a run of known length does better with <c>Cosine</c>.
    /// </para>
    /// <para>
    /// Defaults and rules are those of <c>ReduceLROnPlateau</c> of PyTorch (relative threshold, lowest is best); its <c>min_lr</c> is μ times the
    /// declared rate.
    /// </para>
    /// </remarks>
    /// <param name="loss">The loss on the validation rows after the epoch.</param>
    /// <param name="best">The best loss so far.</param>
    /// <param name="waited">Epochs in a row without a better one.</param>
    /// <param name="resting">Epochs that still count neither way.</param>
    /// <param name="rate">The factor in force.</param>
    /// <param name="gamma">The factor γ of each reduction.</param>
    /// <param name="patienceEpochs">The epochs p that are waited for a better one.</param>
    /// <param name="threshold">The fraction θ by which a better epoch must be better.</param>
    /// <param name="cooldownEpochs">The epochs c after a reduction that count neither way.</param>
    /// <param name="minimum">The least factor μ.</param>
    /// <returns>The factor on the rate in the next epoch.</returns>
    [Schedule, Paper("PyTorch: An Imperative Style, High-Performance Deep Learning Library", 2019)]
    public static Scalar ReduceOnPlateau(
        ValidationLoss loss,
        [Initial(double.PositiveInfinity)] ref Running best, ref Running waited, ref Running resting, [Initial(1)] ref Running rate,
        [Range(0, 1, ExclusiveMinimum = true, ExclusiveMaximum = true)] double gamma = 0.1,
        [Range(0, 1_000_000)] double patienceEpochs = 10,
        [Range(0, 1)] double threshold = 1e-4,
        [Range(0, 1_000_000)] double cooldownEpochs = 0,
        [Range(0, 1)] double minimum = 0)
    {
        Condition isBetter = Less(loss, best * (1 - threshold));
        Scalar bad = Where(Or(isBetter, Greater(resting, 0)), 0, waited + 1);
        Condition falls = Greater(bad, patienceEpochs);
        best = Where(isBetter, loss, best);
        waited = Where(falls, 0, bad);
        resting = Where(falls, cooldownEpochs, Max(resting - 1, 0));
        rate = Where(falls, Max(rate * gamma, minimum), rate);
        return rate;
    }
}
