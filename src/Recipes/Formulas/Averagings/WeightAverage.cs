using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Averagings: running averages of the weights, which evaluation and the trained model use.</summary>
public static partial class Averagings
{
    /// <summary>Exponential moving average of the weights.</summary>
    /// <remarks>
    /// <para>
    /// a ← w in the first step, then a ← δₜ·a + (1 − δₜ)·w, after every step of the optimizer, with δₜ = δ. <paramref name="corrected"/>:
    /// δₜ = δ·(1 − δᵗ⁻¹)/(1 − δᵗ), so that the first weight counts no more than any other (the bias correction of <c>Adam</c>).
    /// <paramref name="warmup"/>: δₜ is at most (1 + t)/(10 + t), so that early weights are soon forgotten.
    /// </para>
    /// <para>
    /// Smooths away the noise of the last steps, much like a decayed learning rate. The average looks back some 1/(1 − δ) steps: the wrong
    /// choice when the run is hardly longer than that, as it then still holds the first weights; correct it, or warm it up.
    /// </para>
    /// <para>
    /// δ = 0.999 is common in practice; <c>torch.optim.swa_utils.AveragedModel</c> starts the same way, <c>optax.ema</c> corrects, and TensorFlow's
    /// ExponentialMovingAverage warms up so when it is told the step.
    /// </para>
    /// </remarks>
    /// <param name="average">The average so far [element].</param>
    /// <param name="w">The weight after the step [element].</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="decay">The share δ of the average that is kept.</param>
    /// <param name="corrected">Whether all weights so far count as if the average had always run.</param>
    /// <param name="warmup">Whether the share that is kept rises from 0.18 to δ.</param>
    /// <returns>The new average [element].</returns>
    [Averaging, Paper("Acceleration of Stochastic Approximation by Averaging", 1992)]
    public static Scalar WeightAverage(
        Scalar average, Scalar w, StepCount t,
        [Range(0, 1, ExclusiveMaximum = true)] double decay = 0.999,
        bool corrected = false,
        bool warmup = false)
    {
        Scalar kept = corrected ? decay * (1 - Pow(decay, t - 1)) / (1 - Pow(decay, t)) : decay;
        Scalar share = warmup ? Min(kept, (1 + t) / (10 + t)) : kept;
        return Where(LessOrEqual(t, 1), w, share * average + (1 - share) * w);
    }
}
