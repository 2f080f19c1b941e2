using static Recipes.Optimizers;

namespace Recipes.Tests.Formulas.Optimizers;

/// <summary>Optimizers that keep numbers for the run, or an average that is evaluated.</summary>
public sealed class ModelOptimizerTests
{
    private delegate Scalar Averaging(Scalar w, Scalar g, ref Averaged x, ref State z, ref State v, ref Running sum, ref Running most, StepCount t);

    private delegate Scalar Global(Scalar w, Scalar g, State[] states, ref Running a, ref Running b, StepCount t);

    [Fact]
    public void Asgd_is_that_of_PyTorch() => Check(
        OptimizerGolden.Asgd, OptimizerGolden.AsgdAverage,
        (Scalar w, Scalar g, ref Averaged x, ref State _, ref State _, ref Running _, ref Running _, StepCount t) => Asgd(w, g, ref x, 0.3, t, 100, 0.01, 0.6, 0.5, 0.02));

    [Fact]
    public void Schedule_free_descent_is_that_of_its_authors()
    {
        Check(OptimizerGolden.ScheduleFreeSgd, OptimizerGolden.ScheduleFreeSgdAverage, (Scalar w, Scalar g, ref Averaged x, ref State z, ref State _, ref Running sum, ref Running most, StepCount t) =>
            ScheduleFreeSgd(w, g, ref x, ref z, ref sum, ref most, Warm(0.5, t), t));
        Check(OptimizerGolden.ScheduleFreeSgdKnobs, OptimizerGolden.ScheduleFreeSgdKnobsAverage, (Scalar w, Scalar g, ref Averaged x, ref State z, ref State _, ref Running sum, ref Running most, StepCount t) =>
            ScheduleFreeSgd(w, g, ref x, ref z, ref sum, ref most, Warm(0.5, t), t, 0.7, 0.02, 1, 1));
    }

    [Fact]
    public void Schedule_free_AdamW_is_that_of_its_authors()
    {
        Check(OptimizerGolden.ScheduleFreeAdamW, OptimizerGolden.ScheduleFreeAdamWAverage, (Scalar w, Scalar g, ref Averaged x, ref State z, ref State v, ref Running sum, ref Running most, StepCount t) =>
            ScheduleFreeAdamW(w, g, ref x, ref z, ref v, ref sum, ref most, Warm(0.05, t), t));
        Check(OptimizerGolden.ScheduleFreeAdamWKnobs, OptimizerGolden.ScheduleFreeAdamWKnobsAverage, (Scalar w, Scalar g, ref Averaged x, ref State z, ref State v, ref Running sum, ref Running most, StepCount t) =>
            ScheduleFreeAdamW(w, g, ref x, ref z, ref v, ref sum, ref most, Warm(0.05, t), t, 0.7, 0.95, 1e-3, 0.1, 1, 1));
    }

    [Fact]
    public void Prodigy_is_that_of_its_authors()
    {
        Check(OptimizerGolden.Prodigy, 0, (Scalar w, Scalar g, State[] s, ref Running d, ref Running r, StepCount t) => Prodigy(w, g, ref s[0], ref s[1], ref s[2], ref s[3], ref d, ref r, 1, t));
        Check(OptimizerGolden.ProdigyKnobs, 0, (Scalar w, Scalar g, State[] s, ref Running d, ref Running r, StepCount t) =>
            Prodigy(w, g, ref s[0], ref s[1], ref s[2], ref s[3], ref d, ref r, 0.5, t, 0.8, 0.99, 1e-3, 0.1, 1e-4, 2, biasCorrection: true, safeguard: true));
    }

    [Fact]
    public void NAdam_is_that_of_PyTorch()
    {
        Check(OptimizerGolden.NAdam, 1, (Scalar w, Scalar g, State[] s, ref Running product, ref Running _, StepCount t) => NAdam(w, g, ref s[0], ref s[1], ref product, 0.02, t));
        Check(OptimizerGolden.NAdamKnobs, 1, (Scalar w, Scalar g, State[] s, ref Running product, ref Running _, StepCount t) =>
            NAdam(w, g, ref s[0], ref s[1], ref product, 0.02, t, 0.8, 0.95, 1e-3, 0.03, 0.1));
        Check(OptimizerGolden.NAdamDecoupled, 1, (Scalar w, Scalar g, State[] s, ref Running product, ref Running _, StepCount t) =>
            NAdam(w, g, ref s[0], ref s[1], ref product, 0.02, t, 0.8, 0.95, 1e-3, 0.1, 0.1, decoupled: true));
    }

    /// <summary>A warm-up of 20 steps.</summary>
    private static Rate Warm(double rate, StepCount t) => rate * Math.Min(1, (double)(Scalar)t / 20);

    private static void Check(double[] weights, double[] averages, Averaging optimizer)
    {
        // What the average holds before the first step must not matter.
        Averaged x = 1e9;
        State z = default, v = default;
        Running sum = default, most = default;
        Regression.AssertClose(weights, Regression.TrainTogether((w, g, t) => optimizer(w, g, ref x, ref z, ref v, ref sum, ref most, t).ToArray()));
        Regression.AssertClose(averages, ((Scalar)x).ToArray());
    }

    private static void Check(double[] weights, double start, Global optimizer)
    {
        var states = new State[4];
        Running a = start, b = default;
        Regression.AssertClose(weights, Regression.TrainTogether((w, g, t) => optimizer(w, g, states, ref a, ref b, t).ToArray()));
    }
}
