using Recipes.Tests.Data;
using Recipes.Tests.Training;
using Recipes.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 1, BatchSize = 37), Input(4), Dense(5), RmsNorm, Silu, Dense(3)]
[CrossEntropy, Squentropy(Weight = 0.1), UncertaintyWeights, Sgd(0.5, WeightDecay = 0.1)]
public partial class DecaysWeights;

[Recipe(Epochs = 1, BatchSize = 37), Input(4), Dense(5), RmsNorm, Silu, Dense(3)]
[CrossEntropy, Squentropy(Weight = 0.1), UncertaintyWeights, Sgd(0.5, WeightDecay = 0.1, DecayAll = true)]
public partial class DecaysAll;

[Recipe(Epochs = 1, BatchSize = 37), Input(4), Dense(3), CrossEntropy, Sgd(1), ClipNorm(1e-2)]
public partial class ClipsHard;

[Recipe(Epochs = 1, BatchSize = 37), Input(100), Dense(64), Relu, Dense(3), CrossEntropy, Sgd(1)]
public partial class FreshlyDrawn;

/// <summary>"Tie-break": PyTorch's conventions, and the exception from the start.</summary>
public class TieBreakTests
{
    [Fact]
    public void Weight_decay_leaves_biases_gains_and_learned_numbers_alone() => Check(DecaysWeights.Definition, all: false, options =>
    {
        using var trainer = new DecaysWeights.Trainer(Blobs.Splits, options);
        trainer.Step();
        return Buffers.WeightsOf(trainer.Finish().Model);
    });

    [Fact]
    public void DecayAll_lets_it_reach_them() => Check(DecaysAll.Definition, all: true, options =>
    {
        using var trainer = new DecaysAll.Trainer(Blobs.Splits, options);
        trainer.Step();
        return Buffers.WeightsOf(trainer.Finish().Model);
    });

    [Fact]
    public void The_gradients_norm_is_told_before_clipping()
    {
        (double free, _) = Clipped(1e6);
        (double clipped, double moved) = Clipped(1e-2);
        Assert.True(free > 0.1);
        Assert.Equal(free, clipped);
        // At rate 1 the weights move by the clipped gradient; weights below 1 round its elements by 3e-8.
        Assert.Equal(1e-2, moved, 1e-6);
    }

    [Fact]
    public void Dense_layers_start_Kaiming_uniform()
    {
        using var trainer = new FreshlyDrawn.Trainer(new Splits(Blobs.Rows(37, 1, features: 100)), Buffers.Options());
        float[] weights = Buffers.WeightsOf(trainer.Finish().Model);
        foreach (ParameterInfo parameter in FreshlyDrawn.Definition.Parameters)
        {
            // torch.nn.Linear: ±1/√inputs, of weight and bias alike; the inputs are 100 and 64.
            double bound = parameter.Name.StartsWith('0') ? 0.1 : 0.125;
            float[] values = weights[parameter.Offset..(parameter.Offset + parameter.Length)];
            Assert.All(values, value => Assert.InRange(value, -bound, bound));
            if (parameter.Length < 60) continue;
            // 64 draws miss the outer tenth of each side with probability 0.95⁶⁴ = 4 %, the seed is fixed.
            Assert.InRange(values.Max(), 0.9 * bound, bound);
            Assert.InRange(values.Min(), -bound, -0.9 * bound);
        }
    }

    private static (double Norm, double Moved) Clipped(double maximum)
    {
        using var still = new ClipsHard.Trainer(Blobs.Splits, Buffers.Options());
        using var moving = new ClipsHard.Trainer(Blobs.Splits, Buffers.Options(("ClipNorm.Maximum", maximum)));
        double norm = moving.Step().GradientNorm;
        float[] before = Buffers.WeightsOf(still.Finish().Model), after = Buffers.WeightsOf(moving.Finish().Model);
        return (norm, Math.Sqrt(before.Zip(after, (a, b) => ((double)a - b) * ((double)a - b)).Sum()));
    }

    private static void Check(RecipeDefinition recipe, bool all, Func<TrainingOptions, float[]> step)
    {
        using var folder = new TemporaryFolder();
        float[] start = Buffers.Filled(recipe, parameter => 0.5f);
        for (int i = 0; i < start.Length; i++) start[i] += start[i] == 0 ? 0 : 0.1f * (float)Math.Sin(i);
        float[] plain = step(Buffers.Start(folder, recipe, start, new() { ["Sgd.WeightDecay"] = 0 }));
        float[] decayed = step(Buffers.Start(folder, recipe, start));
        foreach (ParameterInfo parameter in recipe.Parameters)
        {
            bool decays = all || parameter.Shape.Count == 2;
            for (int i = parameter.Offset; i < parameter.Offset + parameter.Length; i++)
            {
                // Rate · decay · weight, one step; weights near 1 round it by 6e-8.
                if (decays) Assert.Equal(0.5 * 0.1 * start[i], (double)plain[i] - decayed[i], 3e-7);
                else Assert.Equal(plain[i], decayed[i]);
            }
        }
        Assert.Equal(2, recipe.Parameters.Count(parameter => !parameter.InNetwork));
    }
}
