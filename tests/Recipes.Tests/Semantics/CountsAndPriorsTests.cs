namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 4, BatchSize = 5), Input(2), Dense(3), CrossEntropy, ClassBalancedSampling, Sgd(0.1)]
public partial class DrawsBalanced;

/// <summary>"Counts and priors".</summary>
public class CountsAndPriorsTests
{
    [Fact]
    public void Class_counts_are_the_train_rows_before_sampling()
    {
        RunRecord record = DrawsBalanced.Train(Uneven.Splits, Buffers.Options()).Report.Record;
        Assert.Equal([6, 3, 1], record.ClassCounts);
        Assert.Equal(40, record.DrawCounts.Sum());
        // A third of 40 draws each, standard deviation 3; by the counts the last class would have 4 and the first 24.
        Assert.All(record.DrawCounts, draws => Assert.InRange(draws, 6, 21));
    }
}
