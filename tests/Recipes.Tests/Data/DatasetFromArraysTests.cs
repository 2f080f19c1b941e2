namespace Recipes.Tests.Data;

public sealed class DatasetFromArraysTests
{
    [Fact]
    public void Flat_and_rectangular_arrays_make_the_same_dataset()
    {
        Dataset flat = Dataset.FromArrays([1f, 2, 3, 4, 5, 6], [7, 5, 7]);
        Dataset rectangular = Dataset.FromArrays(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, [7, 5, 7]);
        Assert.Equal((3, 2), (flat.Count, flat.FeatureCount));
        Assert.Equal(["5", "7"], flat.Classes);
        Assert.Equal([1, 0, 1], flat.Labels.ToArray());
        Assert.Equal([3f, 4], rectangular.Row(1).ToArray());
        Assert.Equal(flat.ContentHash, rectangular.ContentHash);
    }

    [Fact]
    public void Later_changes_of_the_arrays_do_not_reach_the_dataset()
    {
        float[] features = [1, 2];
        int[] labels = [0, 1];
        string[] classes = ["a", "b"];
        Dataset data = Dataset.FromArrays(features, labels, classes: classes);
        (features[0], labels[0], classes[0]) = (9, 1, "z");
        Assert.Equal([1f, 2], data.Features.ToArray());
        Assert.Equal([0, 1], data.Labels.ToArray());
        Assert.Equal(["a", "b"], data.Classes);
    }

    [Fact]
    public void Classes_can_be_given_for_indices()
    {
        Dataset data = Dataset.FromArrays([1f, 2], [2, 0], classes: ["no", "maybe", "yes"]);
        Assert.Equal(["no", "maybe", "yes"], data.Classes);
        Assert.Equal([2, 0], data.Labels.ToArray());
        Assert.Contains("Label 3 of row 1", Assert.Throws<ArgumentException>(() => Dataset.FromArrays([1f, 2], [2, 3], classes: ["no", "maybe", "yes"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_become_classes() => Assert.Equal(["a", "b"], Dataset.FromArrays([1f, 2, 3], ["b", "a", "b"]).Classes);

    [Fact]
    public void Arrays_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dataset.FromArrays([1f, 2, 3], [0, 1]));
        Assert.Throws<ArgumentException>(() => Dataset.FromArrays(new float[3, 2], [0, 1]));
        Assert.Throws<ArgumentException>(() => Dataset.FromArrays(Array.Empty<float>(), [0, 1]));
        Assert.Throws<ArgumentException>(() => Dataset.FromArrays([], Array.Empty<int>()));
        Assert.Throws<ArgumentException>(() => Dataset.FromArrays([1f, 2], [0, 1], featureNames: ["a", "b"]));
        Assert.Throws<ArgumentException>(() => Dataset.FromArrays([1f, 2, 3, 4], [0, 1], featureNames: ["a", "a"]));
        Assert.Throws<ArgumentException>(() => Dataset.FromArrays([1f, 2], ["a", ""]));
        Assert.Throws<ArgumentNullException>(() => Dataset.FromArrays((float[])null!, [0, 1]));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Values_that_are_not_finite_are_refused_with_their_place(float value)
    {
        var thrown = Assert.Throws<ArgumentException>(() => Dataset.FromArrays([1f, 2, 3, value], [0, 1], featureNames: ["a", "b"]));
        Assert.Contains("Feature b of row 1", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_outside_the_dataset_is_refused()
    {
        Dataset data = Dataset.FromArrays([1f, 2], [0, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Row(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Row(-1).Length);
    }

    [Fact]
    public void The_hash_follows_the_content_and_nothing_else()
    {
        Dataset Make(float value = 1, int label = 0, string name = "a", string last = "v") =>
            Dataset.FromArrays([value, 2], [label, 1], featureNames: [name], classes: ["u", last]);
        string hash = Make().ContentHash;
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, Make().ContentHash);
        Assert.NotEqual(hash, Make(value: 1.0000001f).ContentHash);
        Assert.NotEqual(hash, Make(label: 1).ContentHash);
        Assert.NotEqual(hash, Make(name: "b").ContentHash);
        Assert.NotEqual(hash, Make(last: "w").ContentHash);
    }

    [Fact]
    public void The_hash_is_the_same_on_every_machine()
    {
        // hash_of_a_dataset.py builds the same bytes with struct and hashes them with hashlib.
        Dataset data = Dataset.FromArrays([0.5f, -2, 3, 1e-3f], [1, 0], featureNames: ["a", "ä"], classes: ["no", "yes"]);
        Assert.Equal("aea46189696d0cc2add5ad9620e840d23b041ca7238872e2efc66411374d7306", data.ContentHash);
    }
}
