using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.Language;

public sealed class BatchTests
{
    private static readonly Logits Z = new double[,] { { 1, 2 }, { 3, 5 }, { 5, 11 } };
    private static readonly Label Y = new int[] { 0, 1, 0 };

    [Fact]
    public void A_label_picks_each_examples_number() => Assert.Equal([1, 5, 5], Z[Y].ToArray());

    [Fact]
    public void The_mean_over_the_batch_is_one_row_for_all_examples()
    {
        var mean = BatchMean(Z);
        Assert.Equal(1, mean.Rows);
        Assert.Equal([3, 6], mean.ToArray());
        Assert.Equal([-2, -4, 0, -1, 2, 5], (Z - mean).ToArray());
        Assert.Equal(11.0 / 3, BatchMean(Z[Y]), 1e-15);
    }

    [Fact]
    public void The_mean_by_label_is_gathered_back_to_each_example()
    {
        Assert.Equal([3, 6.5, 3, 5, 3, 6.5], MeanByLabel(Z, Y).ToArray());
        Assert.Equal([3, 5, 3], MeanByLabel(Z[Y], Y).ToArray());
    }

    [Fact]
    public void One_number_goes_with_any_batch_and_two_batches_do_not_mix()
    {
        Assert.Equal([2, 6, 6], (Z[Y] + 1).ToArray());
        Assert.Throws<ArgumentException>(() => Z[Y] + new Scalar(new double[] { 1, 2 }));
        Assert.Throws<ArgumentException>(() => Z + new Logits(new double[] { 1, 2, 3 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Z[new Label(2)]);
    }

    [Fact]
    public void Several_numbers_are_no_double() =>
        Assert.Throws<InvalidOperationException>(() => (double)Z[Y]);

    [Fact]
    public void A_reference_parameter_keeps_what_is_assigned()
    {
        State m = default;
        Assert.Equal(0.5, (double)Assign(ref m));
        Assert.Equal(0.75, (double)Assign(ref m));

        static Scalar Assign(ref State m)
        {
            m = 0.5 * m + 0.5;
            return m;
        }
    }
}
