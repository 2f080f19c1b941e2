using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.Optimizers;

/// <summary>The softmax regression of tests/golden/optimizers.py: 6 rows of 3 features, 4 classes, weights [3, 4] and a bias [4].</summary>
internal static class Regression
{
    private const int Rows = 6, Features = 3, Classes = 4;

    /// <summary>An optimizer that keeps its own state of one tensor; the step counts from 1.</summary>
    public delegate double[] Update(double[] w, double[] g, int step);

    /// <summary>The weights, then the bias, after some steps.</summary>
    /// <param name="optimizer">Makes the optimizer of a tensor; it is told whether that is the matrix.</param>
    /// <param name="steps">How many.</param>
    public static double[] Train(Func<bool, Update> optimizer, int steps = 100)
    {
        var (updateWeights, updateBias) = (optimizer(true), optimizer(false));
        return Train((w, b, gw, gb, step) => (updateWeights(w, gw, step), updateBias(b, gb, step)), steps);
    }

    /// <summary>The same with one optimizer for all numbers, which come one after the other.</summary>
    public static double[] TrainTogether(Update optimizer) => Train(
        (w, b, gw, gb, step) =>
        {
            var all = optimizer([.. w, .. b], [.. gw, .. gb], step);
            return (all[..w.Length], all[w.Length..]);
        },
        100);

    private static double[] Train(Func<double[], double[], double[], double[], int, (double[], double[])> update, int steps)
    {
        var w = new double[Features * Classes];
        for (var i = 0; i < w.Length; i++)
            w[i] = 0.3 * Math.Cos(2 * (i / Classes) + 5 * (i % Classes));
        double[] b = [0.1, -0.2, 0.3, 0.05];
        for (var step = 1; step <= steps; step++)
        {
            var (gw, gb) = Gradient(w, b);
            (w, b) = update(w, b, gw, gb, step);
        }
        return [.. w, .. b];
    }

    /// <summary>
    /// Both are in double and differ by rounding, which 100 steps pass on. Adam and LAMB enlarge it where they divide a vanishing
    /// gradient by its own size: 2e-11 was seen.
    /// </summary>
    public static void AssertClose(double[] expected, double[] actual)
    {
        foreach (var (e, a) in expected.Zip(actual, (e, a) => (e, a)))
            Assert.Equal(e, a, 1e-9);
        Assert.Equal(expected.Length, actual.Length);
    }

    private static (double[] Weights, double[] Bias) Gradient(double[] w, double[] b)
    {
        var (gw, gb) = (new double[w.Length], new double[b.Length]);
        for (var i = 0; i < Rows; i++)
        {
            var x = new double[Features];
            for (var j = 0; j < Features; j++)
                x[j] = Math.Sin(1 + 3 * i + 7 * j);
            var z = new double[Classes];
            for (var k = 0; k < Classes; k++)
                z[k] = b[k] + x[0] * w[k] + x[1] * w[Classes + k] + x[2] * w[2 * Classes + k];
            Row<Class> error = Softmax(new Row<Class>(z)) - OneHot(i * i % Classes, new Row<Class>(z));
            for (var k = 0; k < Classes; k++)
            {
                gb[k] += error[k] / Rows;
                for (var j = 0; j < Features; j++)
                    gw[j * Classes + k] += x[j] * error[k] / Rows;
            }
        }
        return (gw, gb);
    }
}
