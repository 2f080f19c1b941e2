using Recipes.Tests.Data;
using Recipes.Tests.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 2, BatchSize = 16, Seed = 4), Input(4), Dense(8), Tanh, Dropout(0.3), Dense(6), Tanh, Dense(3)]
[CrossEntropy, Sgd(0.1)]
public partial class WithoutMore;

[Recipe(Epochs = 2, BatchSize = 16, Seed = 4), Input(4), Dense(8), Tanh, Dropout(0.3), Dense(6), Tanh, Dropout(0.2), Dense(3)]
[Squentropy(Weight = 0.5), CrossEntropy, Sgd(0.1), ClipNorm(1), WeightAverage(Decay = 0.5)]
public partial class WithMore;

[Recipe(Epochs = 1, BatchSize = 16, Seed = 4), Input(4), Dense(8), RmsNorm, Tanh, Dense(6), Silu, Dropout(0.1), Dense(3)]
[CrossEntropy, Sgd(0.1)]
public partial class WithOtherLayers;

[Recipe(Epochs = 200, BatchSize = 2, Seed = 1), Input(1), Dense(1), Relu, Dropout(0.5), Dense(2)]
[CrossEntropy, ClassBalancedSampling, Sgd(1e-30)]
public partial class DrawsTwice
{
    [LossTerm]
    static Scalar Own(Logits z, Label y) => z[y];
}

/// <summary>"Random numbers".</summary>
public class RandomNumbersTests
{
    [Fact]
    public void Adding_a_technique_leaves_initial_weights_shuffle_and_the_other_masks_as_they_were()
    {
        using var without = new WithoutMore.Trainer(Blobs.Splits, Buffers.Options());
        // What is added is there and does nothing, so that only its random numbers could make a difference.
        using var with = new WithMore.Trainer(Blobs.Splits, Buffers.Options(("Dropout2.Rate", 0), ("Squentropy.Weight", 0), ("ClipNorm.Maximum", 1e6)));
        // Two epochs of three steps, so that the second shuffle is seen too; the loss is another expression of the same numbers.
        for (int i = 0; i < 6; i++) Assert.Equal(without.Step().CrossEntropy, with.Step().CrossEntropy, 1e-5);
    }

    [Fact]
    public void Layers_of_other_kinds_leave_a_dense_layers_first_weights_as_they_were()
    {
        using var without = new WithoutMore.Trainer(Blobs.Splits, Buffers.Options());
        using var with = new WithOtherLayers.Trainer(Blobs.Splits, Buffers.Options());
        float[] first = Buffers.WeightsOf(without.Finish().Model), second = Buffers.WeightsOf(with.Finish().Model);
        foreach ((string before, string after) in ((string, string)[])[("0.weight", "0.weight"), ("3.weight", "3.weight"), ("5.weight", "6.weight"), ("5.bias", "6.bias")])
            Assert.Equal(Tensor(WithoutMore.Definition, first, before), Tensor(WithOtherLayers.Definition, second, after));
    }

    [Fact]
    public void Two_draws_of_one_row_in_a_batch_get_masks_of_their_own()
    {
        using var folder = new TemporaryFolder();
        // One row of each class. The hidden unit is 1, so the logits are (10 + m, 0) with m = 0 if it is dropped and 2 if not:
        // a mean of 10 or more needs class 0's only row in both slots, and 11 one mask of each kind.
        float[] weights = Buffers.Filled(DrawsTwice.Definition, parameter => parameter.Name == "0.bias" ? 1 : 0);
        weights[DrawsTwice.Definition.Parameters.Single(p => p.Name == "3.weight").Offset] = 1;
        weights[DrawsTwice.Definition.Parameters.Single(p => p.Name == "3.bias").Offset] = 10;
        using var trainer = new DrawsTwice.Trainer(new Splits(Dataset.FromArrays([1f, 2f], [0, 1])), Buffers.Start(folder, DrawsTwice.Definition, weights));
        var seen = new Dictionary<double, int>();
        while (!trainer.IsOver)
        {
            double own = trainer.Step().Own;
            if (own >= 10) seen[own] = seen.GetValueOrDefault(own) + 1;
        }
        Assert.Equal([10, 11, 12], seen.Keys.Order());
        // A quarter of 200 batches; half of those are of two kinds.
        Assert.InRange(seen[11], seen.Values.Sum() / 4, 3 * seen.Values.Sum() / 4);
    }

    private static float[] Tensor(Recipes.Training.RecipeDefinition recipe, float[] weights, string name)
    {
        Recipes.Training.ParameterInfo parameter = recipe.Parameters.Single(p => p.Name == name);
        return weights[parameter.Offset..(parameter.Offset + parameter.Length)];
    }
}
