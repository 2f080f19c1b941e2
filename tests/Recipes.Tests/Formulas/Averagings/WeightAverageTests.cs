namespace Recipes.Tests.Formulas.Averagings;

public sealed class WeightAverageTests
{
    [Fact]
    public void Is_that_of_PyTorch()
    {
        // What stands there before the first step must not matter.
        Scalar average = 1e9;
        var averages = new double[10];
        for (var step = 1; step <= averages.Length; step++)
            averages[step - 1] = average = Recipes.Averagings.WeightAverage(average, Math.Sin(step), step, 0.9);
        // PyTorch's module keeps floats.
        foreach (var (expected, actual) in Golden.WeightAverage.Zip(averages))
            Assert.Equal(expected, actual, 1e-6);
    }
}
