namespace Recipes.Tests.Data;

public sealed class SplitTests
{
    private static readonly Dataset s_digits = Dataset.FromCsv(Repository.Digits, label: "digit");

    private static Splits Digits(long seed = 7, bool stratify = true) =>
        s_digits.Split(train: .6, validation: .15, calibration: .1, test: .15, seed: seed, stratify: stratify);

    private static SplitRows[] Roles(Splits splits) => [splits.Train, splits.Validation, splits.Calibration, splits.Test];

    /// <summary>A dataset with so many rows of each class, one feature that is the row's number.</summary>
    internal static Dataset Rows(params int[] counts)
    {
        int[] labels = [.. counts.SelectMany((count, c) => Enumerable.Repeat(c, count))];
        return Dataset.FromArrays([.. labels.Select((_, row) => (float)row)], labels);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_row_has_exactly_one_role(bool stratify)
    {
        Splits splits = Digits(stratify: stratify);
        IEnumerable<int> all = Roles(splits).SelectMany(role => Enumerable.Range(0, role.Count).Select(role.SourceRow));
        Assert.Equal(Enumerable.Range(0, 1797), all.Order());
    }

    [Fact]
    public void Stratified_counts_are_the_largest_remainders_of_each_class()
    {
        Splits splits = Digits();
        // Class 0: 178 rows, shares 106.8, 26.7, 17.8, 26.7. Whole parts 106, 26, 17, 26 leave 3 rows for the remainders
        // .8, .7, .8, .7: train, calibration, and of the equal ones validation, the first.
        Assert.Equal([107, 27, 18, 26], Roles(splits).Select(role => role.ClassCounts[0]));
        // Class 4: 181 rows, shares 108.6, 27.15, 18.1, 27.15. Whole parts leave 1 row for .6.
        Assert.Equal([109, 27, 18, 27], Roles(splits).Select(role => role.ClassCounts[4]));
    }

    [Fact]
    public void Counts_of_all_rows_are_the_largest_remainders_without_strata()
    {
        // 1797 rows: shares 1078.2, 269.55, 179.7, 269.55; whole parts leave 2 rows: calibration (.7), validation (.55, the first of two).
        Assert.Equal([1078, 270, 180, 269], Roles(Digits(stratify: false)).Select(role => role.Count));
    }

    [Fact]
    public void Equal_remainders_go_to_the_role_that_is_furthest_behind()
    {
        // Three classes of 50 rows: 7.5 for validation and for test in each. Always the first would make 24 and 21.
        Splits splits = Rows(50, 50, 50).Split(train: .6, validation: .15, calibration: .1, test: .15);
        Assert.Equal([90, 23, 15, 22], Roles(splits).Select(role => role.Count));
    }

    [Fact]
    public void Shares_that_are_whole_numbers_but_for_rounding_are_taken_as_such()
    {
        // In doubles .29 · 100 is 28.999999999999996 and .7 · 10 is 7.000000000000001.
        Assert.Equal(58, Rows(100, 100).Split(train: .71, test: .29).Test.Count);
        Assert.Equal(14, Rows(10, 10).Split(train: .7, test: .3).Train.Count);
    }

    [Fact]
    public void A_class_of_one_row_is_learned_from()
    {
        Splits splits = Rows(1, 100, 1).Split(train: .6, validation: .15, calibration: .1, test: .15);
        Assert.Equal([1, 60, 1], splits.Train.ClassCounts.ToArray());
        Assert.Empty(splits.UnseenLabels);
    }

    [Fact]
    public void A_role_keeps_the_order_of_the_file()
    {
        foreach (SplitRows role in Roles(Digits()))
        {
            int[] rows = [.. Enumerable.Range(0, role.Count).Select(role.SourceRow)];
            Assert.Equal(rows.Order(), rows);
        }
    }

    [Fact]
    public void A_row_keeps_its_features_and_label()
    {
        Splits splits = Digits();
        foreach (SplitRows role in Roles(splits))
        {
            float[] copied = new float[role.Count * 64];
            role.CopyFeatures(copied);
            for (int row = 0; row < role.Count; row++)
            {
                int source = role.SourceRow(row);
                Assert.Equal(s_digits.Labels[source], role.Label(row));
                Assert.Equal(s_digits.Classes[s_digits.Labels[source]], role.LabelName(row));
                Assert.True(role.Features(row).SequenceEqual(s_digits.Row(source)));
                Assert.True(copied.AsSpan(64 * row, 64).SequenceEqual(s_digits.Row(source)));
            }
        }
        float[] two = new float[128];
        splits.Test.CopyFeatures(two, firstRow: 3);
        Assert.True(two.AsSpan(64).SequenceEqual(splits.Test.Features(4)));
        Assert.Throws<ArgumentException>(() => splits.Test.CopyFeatures(new float[65]));
        Assert.Throws<ArgumentException>(() => splits.Test.CopyFeatures(two, splits.Test.Count - 1));
    }

    [Fact]
    public void One_seed_divides_alike_and_another_differently()
    {
        Assert.Equal(Digits().Identity, Digits().Identity);
        Assert.NotEqual(Digits().Identity, Digits(seed: 8).Identity);
        Assert.NotEqual(Digits().Identity, Digits(stratify: false).Identity);
        Assert.Equal(Digits().DataIdentity, Digits(seed: 8).DataIdentity);
        Assert.Equal(Digits(seed: -1).Identity, Digits(seed: -1).Identity);
    }

    [Fact]
    public void Every_row_is_as_likely_in_each_role()
    {
        // Of 20 rows in two classes of 10, each is in the test role with probability .3. Over 4,000 seeds a row's count is
        // binomial: mean 1,200, deviation √(4000·.3·.7) = 29; six deviations bound all 20 counts but for 1 time in 10⁷.
        Dataset data = Rows(10, 10);
        int[] counts = new int[20];
        for (int seed = 0; seed < 4000; seed++)
        {
            TestRows test = data.Split(train: .7, test: .3, seed: seed).Test;
            for (int row = 0; row < test.Count; row++) counts[test.SourceRow(row)]++;
        }
        Assert.All(counts, count => Assert.InRange(count, 1200 - 174, 1200 + 174));
    }

    [Fact]
    public void Calibration_rows_are_divided_stratified_among_fitted_steps()
    {
        CalibrationRows rows = Rows(40, 60).Split(train: .5, calibration: .5).Calibration;
        int[][] parts = rows.Divide(2, seed: 1);
        Assert.Equal(Enumerable.Range(0, 50), parts.SelectMany(part => part).Order());
        Assert.All(parts, part => Assert.Equal([10, 15], [part.Count(row => rows.Label(row) == 0), part.Count(row => rows.Label(row) == 1)]));
        Assert.Equal(parts, rows.Divide(2, seed: 1));
        Assert.NotEqual(parts, rows.Divide(2, seed: 2));
    }

    [Fact]
    public void Calibration_rows_with_an_unseen_label_are_divided_alike()
    {
        CalibrationRows rows = new Splits(Rows(2, 2), calibration: Rows(4, 4, 6)).Calibration;
        Assert.All(rows.Divide(2, seed: 1), part => Assert.Equal([3, 2, 2], Enumerable.Range(-1, 3).Select(label => part.Count(row => rows.Label(row) == label))));
    }
}
