namespace Recipes.Tests.Data;

public sealed class SplitColumnsTests
{
    private static Dataset Numbers(int rows)
    {
        var features = new float[rows, 1];
        for (int i = 0; i < rows; i++) features[i, 0] = i;
        return Dataset.FromFeatures(features);
    }

    private static void Refused(string id, string message, Action action)
    {
        var thrown = Assert.Throws<StartupGuardException>(action);
        Assert.Equal(id, thrown.Id);
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_labels_are_divided_all_alike()
    {
        Splits splits = Numbers(20).WithTargets([.. Enumerable.Range(0, 20).Select(i => 10f * i)]).Split(train: .5, validation: .25, calibration: .15, test: .1, seed: 3);
        Assert.Equal((10, 5, 3, 2), (splits.Train.Count, splits.Validation.Count, splits.Calibration.Count, splits.Test.Count));
        Assert.False(splits.Train.HasLabels);
        Assert.True(splits.Train.Labels.IsEmpty);
        Assert.Empty(splits.Classes);
        Assert.Equal("10 train, 5 validation, 3 calibration, 2 test rows", splits.ToString());
        // Each row keeps its target.
        for (int row = 0; row < splits.Test.Count; row++) Assert.Equal(10 * splits.Test.Features(row)[0], splits.Test.Source.Targets!.Row(splits.Test.SourceRow(row))[0]);
        Assert.Equal([2, 1], splits.Calibration.Divide(2, seed: 1).Select(part => part.Length));
    }

    [Fact]
    public void Groups_are_those_of_the_train_rows()
    {
        Dataset train = Dataset.FromArrays([1f, 2, 3], [0, 1, 0]).WithGroups(["b", "c", "b"]).WithDomains([4, 5, 4]);
        Dataset test = Dataset.FromArrays([1f, 2, 3, 4], [0, 1, 0, 1]).WithGroups(["a", "c", "b", "c"]);
        var splits = new Splits(train, test: test);
        Assert.Equal(["b", "c"], splits.Train.Groups!.Names);
        Assert.Equal([0, 1, 0], splits.Train.Groups.Indices.ToArray());
        Assert.Equal([2, 1], splits.Train.Groups.Counts.ToArray());
        Assert.Equal([SplitRows.Unseen, 1, 0, 1], splits.Test.Groups!.Indices.ToArray());
        Assert.Equal([1, 2], splits.Test.Groups.Counts.ToArray());
        Assert.Equal(1, splits.Test.Groups.UnseenCount);
        Assert.Equal(["4", "5"], splits.Train.Domains!.Names);
        Assert.Null(splits.Test.Domains);
    }

    [Fact]
    public void A_role_without_what_is_learned_is_refused()
    {
        Dataset labelled = Dataset.FromArrays([1f, 2], [0, 1]);
        Refused("RCP0418", "train rows have labels and test rows have none", () => _ = new Splits(labelled, test: Numbers(2)));
        Dataset priced = Numbers(2).WithTargets([1, 2], "price");
        Refused("RCP0418", "train rows have the targets price and validation rows have none", () => _ = new Splits(priced, validation: Numbers(2)));
        Refused("RCP0418", "the targets price and test rows have rent", () => _ = new Splits(priced, test: Numbers(2).WithTargets([1, 2], "rent")));
        Refused("RCP0418", "the multi-labels 0 and test rows have none", () => _ = new Splits(Numbers(2).WithMultiLabels(new bool[2, 1]), test: Numbers(2)));
        // What only the loss of the train rows looks at may be missing elsewhere, and so may labels that nobody learned.
        _ = new Splits(labelled.WithSampleWeights([1, 2]).WithGroups([1, 2]), test: labelled);
        Assert.Empty(new Splits(priced, test: labelled.WithTargets([1, 2], "price")).UnseenLabels);
    }
}
