namespace Recipes.Tests.Data;

public sealed class SplitGuardTests
{
    private static void Refused(string id, string message, Action action)
    {
        var thrown = Assert.Throws<StartupGuardException>(action);
        Assert.Equal(id, thrown.Id);
        Assert.StartsWith(id + ": ", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    private static Splits Balanced => SplitTests.Rows(10, 10).Split(train: .5, test: .5);

    [Theory]
    [InlineData(-.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_outside_0_to_1_is_refused(double share) =>
        Refused("RCP0410", "is not between 0 and 1", () => SplitTests.Rows(10, 10).Split(train: .6, validation: share, test: .5));

    [Fact]
    public void Shares_that_do_not_sum_to_1_are_refused() =>
        Refused("RCP0411", "train: 0.6, validation: 0.15, calibration: 0.1, test: 0.1 sum to 0.95", () =>
            SplitTests.Rows(10, 10).Split(train: .6, validation: .15, calibration: .1, test: .1));

    [Fact]
    public void A_role_with_a_share_and_no_row_is_refused()
    {
        Refused("RCP0412", "calibration: 0.1 of 4 rows", () => SplitTests.Rows(2, 2).Split(train: .5, validation: .2, calibration: .1, test: .2));
        Refused("RCP0412", "train: 0 leaves", () => SplitTests.Rows(10, 10).Split(train: 0, test: 1));
    }

    [Fact]
    public void A_role_that_is_needed_and_empty_is_refused()
    {
        Refused("RCP0413", "EarlyStopping needs validation rows", () => StartupGuards.HasRows(Balanced.Validation, "EarlyStopping"));
        StartupGuards.HasRows(Balanced.Test, "the report");
    }

    [Fact]
    public void One_class_only_is_refused()
    {
        Refused("RCP0414", "one class \"0\"", () => SplitTests.Rows(10).Split(train: .5, test: .5));
        Refused("RCP0414", "one class \"a\"", () => _ = new Splits(Dataset.FromArrays([1f, 2], ["a", "a"])));
    }

    [Fact]
    public void Datasets_of_other_features_are_refused()
    {
        Dataset train = Dataset.FromArrays([1f, 2, 3, 4], [0, 1], featureNames: ["a", "b"]);
        Refused("RCP0415", "train rows have 2 features and test rows have 1", () => _ = new Splits(train, test: Dataset.FromArrays([1f, 2], [0, 1])));
        Refused("RCP0415", "\"a\" in train rows and \"b\" in validation rows", () =>
            _ = new Splits(train, validation: Dataset.FromArrays([1f, 2, 3, 4], [0, 1], featureNames: ["b", "a"])));
        // Names that were never given cannot disagree.
        _ = new Splits(train, test: Dataset.FromArrays([1f, 2, 3, 4], [0, 1]));
    }

    [Fact]
    public void A_recipe_with_another_input_is_refused()
    {
        Refused("RCP0250", "[Input(64)] takes 64 features and the rows have 1", () => StartupGuards.InputTakesRow(Balanced, 64));
        StartupGuards.InputTakesRow(Balanced, 1);
    }

    [Fact]
    public void A_recipe_with_another_number_of_outputs_is_refused()
    {
        Refused("RCP0251", "10 outputs and the train rows have 2 classes. End the layers with 2 outputs", () => StartupGuards.OutputForEachClass(Balanced, 10));
        StartupGuards.OutputForEachClass(Balanced, 2);
    }

    [Fact]
    public void A_class_that_is_absent_from_the_train_rows_is_named()
    {
        var splits = new Splits(SplitTests.Rows(5, 5), test: SplitTests.Rows(2, 2, 2));
        Refused("RCP0251", "3 outputs and the train rows have 2 classes; no train row has \"2\", which other rows have. Split with stratify", () =>
            StartupGuards.OutputForEachClass(splits, 3));
    }

    [Fact]
    public void A_batch_larger_than_the_train_rows_is_refused()
    {
        Refused("RCP0252", "BatchSize = 11 is larger than the 10 train rows", () => StartupGuards.BatchFits(Balanced.Train, 11));
        StartupGuards.BatchFits(Balanced.Train, 10);
    }
}
