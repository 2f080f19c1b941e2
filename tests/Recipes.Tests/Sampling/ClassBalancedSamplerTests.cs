namespace Recipes.Tests.Sampling;

public sealed class ClassBalancedSamplerTests
{
    private static readonly int[] s_counts = [900, 60, 0, 40];

    private static int[] Draws(int steps, ulong seed = 3)
    {
        SamplingContext context = SamplerTests.Context(s_counts, batchSize: 20, seed);
        return [.. SamplerTests.Walk(new ClassBalancedSampler(), context, steps).SelectMany(rows => rows)];
    }

    private static int ClassOf(int row) => row < 900 ? 0 : row < 960 ? 1 : 3;

    [Fact]
    public void Classes_are_drawn_alike_and_independently()
    {
        // 30,000 draws of three classes: 10,000 of each expected, chi-square with 2 degrees of freedom; pairs of successive draws
        // have 9 cells of 15,000/9, 8 degrees. Bounds are exceeded one time in 10⁶ (scipy.stats.chi2.isf): 27.6 and 42.7.
        int[] classes = [.. Draws(1500).Select(ClassOf)];
        Assert.Equal(30_000, classes.Length);
        Assert.InRange(classes.CountBy(c => c).Sum(cell => Math.Pow(cell.Value - 10_000, 2) / 10_000), 0, 27.6);
        Dictionary<(int, int), int> pairs = classes.Chunk(2).CountBy(pair => (pair[0], pair[1])).ToDictionary();
        Assert.Equal(9, pairs.Count);
        Assert.InRange(pairs.Values.Sum(count => Math.Pow(count - (15_000 / 9.0), 2) / (15_000 / 9.0)), 0, 42.7);
    }

    [Fact]
    public void Every_row_of_a_class_is_drawn_once_before_any_is_drawn_again()
    {
        int[] drawn = Draws(1500);
        foreach ((int c, int first, int count) in ((int, int, int)[])[(0, 0, 900), (1, 900, 60), (3, 960, 40)])
        {
            int[][] passes = [.. drawn.Where(row => ClassOf(row) == c).Chunk(count)];
            Assert.True(passes.Length > 2);
            Assert.All(passes[..^1], pass => Assert.Equal(Enumerable.Range(first, count), pass.Order()));
            Assert.Equal(passes[^1].Length, passes[^1].Distinct().Count());
            // 40! orders: two passes alike would be a repeated key.
            Assert.Equal(passes.Length, passes.Select(pass => string.Join(' ', pass)).Distinct().Count());
        }
    }

    [Fact]
    public void The_prior_is_even_over_the_classes_that_have_rows()
    {
        var sampler = new ClassBalancedSampler();
        sampler.Start(SamplerTests.Context(s_counts));
        double[] prior = new double[4];
        sampler.DrawnPrior(prior);
        Assert.Equal([1 / 3.0, 1 / 3.0, 0, 1 / 3.0], prior);
    }
}
