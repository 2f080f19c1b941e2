namespace Recipes.Tests.Inputs;

/// <summary>Rows with every column that there is: 36 train rows of four features, the same on every machine.</summary>
internal static class Columns
{
    public const int TrainRows = 36;
    public const int Classes = 3;

    /// <summary>How labels were corrupted: the true class (row) is seen as itself with probability 0.8, 0.7 and 0.9.</summary>
    public static readonly double[,] Transition = { { 0.8, 0.15, 0.05 }, { 0.1, 0.7, 0.2 }, { 0.04, 0.06, 0.9 } };

    public static Splits Splits { get; } = new(Rows(TrainRows, 0.3), Rows(20, 0.9), test: Rows(24, 1.7));

    private static Dataset Rows(int rows, double phase)
    {
        var features = new float[rows, 4];
        var targets = new float[rows, 2];
        var soft = new float[rows, Classes];
        var teacher = new float[rows, Classes];
        var has = new bool[rows, Classes];
        int[] labels = new int[rows], groups = new int[rows], domains = new int[rows];
        var weights = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            for (int f = 0; f < 4; f++) features[i, f] = (float)Math.Sin((1.7 * ((4 * i) + f)) + phase);
            // Uneven classes, groups and domains.
            labels[i] = i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2;
            groups[i] = i % 5 == 0 ? 1 : 0;
            domains[i] = i % 4;
            weights[i] = 1 + (i % 3);
            targets[i, 0] = 100 + (20 * features[i, 0]) + (5 * features[i, 1] * features[i, 2]);
            targets[i, 1] = features[i, 3] - features[i, 0];
            float total = 0;
            for (int k = 0; k < Classes; k++) total += soft[i, k] = k == labels[i] ? 2 : 0.5f + (0.1f * ((i + k) % 4));
            for (int k = 0; k < Classes; k++)
            {
                soft[i, k] /= total;
                teacher[i, k] = (float)Math.Cos(i + (2 * k)) + (k == labels[i] ? 1 : 0);
                has[i, k] = (i + (2 * k)) % 5 < 2;
            }
        }
        return Dataset.FromArrays(features, labels, classes: ["a", "b", "c"]).WithTargets(targets, ["price", "change"]).WithMultiLabels(has, ["red", "round", "heavy"])
            .WithSoftTargets(soft).WithTeacherLogits(teacher).WithGroups(groups).WithDomains(domains).WithSampleWeights(weights);
    }
}
