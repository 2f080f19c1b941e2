using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Semantics;

/// <summary>Holds a step of plain descent at rate 1 to the central differences of the loss that it reports.</summary>
internal static class GradientCheck
{
    private const float Step = 1e-2f;

    // Richardson's rule leaves h⁴ = 1e-8; the loss is a mean of single-precision rows, whose rounding of about 1e-7/√rows is divided by 2h.
    private const double Tolerance = 1e-5;

    public static void Run(RecipeDefinition recipe, Func<TrainingOptions, int, (double Loss, double Norm, float[] Weights)> run)
    {
        using var folder = new TemporaryFolder();
        float[] start = run(Buffers.Options(), 0).Weights;
        foreach (ParameterInfo parameter in recipe.Parameters)
            if (!parameter.InNetwork) start[parameter.Offset] = 0.2f; // away from 0, where exp(−s) is 1
        (_, double norm, float[] after) = run(Buffers.Start(folder, recipe, start), 1);

        double squares = 0;
        foreach (ParameterInfo parameter in recipe.Parameters)
        {
            double largest = 0;
            for (int i = parameter.Offset; i < parameter.Offset + parameter.Length; i++)
            {
                double slope = ((4 * Difference(i, Step)) - Difference(i, 2 * Step)) / 3;
                double gradient = (double)start[i] - after[i];
                Assert.True(Math.Abs(slope - gradient) < Tolerance, $"{parameter.Name}[{i - parameter.Offset}]: the loss rises by {slope}, the gradient is {gradient}.");
                largest = Math.Max(largest, Math.Abs(slope));
                squares += gradient * gradient;
            }
            // A tensor that the loss does not depend on would pass without saying anything.
            Assert.True(largest > 100 * Tolerance, $"{parameter.Name} moves the loss by no more than {largest}.");
        }
        Assert.Equal(Math.Sqrt(squares), norm, 1e-5);

        double Difference(int element, float step)
        {
            float[] up = [.. start], down = [.. start];
            up[element] += step;
            down[element] -= step;
            double high = run(Buffers.Start(folder, recipe, up), 1).Loss, low = run(Buffers.Start(folder, recipe, down), 1).Loss;
            return (high - low) / ((double)up[element] - down[element]);
        }
    }
}
