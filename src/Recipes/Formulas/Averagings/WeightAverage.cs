using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Averagings: running averages of the weights, which evaluation and the trained model use.</summary>
public static partial class Averagings
{
    /// <summary>Exponential moving average of the weights.</summary>
    /// <remarks>
    /// <para>a ← w in the first step, then a ← δ·a + (1 − δ)·w, after every step of the optimizer.</para>
    /// <para>
    /// Smooths away the noise of the last steps, much like a decayed learning rate. The average looks back some 1/(1 − δ) steps: the wrong
    /// choice when the run is hardly longer than that, as it then still holds the first weights.
    /// </para>
    /// <para>δ = 0.999 is common in practice; <c>torch.optim.swa_utils.AveragedModel</c> starts the same way.</para>
    /// </remarks>
    /// <param name="average">The average so far [element].</param>
    /// <param name="w">The weight after the step [element].</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="decay">The share δ of the average that is kept.</param>
    /// <returns>The new average [element].</returns>
    [Averaging, Paper("Acceleration of Stochastic Approximation by Averaging", 1992)]
    public static Scalar WeightAverage(Scalar average, Scalar w, StepCount t, [Range(0, 1, ExclusiveMaximum = true)] double decay = 0.999) =>
        Where(LessOrEqual(t, 1), w, decay * average + (1 - decay) * w);
}
