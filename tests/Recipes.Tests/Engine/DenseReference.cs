namespace Recipes.Tests.Engine;

/// <summary>The three products in double precision, as they are written in a textbook, and how far floats may be from them.</summary>
internal static class DenseReference
{
    /// <summary>Sums of n products of numbers in [−1, 1], one rounding each: |error| ≤ n·u·Σ|a·b| ≤ n²·u; in practice far below, but a bound is a bound.</summary>
    public static double Tolerance(int terms) => 6e-8 * terms * (terms + 2) + 1e-6;

    public static double[] Preactivation(int rows, int inputs, int outputs, float[] x, float[] weights, float[]? bias)
    {
        var result = new double[rows * outputs];
        for (int r = 0; r < rows; r++)
            for (int o = 0; o < outputs; o++)
            {
                double sum = bias?[o] ?? 0;
                for (int i = 0; i < inputs; i++) sum += (double)x[(r * inputs) + i] * weights[(i * outputs) + o];
                result[(r * outputs) + o] = sum;
            }
        return result;
    }

    public static double[] InputGradient(int rows, int inputs, int outputs, float[] dy, float[] weights)
    {
        var result = new double[rows * inputs];
        for (int r = 0; r < rows; r++)
            for (int i = 0; i < inputs; i++)
                for (int o = 0; o < outputs; o++) result[(r * inputs) + i] += (double)dy[(r * outputs) + o] * weights[(i * outputs) + o];
        return result;
    }

    public static double[] WeightGradient(int rows, int inputs, int outputs, float[] x, float[] dy)
    {
        var result = new double[inputs * outputs];
        for (int r = 0; r < rows; r++)
            for (int i = 0; i < inputs; i++)
                for (int o = 0; o < outputs; o++) result[(i * outputs) + o] += (double)x[(r * inputs) + i] * dy[(r * outputs) + o];
        return result;
    }

    public static void AssertClose(double[] expected, ReadOnlySpan<float> actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) <= tolerance)) Assert.Fail($"{what}: element {i} is {actual[i]}, not {expected[i]}");
        }
    }
}
