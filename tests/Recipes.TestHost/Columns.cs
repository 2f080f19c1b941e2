namespace Recipes.TestHost;

/// <summary>Gives digits every column that rows can have, all made of their pixels and their class.</summary>
public static class Columns
{
    /// <summary>How labels were corrupted: each digit is seen as itself with probability 0.91.</summary>
    public static double[,] Transition { get; } = Make();

    /// <summary>The digits with more columns.</summary>
    public static Dataset Of(Dataset digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        int rows = digits.Count, classes = digits.Classes.Count;
        float[,] targets = new float[rows, 2], soft = new float[rows, classes], teacher = new float[rows, classes];
        var has = new bool[rows, 3];
        var weights = new float[rows];
        int[] groups = new int[rows], domains = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<float> pixels = digits.Row(i);
            int label = digits.Labels[i];
            for (int p = 0; p < pixels.Length; p++)
            {
                targets[i, 0] += pixels[p];
                targets[i, 1] += pixels[p] * ((p % 8) - 3.5f);
            }
            for (int k = 0; k < classes; k++)
            {
                soft[i, k] = k == label ? 0.82f : 0.02f;
                teacher[i, k] = (k == label ? 2 : 0) + ((i + (3 * k)) % 7 * 0.1f);
            }
            (has[i, 0], has[i, 1], has[i, 2]) = (label % 2 == 0, label is 0 or 6 or 8 or 9, label >= 5);
            (groups[i], domains[i], weights[i]) = (label % 2, i % 3, 1 + (i % 2));
        }
        return digits.WithTargets(targets, ["ink", "moment"]).WithMultiLabels(has, ["even", "closed", "large"]).WithSoftTargets(soft).WithTeacherLogits(teacher)
            .WithGroups(groups).WithDomains(domains).WithSampleWeights(weights);
    }

    private static double[,] Make()
    {
        var matrix = new double[10, 10];
        for (int truth = 0; truth < 10; truth++)
            for (int seen = 0; seen < 10; seen++) matrix[truth, seen] = truth == seen ? 0.91 : 0.01;
        return matrix;
    }
}
