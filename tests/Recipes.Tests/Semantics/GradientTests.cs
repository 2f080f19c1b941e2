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

[Recipe(Epochs = 1, BatchSize = 5, Seed = 3)]
[Input(2, 5, 4), Conv(4, 3, Padding = 1), Tanh, AveragePool(2, Stride = 1), Dropout(0.25), Conv(4, 2, Groups = 2, Padding = 1), Gelu, AveragePool(2), Flatten, RmsNorm, Dense(3)]
[CrossEntropy(Weight = 0.8), Focal(Name = "Mixed", View = View.Mixed, Weight = 0.5, Gamma = 1.5), RegMixup(Alpha = 2), Sgd(1)]
public partial class ImageLayers;

/// <summary>What a step descends is the loss that it reports: plain descent at rate 1 moves each number by the loss's central difference.</summary>
/// <remarks>Memories are left out: a term's own change of them has no gradient by definition, and a difference would see it.</remarks>
public class GradientTests
{
    [Fact]
    public void Of_terms_over_rows_batches_and_views_with_learned_weights() => GradientCheck.Run(ManyTerms.Definition, (options, steps) =>
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

    // Maxima are left out: a difference would see another pixel become the greatest.
    [Fact]
    public void Of_layers_over_images() => GradientCheck.Run(ImageLayers.Definition, (options, steps) =>
    {
        using var trainer = new ImageLayers.Trainer(new Splits(Blobs.Rows(5, 9, features: 2 * 5 * 4)), options);
        (double, double) result = default;
        for (int i = 0; i < steps; i++)
        {
            ImageLayers.StepResult step = trainer.Step();
            result = (step.Loss, step.GradientNorm);
        }
        return (result.Item1, result.Item2, Buffers.WeightsOf(trainer.Finish().Model));
    });

    [Fact]
    public void Of_terms_behind_a_logit_transform() => GradientCheck.Run(ClippedLogits.Definition, (options, steps) =>
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
}
