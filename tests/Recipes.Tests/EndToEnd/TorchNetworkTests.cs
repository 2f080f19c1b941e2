namespace Recipes.Tests.EndToEnd;

[Recipe(Epochs = 34, BatchSize = 16), Input(6), Dense(9), Relu, Dense(4)]
[CrossEntropy(LabelSmoothing = 0.1), InOrder, AdamW(1e-2, WeightDecay = 0.05, DecayAll = true)]
public partial class TorchAdamW;

[Recipe(Epochs = 34, BatchSize = 16), Input(6), Dense(9), Relu, Dense(4)]
[CrossEntropy, InOrder, Sgd(5e-2, Momentum = 0.9, WeightDecay = 1e-3, Nesterov = true, DecayAll = true)]
public partial class TorchSgd;

[Recipe(Epochs = 34, BatchSize = 16), Input(6), Dense(9), Relu, Dense(4)]
[Focal(Gamma = 2), InOrder, Sgd(0.5), ClipNorm(0.1)]
public partial class TorchClippedFocal;

[Recipe(Epochs = 34, BatchSize = 16), Input(6), Dense(9), LayerNorm, Prelu, Dense(4)]
[CrossEntropy, InOrder, Sgd(0.1, Momentum = 0.9)]
public partial class TorchNormalised;

[Recipe(Epochs = 34, BatchSize = 16), Input(6), Dense(9), Relu, Dense(4), Targets(4)]
[MeanSquaredError, InOrder, Sgd(0.1, Momentum = 0.9)]
public partial class TorchSquares;

[Recipe(Epochs = 34, BatchSize = 16), Input(6), Dense(9), Relu, Dense(4), Targets(2)]
[InOrder, Adam(1e-2)]
public partial class TorchLikelihood
{
    [LossTerm]
    static Scalar Gaussian(Outputs mean, Outputs logVariance, Targets y) => 0.5 * Mean(logVariance + Square(y - mean) * Exp(-logVariance));
}

[Recipe(Epochs = 34, BatchSize = 16), Input(6), Dense(9), Relu, Dense(4), MultiLabel]
[InOrder, Adam(1e-2)]
public partial class TorchLabels
{
    [LossTerm]
    static Scalar Binary(Logits z, MultiLabel y) => Mean(Softplus(z) - y * z);
}

/// <summary>Whole networks against PyTorch: weights in and out as safetensors, 100 steps on the same rows.</summary>
public class TorchNetworkTests
{
    private const int Rows = 48, Features = 6, Hidden = 9, Classes = 4, Steps = 100;

    // Rounding differs (order of sums, fused multiply-add); 100 steps let float's 6e-8 grow by three decades at most.
    private const double Tolerance = 2e-4;

    [Fact]
    public void AdamW_with_smoothing_does_what_PyTorch_does()
    {
        using var trainer = new TorchAdamW.Trainer(Data(), Options());
        Check(() => trainer.Step().Loss, () => trainer.Finish().Model, NetworkGolden.AdamWFirstLoss, NetworkGolden.AdamWLastLoss, NetworkGolden.AdamWWeights);
    }

    [Fact]
    public void Sgd_with_Nesterov_momentum_does_what_PyTorch_does()
    {
        using var trainer = new TorchSgd.Trainer(Data(), Options());
        Check(() => trainer.Step().Loss, () => trainer.Finish().Model, NetworkGolden.SgdFirstLoss, NetworkGolden.SgdLastLoss, NetworkGolden.SgdWeights);
    }

    [Fact]
    public void Focal_with_clipped_gradients_does_what_PyTorch_does()
    {
        using var trainer = new TorchClippedFocal.Trainer(Data(), Options());
        Check(() => trainer.Step().Loss, () => trainer.Finish().Model, NetworkGolden.ClippedFocalFirstLoss, NetworkGolden.ClippedFocalLastLoss, NetworkGolden.ClippedFocalWeights);
    }

    [Fact]
    public void A_regression_does_what_PyTorch_does()
    {
        using var trainer = new TorchSquares.Trainer(Numbers(4), Options());
        Check(() => trainer.Step().Loss, () => trainer.Finish().Model, NetworkGolden.SquaresFirstLoss, NetworkGolden.SquaresLastLoss, NetworkGolden.SquaresWeights);
    }

    [Fact]
    public void A_regression_with_two_outputs_for_each_target_does_what_PyTorch_does()
    {
        using var trainer = new TorchLikelihood.Trainer(Numbers(2), Options());
        Check(() => trainer.Step().Loss, () => trainer.Finish().Model, NetworkGolden.LikelihoodFirstLoss, NetworkGolden.LikelihoodLastLoss, NetworkGolden.LikelihoodWeights);
    }

