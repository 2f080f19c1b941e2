namespace Recipes.Tests.Data;

public sealed class DatasetColumnsTests
{
    private static Dataset Plain => Dataset.FromFeatures(new float[,] { { 1 }, { 2 }, { 3 } });

    private static Dataset Labelled => Dataset.FromArrays([1f, 2, 3], ["b", "a", "b"]);

    private static void Refused(string message, Action action) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    [Fact]
    public void Features_alone_have_no_labels()
    {
        Dataset data = Plain;
        Assert.Equal((3, 1, false), (data.Count, data.FeatureCount, data.HasLabels));
        Assert.Empty(data.Classes);
        Assert.True(data.Labels.IsEmpty);
        Refused("There are no rows", () => Dataset.FromFeatures(new float[0, 2]));
        Refused("Feature x0 of row 1 is NaN", () => Dataset.FromFeatures(new[,] { { 1 }, { float.NaN } }));
    }

    [Fact]
    public void Targets_are_added_and_the_dataset_before_stays_as_it_was()
    {
        Dataset before = Plain;
        float[] values = [10, 20, 30];
        Dataset one = before.WithTargets(values, "price");
        values[0] = 99;
        Assert.Null(before.Targets);
        Assert.Equal((1, 10f), (one.Targets!.Width, one.Targets.Values[0]));
        Assert.Equal(["price"], one.Targets.Names);
        Dataset two = before.WithTargets(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } });
        Assert.Equal(["y0", "y1"], two.Targets!.Names);
        Assert.Equal([3f, 4], two.Targets.Row(1).ToArray());
    }

    [Fact]
    public void Columns_stand_beside_each_other()
    {
        Dataset data = Labelled.WithTargets([1, 2, 3]).WithMultiLabels(new[,] { { true, false }, { false, false }, { true, true } }, ["red", "round"])
            .WithSampleWeights([1, 0, 3]).WithGroups([10, 9, 10]).WithDomains(["north", "south", "north"])
            .WithTeacherLogits(new float[,] { { 1, -1 }, { 0, 2 }, { 3, 4 } }).WithSoftTargets(new[,] { { .5f, .5f }, { 1, 0 }, { .25f, .75f } });
        Assert.Equal([1f, 0, 0, 0, 1, 1], data.MultiLabels!.Values.ToArray());
        Assert.Equal(["red", "round"], data.MultiLabels.Names);
        Assert.Equal([1f, 0, 3], data.SampleWeights!.Values.ToArray());
        Assert.Equal(["9", "10"], data.Groups!.Names);
        Assert.Equal([1, 0, 1], data.Groups.Indices.ToArray());
        Assert.Equal(["north", "south"], data.Domains!.Names);
        Assert.Equal([0f, 2], data.TeacherLogits!.Row(1).ToArray());
        Assert.Equal(["a", "b"], data.SoftTargets!.Names);
        // The labels that were given stay, also where the soft targets prefer another class.
        Assert.Equal([1, 0, 1], data.Labels.ToArray());
        Assert.NotNull(data.Targets);
    }

    [Fact]
    public void Rows_without_labels_get_their_most_probable_class()
    {
        Dataset data = Plain.WithSoftTargets(new[,] { { .2f, .8f }, { .5f, .5f }, { .9f, .1f } }, ["no", "yes"]);
        Assert.Equal(["no", "yes"], data.Classes);
        Assert.Equal([1, 0, 0], data.Labels.ToArray()); // The lowest of equals.
        Assert.Equal(["0", "1"], Plain.WithSoftTargets(new float[,] { { 1, 0 }, { 1, 0 }, { 0, 1 } }).Classes);
    }

    [Fact]
    public void Columns_that_do_not_fit_are_refused()
    {
        Refused("There are 3 rows and 2 targets", () => Plain.WithTargets([1, 2]));
        Refused("There are 3 rows and 2 targets", () => Plain.WithTargets(new float[2, 1]));
        Refused("price of row 2 is Infinity", () => Plain.WithTargets([1, 2, float.PositiveInfinity], "price"));
        Refused("2 columns and 1 names", () => Plain.WithTargets(new float[3, 2], ["a"]));
        Refused("\"a\" is named twice", () => Plain.WithTargets(new float[3, 2], ["a", "a"]));
        Refused("There is no column", () => Plain.WithMultiLabels(new bool[3, 0]));
        Refused("The weight of row 1 is -1", () => Plain.WithSampleWeights([1, -1, 1]));
        Refused("All weights are 0", () => Plain.WithSampleWeights([0, 0, 0]));
        Refused("There are 3 rows and 1 groups", () => Plain.WithGroups([1]));
        Refused("Row 1 has none of the domains", () => Plain.WithDomains(["a", "", "a"]));
        Refused("3 columns and 2 names", () => Labelled.WithTeacherLogits(new float[3, 3]));
        Refused("no classes that a teacher's logits could belong to", () => Plain.WithTeacherLogits(new float[3, 3]));
        Assert.Throws<ArgumentNullException>(() => Plain.WithGroups((int[])null!));
    }

    [Fact]
    public void Soft_targets_are_distributions_over_the_classes()
    {
        Refused("soft targets of row 1 sum to 3, not to 1", () => Plain.WithSoftTargets(new float[,] { { 1, 0 }, { 1, 2 }, { 1, 0 } }));
        Refused("soft targets of row 0 hold -0.5", () => Plain.WithSoftTargets(new[,] { { -.5f, 1.5f }, { 1, 0 }, { 1, 0 } }));
        Refused("the classes a, b", () => Labelled.WithSoftTargets(new float[3, 2], ["b", "a"]));
        // Three classes of a third, written with three decimals.
        Assert.NotNull(Plain.WithSoftTargets(new[,] { { .333f, .333f, .333f }, { .333f, .333f, .333f }, { 1, 0, 0 } }).SoftTargets);
    }

    [Fact]
    public void The_hash_follows_every_column()
    {
        var hashes = new[]
        {
            Labelled, Labelled.WithTargets([1, 2, 3]), Labelled.WithTargets([1, 2, 4]), Labelled.WithTargets([1, 2, 3], "z"), Labelled.WithSampleWeights([1, 2, 3]),
            Labelled.WithGroups([1, 2, 3]), Labelled.WithGroups([1, 2, 2]), Labelled.WithDomains([1, 2, 3]), Labelled.WithMultiLabels(new bool[3, 1]),
            Labelled.WithTeacherLogits(new float[3, 2]), Labelled.WithSoftTargets(new float[,] { { 1, 0 }, { 1, 0 }, { 1, 0 } }),
        }.Select(data => data.ContentHash).ToList();
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
        Assert.Equal(Labelled.WithTargets([1, 2, 3]).WithGroups([1, 2, 3]).ContentHash, Labelled.WithGroups([1, 2, 3]).WithTargets([1, 2, 3]).ContentHash);
    }

    [Fact]
    public void The_hash_of_columns_is_the_same_on_every_machine()
    {
        // hash_of_a_dataset.py, second line.
        Dataset data = Dataset.FromFeatures(new[,] { { .5f }, { -2 } }, ["a"]).WithGroups(["n", "s"]).WithTargets([1.5f, -3], "price");
        Assert.Equal("13b7c042d41d4e4175c5e7db3764dc027bcf8437235b74eb1e761a2d496c8957", data.ContentHash);
    }
}
