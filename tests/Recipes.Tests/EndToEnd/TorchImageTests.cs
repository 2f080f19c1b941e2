using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.EndToEnd;

[Recipe(Epochs = 34, BatchSize = 16)]
[Input(2, 6, 7), Conv(5, 3, Padding = 1), Relu, MaxPool(2), Conv(6, 3, Padding = 1), Tanh, MaxPool(3, Stride = 1, Padding = 1), Conv(8, 2, Groups = 2), Silu, Flatten, Dense(9), Tanh, Dense(4)]
[CrossEntropy, InOrder, Sgd(2e-2, Momentum = 0.9)]
public partial class TorchImages;

[Recipe(Epochs = 34, BatchSize = 16)]
[Input(3, 21), Conv(6, 5, Stride = 2, Padding = 2), Relu, AveragePool(2), Conv(8, 3, Dilation = 2, Padding = 2, Bias = false), Silu, GlobalAveragePool, Flatten, Dense(4)]
[CrossEntropy, InOrder, Sgd(2e-2, Momentum = 0.9)]
public partial class TorchSequences;

[Recipe(Epochs = 34, BatchSize = 16)]
[Input(1, 9, 9), Conv(4, 3, Stride = 2, Padding = 1), Tanh, Conv(6, 3, Stride = 2, Padding = 2, Dilation = 2), Tanh, AveragePool(2, Stride = 1), Flatten, Dense(4)]
[CrossEntropy, InOrder, Sgd(2e-2, Momentum = 0.9)]
public partial class TorchStrides;

/// <summary>Networks over images and sequences take the steps that PyTorch takes, and their tensors have its names, shapes and order.</summary>
/// <remarks>The golden values are from <c>tests/golden/images.py</c>.</remarks>
public class TorchImageTests
{
    private const int Rows = 48, Classes = 4, Steps = 100, Shown = 5;

    // 100 steps of sums in another order: a float's 6e-8 grow by three decades at most.
    private const double Tolerance = 2e-4;

    [Fact]
    public void Convolutions_and_maxima_over_images()
    {
        using var folder = new TemporaryFolder();
        using var trainer = new TorchImages.Trainer(Data(2 * 6 * 7), Start(folder, TorchImages.Definition));
        Check(() => trainer.Step().Loss, () => trainer.Finish().Model, ImageGolden.ImagesFirstLoss, ImageGolden.ImagesLastLoss, ImageGolden.ImagesState, ImageGolden.ImagesLogits, folder,
            ("0.weight", [5, 2, 3, 3]), ("0.bias", [5]), ("3.weight", [6, 5, 3, 3]), ("3.bias", [6]), ("6.weight", [8, 3, 2, 2]), ("6.bias", [8]),
            ("9.weight", [9, 32]), ("9.bias", [9]), ("11.weight", [4, 9]), ("11.bias", [4]));
    }

    [Fact]
    public void Convolutions_and_means_over_sequences()
    {
        using var folder = new TemporaryFolder();
        using var trainer = new TorchSequences.Trainer(Data(3 * 21), Start(folder, TorchSequences.Definition));
        Check(() => trainer.Step().Loss, () => trainer.Finish().Model, ImageGolden.SequencesFirstLoss, ImageGolden.SequencesLastLoss, ImageGolden.SequencesState, ImageGolden.SequencesLogits, folder,
            ("0.weight", [6, 3, 5]), ("0.bias", [6]), ("3.weight", [8, 6, 3]), ("7.weight", [4, 8]), ("7.bias", [4]));
    }

    [Fact]
    public void Strides_and_dilations()
    {
        using var folder = new TemporaryFolder();
        using var trainer = new TorchStrides.Trainer(Data(81), Start(folder, TorchStrides.Definition));
        Check(() => trainer.Step().Loss, () => trainer.Finish().Model, ImageGolden.StridesFirstLoss, ImageGolden.StridesLastLoss, ImageGolden.StridesState, ImageGolden.StridesLogits, folder,
            ("0.weight", [4, 1, 3, 3]), ("0.bias", [4]), ("2.weight", [6, 4, 3, 3]), ("2.bias", [6]), ("6.weight", [4, 24]), ("6.bias", [4]));
    }

    private static void Check(
        Func<double> step, Func<ClassifierModel> finish, double firstLoss, double lastLoss, float[] state, float[] logits, TemporaryFolder folder, params (string Name, int[] Shape)[] tensors)
    {
        double loss = step();
        Assert.Equal(firstLoss, loss, 1e-6);
        for (int i = 1; i < Steps; i++) loss = step();
        Assert.Equal(lastLoss, loss, Tolerance);
        ClassifierModel model = finish();
        string path = folder.File("model.safetensors");
        model.Save(path);
        SafetensorsFile file = SafetensorsFile.Read(path);
        Assert.Equal(tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal), file.Tensors.Select(tensor => tensor.Name));
        Assert.All(tensors, tensor => Assert.Equal(tensor.Shape, file[tensor.Name].Shape));
        AssertClose(state, [.. tensors.SelectMany(tensor => file[tensor.Name].Values.ToArray())]);

        float[] rows = Wave(Shown * model.InputSize, 0.731, 0.2), found = new float[Shown * Classes];
        model.PredictLogits(rows, found);
        AssertClose(logits, found);
    }

    private static void AssertClose(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < found.Length; i++) Assert.Equal(expected[i], found[i], Tolerance);
    }

    private static Splits Data(int features)
    {
        var labels = new int[Rows];
        for (int i = 0; i < Rows; i++) labels[i] = ((7 * i) + (i * i / 3)) % Classes;
        return new Splits(train: Dataset.FromArrays(Wave(Rows * features, 0.731, 0.2), labels));
    }

    /// <summary>Weights along waves.</summary>
    private static TrainingOptions Start(TemporaryFolder folder, RecipeDefinition recipe)
    {
        string path = folder.File("start.safetensors");
        SafetensorsFile.Write(path, recipe.Parameters.Select((parameter, index) => new SafetensorsTensor(
            parameter.Name, parameter.Shape, Array.ConvertAll(Wave(parameter.Length, 1.17 - (0.07 * index), 0.5 + index), value => 0.3f * value))));
        return new TrainingOptions { Threads = 1, InitialWeights = path };
    }

    private static float[] Wave(int count, double a, double b)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float)Math.Sin((a * i) + b);
        return values;
    }
}