    [Fact]
    public void Several_labels_do_what_PyTorch_does()
    {
        var labels = new bool[Rows, Classes];
        for (int i = 0; i < Rows; i++)
            for (int k = 0; k < Classes; k++) labels[i, k] = ((3 * i) + (5 * k) + (i * k)) % 7 < 3;
        using var trainer = new TorchLabels.Trainer(new Splits(Unlabelled().WithMultiLabels(labels)), Options());
        Check(() => trainer.Step().Loss, () => trainer.Finish().Model, NetworkGolden.LabelsFirstLoss, NetworkGolden.LabelsLastLoss, NetworkGolden.LabelsWeights);
    }

    [Fact]
    public void Layer_normalisation_and_a_learned_slope_do_what_PyTorch_does()
    {
        using var trainer = new TorchNormalised.Trainer(Data(), Options("3", ("1.weight", 1), ("1.bias", 0), ("2.weight", 0.25f)));
        Check(
            () => trainer.Step().Loss, () => trainer.Finish().Model, NetworkGolden.NormalisedFirstLoss, NetworkGolden.NormalisedLastLoss, NetworkGolden.NormalisedWeights,
            "0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "3.weight", "3.bias");
    }

    private static void Check(Func<double> step, Func<TrainedModel> finish, double firstLoss, double lastLoss, float[] weights, params string[] names)
    {
        if (names.Length == 0) names = ["0.weight", "0.bias", "2.weight", "2.bias"];
        double loss = step();
        Assert.Equal(firstLoss, loss, 1e-6);
        for (int i = 1; i < Steps; i++) loss = step();
        Assert.Equal(lastLoss, loss, Tolerance);
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".safetensors");
        try
        {
            finish().Save(path);
            SafetensorsFile file = SafetensorsFile.Read(path);
            float[] found = [.. names.SelectMany(name => file[name].Values.ToArray())];
            Assert.Equal([Hidden, Features], file["0.weight"].Shape);
            Assert.Equal(weights.Length, found.Length);
            for (int i = 0; i < found.Length; i++) Assert.Equal(weights[i], found[i], Tolerance);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Splits Data()
    {
        var labels = new int[Rows];
        for (int i = 0; i < Rows; i++) labels[i] = ((7 * i) + (i * i / 3)) % Classes;
        return new Splits(train: Dataset.FromArrays(Wave(Rows * Features, 0.731, 0.2, 1), labels));
    }

    /// <summary>The same rows with the first targets of four.</summary>
    private static Splits Numbers(int count)
    {
        float[] all = Wave(Rows * Classes, 0.37, 1.1, 1);
        var targets = new float[Rows, count];
        for (int i = 0; i < Rows; i++)
            for (int t = 0; t < count; t++) targets[i, t] = all[(i * Classes) + t];
        return new Splits(Unlabelled().WithTargets(targets));
    }

    private static Dataset Unlabelled()
    {
        float[] values = Wave(Rows * Features, 0.731, 0.2, 1);
        var features = new float[Rows, Features];
        Buffer.BlockCopy(values, 0, features, 0, sizeof(float) * values.Length);
        return Dataset.FromFeatures(features);
    }

    private static TrainingOptions Options(string output = "2", params (string Name, float Start)[] between)
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".safetensors");
        SafetensorsFile.Write(path,
        [
            new SafetensorsTensor("0.weight", [Hidden, Features], Wave(Hidden * Features, 1.17, 0.5, 0.4f)),
            new SafetensorsTensor("0.bias", [Hidden], Wave(Hidden, 0.9, 1.5, 0.1f)),
            .. between.Select(tensor => tensor.Name == "2.weight"
                ? new SafetensorsTensor(tensor.Name, [1], new[] { tensor.Start })
                : new SafetensorsTensor(tensor.Name, [Hidden], Enumerable.Repeat(tensor.Start, Hidden).ToArray())),
            new SafetensorsTensor(output + ".weight", [Classes, Hidden], Wave(Classes * Hidden, 0.63, 2.5, 0.4f)),
            new SafetensorsTensor(output + ".bias", [Classes], Wave(Classes, 1.9, 3.5, 0.1f)),
        ]);
        return new TrainingOptions { Threads = 1, InitialWeights = path };
    }

    private static float[] Wave(int count, double a, double b, float scale)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++) values[i] = scale * (float)Math.Sin((a * i) + b);
        return values;
    }
}
