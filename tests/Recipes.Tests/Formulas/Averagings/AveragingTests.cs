using Recipes.Tests.Formulas.GradientTransforms;
using static Recipes.Averagings;

namespace Recipes.Tests.Formulas.Averagings;

public sealed class AveragingTests
{
    [Fact]
    public void A_corrected_average_is_that_of_Optax() => Check(TransformGolden.CorrectedAverage, 1e-14, (a, w, t) => WeightAverage(a, w, t, 0.9, corrected: true));

    [Fact]
    public void A_warmed_average_is_that_of_TensorFlow() => Check(TransformGolden.WarmedAverage, 1e-14, (a, w, t) => WeightAverage(a, w, t, 0.9, warmup: true));

    /// <summary>PyTorch's module keeps floats.</summary>
    [Fact]
    public void An_equal_mean_is_that_of_PyTorch() => Check(TransformGolden.StochasticWeightAverage, 1e-6, (a, w, t) => StochasticWeightAverage(a, w, t, 10, 0.45));

    [Fact]
    public void A_polynomial_average_is_that_of_its_paper() => Check(TransformGolden.PolynomialAverage, 1e-14, (a, w, t) => PolynomialAverage(a, w, t, 2.5));

    /// <summary>By hand: η = 0 weighs all alike.</summary>
    [Fact]
    public void A_polynomial_average_of_power_0_is_the_mean() => Check(
        [.. Enumerable.Range(1, 10).Select(n => Enumerable.Range(1, n).Average(t => Math.Sin(t)))], 1e-14, (a, w, t) => PolynomialAverage(a, w, t, 0));

    private static void Check(double[] expected, double tolerance, Func<Scalar, Scalar, StepCount, Scalar> averaging)
    {
        // What stands there before the first step must not matter.
        Scalar average = 1e9;
        for (var step = 1; step <= expected.Length; step++)
            Assert.Equal(expected[step - 1], (double)(average = averaging(average, Math.Sin(step), step)), tolerance);
    }
}
