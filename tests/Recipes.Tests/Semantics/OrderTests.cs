using Recipes.Tests.Data;
using Recipes.Tests.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 2, BatchSize = 16, Seed = 5), Input(4), Dense(8), Tanh, Dropout(0.2), Dense(3)]
[CrossEntropy, Focal(Weight = 0.5), LogitClip(Maximum = 2), Standardize, ClassBalancedSampling]
[AdamW(1e-2), Cosine(Warmup = 0.1), ClipNorm(1), WeightAverage(Decay = 0.9)]
public partial class OneWay;

[WeightAverage(Decay = 0.9), ClipNorm(1), Cosine(Warmup = 0.1), AdamW(1e-2)]
[ClassBalancedSampling, Standardize, LogitClip(Maximum = 2), CrossEntropy, Focal(Weight = 0.5)]
[Input(4), Dense(8), Tanh, Dropout(0.2), Dense(3), Recipe(Epochs = 2, BatchSize = 16, Seed = 5)]
public partial class AnotherWay;

[Recipe(Epochs = 1, BatchSize = 16), Input(4), Dense(2), RmsNorm, Tanh, Dense(3), CrossEntropy, Sgd(0.1)]
public partial class NormThenTanh;

[Recipe(Epochs = 1, BatchSize = 16), Input(4), Dense(2), Tanh, RmsNorm, Dense(3), CrossEntropy, Sgd(0.1)]
public partial class TanhThenNorm;

/// <summary>"Order".</summary>
public class OrderTests
{
    [Fact]
    public void Across_kinds_order_does_not_matter() => Assert.Equal(
        Buffers.WeightsOf(OneWay.Train(Blobs.Splits, Buffers.Options()).Model), Buffers.WeightsOf(AnotherWay.Train(Blobs.Splits, Buffers.Options()).Model));

    [Fact]
    public void Within_layers_it_does()
    {
        using var folder = new TemporaryFolder();
        float[] x = [0.5f, -1, 2, 0.25f];
        using var first = new NormThenTanh.Trainer(Blobs.Splits, Buffers.Start(folder, NormThenTanh.Definition, Weights(NormThenTanh.Definition)));
        using var second = new TanhThenNorm.Trainer(Blobs.Splits, Buffers.Start(folder, TanhThenNorm.Definition, Weights(TanhThenNorm.Definition)));
        Check(first.Finish().Model, x, h => Array.ConvertAll(Norm(h), Math.Tanh));
        Check(second.Finish().Model, x, h => Norm(Array.ConvertAll(h, Math.Tanh)));
    }

    private static void Check(ClassifierModel model, float[] x, Func<double[], double[]> between)
    {
        // The weights below: hidden (x₀ + x₁, x₂), logits (h₀, h₁, 0).
        double[] h = between([x[0] + x[1], x[2]]);
        var probabilities = new float[3];
        model.Predict(x, probabilities);
        double sum = Math.Exp(h[0]) + Math.Exp(h[1]) + 1;
        Assert.Equal(Math.Exp(h[0]) / sum, probabilities[0], 1e-6);
        Assert.Equal(Math.Exp(h[1]) / sum, probabilities[1], 1e-6);
    }

    private static double[] Norm(double[] h)
    {
        double root = Math.Sqrt(h.Average(v => v * v));
        return Array.ConvertAll(h, v => v / root);
    }

    private static float[] Weights(Recipes.Training.RecipeDefinition recipe)
    {
        float[] weights = Buffers.Filled(recipe, parameter => parameter.Initializer == Recipes.Training.Initializer.Constant ? 1 : 0);
        float[] hidden = [1, 0, 1, 0, 0, 1, 0, 0], output = [1, 0, 0, 0, 1, 0]; // [in, out]
        hidden.CopyTo(weights, recipe.Parameters.Single(p => p.Name == "0.weight").Offset);
        output.CopyTo(weights, recipe.Parameters.Single(p => p.Name == "3.weight").Offset);
        return weights;
    }
}
