using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("model.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_comes_back_as_it_was()
    {
        LinearModel model = LinearModel.Trained();
        model.Save(Path);
        LinearModel again = LinearModel.Load(Path);
        Assert.Equal(model.Classes, again.Classes);
        float[] features = [1, 2, 3, -4, 5.5f, 0, 2, 2, 9];
        var expected = new float[12];
        var actual = new float[12];
        model.Predict(features, expected);
        again.Predict(features, actual);
        Assert.Equal(expected, actual);
        for (int r = 0; r < 3; r++)
            Assert.Equal(model.PredictSet(features.AsSpan(3 * r, 3), new int[4]).ToArray(), again.PredictSet(features.AsSpan(3 * r, 3), new int[4]).ToArray());

        byte[] bytes = File.ReadAllBytes(Path);
        again.Save(Path);
        Assert.Equal(bytes, File.ReadAllBytes(Path));
    }

    [Fact]
    public void The_tensors_are_the_state_dict_of_a_sequential_network()
    {
        LinearModel.Trained().Save(Path);
        SafetensorsFile file = SafetensorsFile.Read(Path);
        // The learned scalar of the loss is no part of the network: a strict load elsewhere would stumble over it.
        Assert.Equal(["0.bias", "0.weight"], file.Tensors.Select(tensor => tensor.Name).Order());
        Assert.Equal([4, 3], file["0.weight"].Shape);
        // The buffer holds [in, out] with element i worth i/4 − 1.5; PyTorch's [out, in] has the class first.
        for (int k = 0; k < 4; k++)
            for (int f = 0; f < 3; f++) Assert.Equal((f * 4 + k) / 4f - 1.5f, file["0.weight"].Values.Span[k * 3 + f]);
        Assert.Equal([0, 0.125f, 0.25f, 0.375f], file["0.bias"].Values.ToArray());
        Assert.Equal("""["ant","bée \"2\"","cat\n","дог"]""", file.Metadata["recipes.classes"]);
        Assert.Equal("Beasts", file.Metadata["recipes.recipe"]);
    }

    [Theory]
    [InlineData("Cars", "f1", 3, 4, true, true, true, "its recipe is Beasts")]
    [InlineData("Beasts", "f2", 5, 4, true, true, true, "it takes 3 features per row instead of 5; its tensor 0.weight is [4, 3] instead of [4, 5]")]
    [InlineData("Beasts", "f2", 3, 6, true, true, true, "it tells 4 classes apart instead of 6; its tensor 0.weight is [4, 3] instead of [6, 3]")]
    [InlineData("Beasts", "f2", 3, 4, false, true, true, "its preparation is Standardization instead of none")]
    [InlineData("Beasts", "f2", 3, 4, true, false, true, "its calibrators are TemperatureScaling instead of none")]
    [InlineData("Beasts", "f2", 3, 4, true, true, false, "its conformal sets are SplitConformal instead of none")]
    [InlineData("Beasts", "f2", 3, 4, true, true, true, "is another (fingerprint f1 instead of f2)")]
    public void A_file_of_another_recipe_is_refused_with_what_differs(
        string name, string fingerprint, int inputs, int classes, bool prepares, bool calibrates, bool sets, string message)
    {
        LinearModel.Trained().Save(Path);
        var e = Assert.Throws<InvalidModelFileException>(() => LinearModel.Load(Path, LinearModel.Declared(name, fingerprint, inputs, classes, prepares, calibrates, sets)));
        Assert.Contains($"it is not a model of the recipe {name}: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_and_an_extra_tensor_are_named()
    {
        Rewrite(tensors => tensors.Where(tensor => tensor.Name != "0.bias"));
        Refused("it has no tensor 0.bias [4]");
        Rewrite(tensors => tensors.Append(new SafetensorsTensor("3.weight", [2], new float[2])));
        Refused("it has a tensor 3.weight [2] that the recipe has no place for");
    }

    [Fact]
    public void A_weight_that_is_not_finite_is_refused()
    {
        Rewrite(tensors => tensors.Select(tensor => tensor with { Values = tensor.Values.ToArray().Select((v, i) => i == 1 ? float.NaN : v).ToArray() }));
        Refused("holds NaN");
    }

    [Theory]
    [InlineData("recipes.classes", "ant", "\"recipes.classes\" of its metadata is not a list of texts")]
    [InlineData("recipes.classes", "[1]", "\"recipes.classes\" of its metadata is not a list of texts")]
    [InlineData("recipes.classes", null, "its metadata has no \"recipes.classes\"")]
    [InlineData("recipes.format", "2", "model format 2; this version of Recipes reads format 1")]
    [InlineData("recipes.format", null, "it does not say which recipe it is a model of")]
    [InlineData("recipes.calibrators", "[\"TemperatureScaling\"]", "\"recipes.calibrators\" of its metadata is cut short")]
    [InlineData("recipes.calibrators", "[\"TemperatureScaling\",\"temperature=cold\"]", "the state of its TemperatureScaling is damaged")]
    [InlineData("recipes.preparations", "[\"Standardization\",\"\"]", "the state of its Standardization")]
    [InlineData("recipes.preparations", "[\"Standardization\",\"means 1 2; scales 1 1\"]", "the state of its Standardization")]
    public void Damaged_metadata_is_refused(string key, string? value, string message)
    {
        Rewrite(tensors => tensors, metadata =>
        {
            if (value is null) metadata.Remove(key);
            else metadata[key] = value;
        });
        Refused(message);
    }

    [Fact]
    public void A_file_that_another_tool_wrote_is_refused_with_what_to_do()
    {
        SafetensorsFile.Write(Path, [new SafetensorsTensor("0.weight", [4, 3], new float[12])]);
        Refused("TrainingOptions.InitialWeights");
    }

    [Fact]
    public void A_file_cut_short_or_missing_is_refused()
    {
        Refused("there is no such file");
        LinearModel.Trained().Save(Path);
        byte[] bytes = File.ReadAllBytes(Path);
        foreach (int length in new[] { 0, 7, 100, bytes.Length - 1 })
        {
            File.WriteAllBytes(Path, bytes[..length]);
            Refused(Path);
        }
    }

    private void Refused(string message) =>
        Assert.Contains(message, Assert.Throws<InvalidModelFileException>(() => LinearModel.Load(Path)).Message, StringComparison.Ordinal);

    private void Rewrite(Func<IEnumerable<SafetensorsTensor>, IEnumerable<SafetensorsTensor>> tensors, Action<Dictionary<string, string>>? metadata = null)
    {
        LinearModel.Trained().Save(Path);
        SafetensorsFile file = SafetensorsFile.Read(Path);
        var texts = new Dictionary<string, string>(file.Metadata);
        metadata?.Invoke(texts);
        SafetensorsFile.Write(Path, tensors(file.Tensors), texts);
    }
}
