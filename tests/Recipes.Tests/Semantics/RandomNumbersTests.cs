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

[Recipe(Epochs = 60, BatchSize = 2, Seed = 1), Input(1), Dense(1), Relu, Dropout(0.5), Dense(2)]
[CrossEntropy, RegMixup(Alpha = 1), Sgd(1e-30)]
public partial class DropsInTwoViews
{
    [LossTerm]
    static Scalar Clean(Logits z, Label y) => Max(z);

    [LossTerm(View = View.Mixed)]
    static Scalar Mixed(Logits z, Label y) => Max(z);
}

[Recipe(Epochs = 200, BatchSize = 2, Seed = 1), Input(1), Dense(1), Relu, Dropout(0.5), Dense(1), Relu, Dropout(0.5), Dense(2)]
[CrossEntropy, Sgd(1e-30)]
public partial class DropsInTwoPlaces
{
    [LossTerm]
    static Scalar Kept(Logits z, Label y) => Max(z);
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

    [Fact]
    public void Two_views_of_one_row_get_masks_of_their_own()
    {
        using var folder = new TemporaryFolder();
        using var trainer = new DropsInTwoViews.Trainer(s_ones, Buffers.Start(folder, DropsInTwoViews.Definition, PassOn(DropsInTwoViews.Definition)));
        int unlike = 0;
        while (!trainer.IsOver)
        {
            // Rows are alike, so mixing leaves them as they are: only masks can make a difference.
            DropsInTwoViews.StepResult step = trainer.Step();
            double clean = Math.Round(step.Clean, 5), mixed = Math.Round(step.Mixed, 5); // shares of λ + (1 − λ) are rounded
            Assert.True(clean is 0 or 1 or 2 && mixed is 0 or 1 or 2, $"{step.Clean}, {step.Mixed}");
            if (clean != mixed) unlike++;
        }
        // Means of two masks are unlike with probability 5/8: 37 of 60 steps, standard deviation 4.
        Assert.InRange(unlike, 25, 50);
    }

    [Fact]
    public void Two_layers_of_dropout_are_unrelated()
    {
        using var folder = new TemporaryFolder();
        using var trainer = new DropsInTwoPlaces.Trainer(s_ones, Buffers.Start(folder, DropsInTwoPlaces.Definition, PassOn(DropsInTwoPlaces.Definition)));
        double sum = 0;
        while (!trainer.IsOver) sum += trainer.Step().Kept;
        // A row passes both with probability 1/4 and is then 4; if the masks were one, with 1/2. 400 rows: standard deviation 0.09.
        Assert.InRange(sum / 200, 0.7, 1.3);
    }

    private static readonly Splits s_ones = new(Dataset.FromArrays([1f, 1], [0, 1]));

    /// <summary>Weights under which the first logit is what the hidden units let through of 1, and the other 0.</summary>
    private static float[] PassOn(Recipes.Training.RecipeDefinition recipe)
    {
        var weights = new float[recipe.ParameterFloats];
        foreach (Recipes.Training.ParameterInfo parameter in recipe.Parameters)
            if (parameter.Shape.Count == 2) weights[parameter.Offset] = 1;
        return weights;
    }

    private static float[] Tensor(Recipes.Training.RecipeDefinition recipe, float[] weights, string name)
    {
        Recipes.Training.ParameterInfo parameter = recipe.Parameters.Single(p => p.Name == name);
        return weights[parameter.Offset..(parameter.Offset + parameter.Length)];
    }
}
