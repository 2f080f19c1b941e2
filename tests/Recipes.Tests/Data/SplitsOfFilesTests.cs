namespace Recipes.Tests.Data;

public sealed class SplitsOfFilesTests
{
    private static readonly Dataset s_train = Dataset.FromArrays([1f, 2, 3, 4], ["cat", "dog", "cat", "eel"]);
    private static readonly Dataset s_validation = Dataset.FromArrays([5f, 6, 7], ["eel", "bee", "cat"]);
    private static readonly Dataset s_test = Dataset.FromArrays([8f, 9, 10, 11], ["bee", "dog", "ape", "bee"]);

    [Fact]
    public void Labels_are_matched_by_name_across_datasets()
    {
        // "eel" is class 2 of the train dataset's three and of the validation dataset's three (bee, cat, eel); "dog" is 1 and 2.
        var splits = new Splits(train: s_train, validation: s_validation, test: s_test);
        Assert.Equal(["cat", "dog", "eel"], splits.Classes);
        Assert.Equal([0, 1, 0, 2], splits.Train.Labels.ToArray());
        Assert.Equal([2, SplitRows.Unseen, 0], splits.Validation.Labels.ToArray());
        Assert.Equal([SplitRows.Unseen, 1, SplitRows.Unseen, SplitRows.Unseen], splits.Test.Labels.ToArray());
        Assert.Equal(0, splits.Calibration.Count);
        Assert.Equal([2, 1, 1], splits.Train.ClassCounts.ToArray());
        Assert.Equal([0, 1, 0], splits.Test.ClassCounts.ToArray());
    }

    [Fact]
    public void A_label_that_no_train_row_has_is_reported_and_its_rows_are_kept()
    {
        var splits = new Splits(train: s_train, validation: s_validation, test: s_test);
        Assert.Equal([new UnseenLabel("ape", 0, 0, 1), new UnseenLabel("bee", 1, 0, 2)], splits.UnseenLabels);
        Assert.Equal((4, 3), (splits.Test.Count, splits.Test.UnseenCount));
        Assert.Equal("ape", splits.Test.LabelName(2));
        Assert.Equal([10f], splits.Test.Features(2).ToArray());
    }

    [Fact]
    public void The_label_set_comes_from_the_train_rows_only()
    {
        // Of the seeds, one that puts the only row of class 1 among the test rows.
        Dataset data = SplitTests.Rows(3, 1, 3);
        Splits splits = Enumerable.Range(0, 100).Select(seed => data.Split(train: .5, test: .5, seed: seed, stratify: false))
            .First(candidate => candidate.UnseenLabels is [{ Name: "1" }]);
        Assert.Equal(["0", "2"], splits.Classes);
        Assert.All(Enumerable.Range(0, splits.Train.Count), row => Assert.Equal(splits.Train.LabelName(row), splits.Classes[splits.Train.Label(row)]));
        Assert.Equal(1, splits.Test.UnseenCount);
    }

    [Fact]
    public void The_identity_follows_the_data_and_the_roles()
    {
        string identity = new Splits(s_train, s_validation, test: s_test).Identity;
        Assert.Equal(identity, new Splits(s_train, s_validation, test: s_test).Identity);
        Assert.NotEqual(identity, new Splits(s_train, test: s_validation).Identity);
        Assert.NotEqual(identity, new Splits(s_train, calibration: s_validation, test: s_test).Identity);
    }

    [Fact]
    public void Roles_are_indexed_by_name()
    {
        var splits = new Splits(s_train, s_validation, test: s_test);
        Assert.Same(splits.Train, splits[Split.Train]);
        Assert.Same(splits.Validation, splits[Split.Validation]);
        Assert.Same(splits.Calibration, splits[Split.Calibration]);
        Assert.Same(splits.Test, splits[Split.Test]);
        Assert.All(Enum.GetValues<Split>(), role => Assert.Equal(role, splits[role].Role));
    }

    [Fact]
    public void No_role_can_be_taken_for_another()
    {
        Type[] roles = [typeof(TrainRows), typeof(ValidationRows), typeof(CalibrationRows), typeof(TestRows)];
        Assert.All(roles, role => Assert.True(role.IsSealed));
        Assert.All(roles, role => Assert.Single(roles, role.IsAssignableFrom));
        // None can be made but by Splits, so a role cannot be given to the wrong rows.
        Assert.All(roles, role => Assert.Empty(role.GetConstructors()));
    }
}
