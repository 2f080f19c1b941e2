namespace Recipes.Tests.Formulas;

/// <summary>The batch that the golden values were made with: 5 rows, 4 classes, one row large, one with ties.</summary>
internal static class Examples
{
    public static readonly double[,] Logits =
    {
        { 1.5, -0.5, 0.25, 3.0 },
        { -2.0, 0.5, 0.5, -1.0 },
        { 30.0, -20.0, 5.0, 0.0 },
        { 0.1, 0.2, 0.3, 0.4 },
        { 2.0, 2.0, -1.0, 0.0 },
    };

    public static readonly Label Labels = new int[] { 3, 0, 2, 1, 0 };

    /// <summary>The values of a loss and the central differences of its mean are the golden ones.</summary>
    public static void AssertLoss(double[] values, double[] gradient, Func<Logits, Scalar> loss)
    {
        var actual = loss(Logits);
        for (var row = 0; row < values.Length; row++)
            AssertClose(values[row], actual.Length == 1 ? actual : actual[row]);
        // Central differences at 1e-5 are off by their third derivative's 1e-10 and by the rounding of a loss of 25, 1e-10.
        var differences = Differences.Gradient(z => BatchMeanOf(loss(z)), Logits, 1e-5);
        for (var i = 0; i < gradient.Length; i++)
            Assert.Equal(gradient[i], differences[i], 1e-8);
    }

    /// <summary>Equal but for the rounding of some tens of operations.</summary>
    public static void AssertClose(double expected, double actual) =>
        Assert.Equal(expected, actual, 1e-13 * Math.Max(1, Math.Abs(expected)));

    /// <summary>Equal but for the rounding of some tens of operations.</summary>
    public static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (e, a) in expected.Zip(actual))
            AssertClose(e, a);
    }

    private static double BatchMeanOf(Scalar loss) => loss.ToArray().Average();
}
