using Recipes.Tests.Data;
using Recipes.Tests.Training;
using Recipes.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 1, BatchSize = 24, Seed = 3)]
[Input(4), Dense(6), RmsNorm, Silu, Dropout(0.25), Dense(3)]
[CrossEntropy(Weight = 0.8), ConditionalMutualInformation(Weight = 0.3), PredictionDiversity(Weight = 0.4)]
[Focal(Name = "Mixed", View = View.Mixed, Weight = 0.5, Gamma = 1.5), RegMixup(Alpha = 2)]
[UncertaintyWeights, EffectiveNumberWeights(Beta = 0.9), Sgd(1)]
public partial class ManyTerms;

[Recipe(Epochs = 1, BatchSize = 37, Seed = 3)]
[Input(4), Dense(5), Tanh, Dense(4), Gelu, Dense(3)]
[CrossEntropy(LabelSmoothing = 0.1), Squentropy(Weight = 0.2), LogitClip(Maximum = 0.1), Sgd(1)]
public partial class ClippedLogits;

/// <summary>What a step descends is the loss that it reports: plain descent at rate 1 moves each number by the loss's central difference.</summary>
/// <remarks>Memories are left out: a term's own change of them has no gradient by definition, and a difference would see it.</remarks>
public class GradientTests
{
    private const float Step = 1e-2f;

    // Richardson's rule leaves h⁴ = 1e-8; the loss is a mean of single-precision rows, whose rounding of about 1e-7/√rows is divided by 2h.
    private const double Tolerance = 1e-5;

    [Fact]
    public void Of_terms_over_rows_batches_and_views_with_learned_weights() => Check(ManyTerms.Definition, (options, steps) =>
    {
        using var trainer = new ManyTerms.Trainer(Blobs.Splits, options);
        (double, double) result = default;
        for (int i = 0; i < steps; i++)
        {
            ManyTerms.StepResult step = trainer.Step();
            result = (step.Loss, step.GradientNorm);
        }
        return (result.Item1, result.Item2, Buffers.WeightsOf(trainer.Finish().Model));
    });

    [Fact]
    public void Of_terms_behind_a_logit_transform() => Check(ClippedLogits.Definition, (options, steps) =>
    {
        using var trainer = new ClippedLogits.Trainer(Blobs.Splits, options);
        (double, double) result = default;
        for (int i = 0; i < steps; i++)
        {
            ClippedLogits.StepResult step = trainer.Step();
            result = (step.Loss, step.GradientNorm);
        }
        return (result.Item1, result.Item2, Buffers.WeightsOf(trainer.Finish().Model));
    });

    private static void Check(RecipeDefinition recipe, Func<TrainingOptions, int, (double Loss, double Norm, float[] Weights)> run)
    {
        using var folder = new TemporaryFolder();
        float[] start = run(Buffers.Options(), 0).Weights;
        foreach (ParameterInfo parameter in recipe.Parameters)
            if (!parameter.InNetwork) start[parameter.Offset] = 0.2f; // away from 0, where exp(−s) is 1
        (_, double norm, float[] after) = run(Buffers.Start(folder, recipe, start), 1);

        double squares = 0;
        foreach (ParameterInfo parameter in recipe.Parameters)
        {
            double largest = 0;
            for (int i = parameter.Offset; i < parameter.Offset + parameter.Length; i++)
            {
                double slope = ((4 * Difference(i, Step)) - Difference(i, 2 * Step)) / 3;
                double gradient = (double)start[i] - after[i];
                Assert.True(Math.Abs(slope - gradient) < Tolerance, $"{parameter.Name}[{i - parameter.Offset}]: the loss rises by {slope}, the gradient is {gradient}.");
                largest = Math.Max(largest, Math.Abs(slope));
                squares += gradient * gradient;
            }
            // A tensor that the loss does not depend on would pass without saying anything.
            Assert.True(largest > 100 * Tolerance, $"{parameter.Name} moves the loss by no more than {largest}.");
        }
        Assert.Equal(Math.Sqrt(squares), norm, 1e-5);

        double Difference(int element, float step)
        {
            float[] up = [.. start], down = [.. start];
            up[element] += step;
            down[element] -= step;
            double high = run(Buffers.Start(folder, recipe, up), 1).Loss, low = run(Buffers.Start(folder, recipe, down), 1).Loss;
            return (high - low) / ((double)up[element] - down[element]);
        }
    }
}
