namespace Recipes.Tests.Training;

/// <summary>Rows of classes that overlap a little: a class's centre plus noise, the same on every machine.</summary>
internal static class Blobs
{
    /// <summary>37 train rows, a number that no batch size divides; 20 validation, 40 calibration and 20 test rows.</summary>
    public static Splits Splits { get; } = new(Rows(37, 1), Rows(20, 2), Rows(40, 3), Rows(20, 4));

    public static Dataset Rows(int rows, uint seed, int features = 4, int classes = 3)
    {
        // xorshift32: no promise is made about the numbers of System.Random.
        uint state = seed * 2654435761;
        var values = new float[rows * features];
        var labels = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            labels[i] = i % classes;
            for (int f = 0; f < features; f++)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                values[i * features + f] = (f == labels[i] ? 1 : 0) + 3f * (state / (float)uint.MaxValue - 0.5f);
            }
        }
        return Dataset.FromArrays(values, labels, classes: [.. Enumerable.Range(0, classes).Select(c => "class " + c)]);
    }
}
