namespace Recipes.Tests.Semantics;

/// <summary>Ten train rows of two features: six of class 0, three of class 1, one of class 2.</summary>
internal static class Uneven
{
    public static readonly int[] Labels = [0, 1, 0, 0, 2, 0, 1, 0, 1, 0];

    public static Splits Splits { get; } = new(Dataset.FromArrays([.. Enumerable.Range(0, 20).Select(i => (float)Math.Sin((1.7 * i) + 0.3))], Labels));
}
