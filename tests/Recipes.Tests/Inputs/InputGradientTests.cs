using Recipes.Training;
using Buffers = Recipes.Tests.Semantics.Buffers;
using GradientCheck = Recipes.Tests.Semantics.GradientCheck;

namespace Recipes.Tests.Inputs;

[Recipe(Epochs = 1, BatchSize = 36, Seed = 3)]
[Input(4), Dense(6), Silu, Dense(3)]
[TeacherLogits, Groups(2), Domains(4), SampleWeights, ClassBalancedSampling, Sgd(1)]
public partial class GivenRows
{
    [LossTerm(Weight = 0.7)]
    static Scalar Distillation(Logits z, Teacher t, SoftTarget s) => -Dot(0.5 * Softmax(t) + s, LogSoftmax(z));

    [LossTerm]
    static Scalar Adjusted(Logits z, Label y, ClassPrior p, ClassCounts n) => -LogSoftmax(z + Log(p) + 0.1 * Log(n))[y];

    [LossTerm(Weight = 0.6)]
    static Scalar Corrected(Logits z, Label y, Transition t) => -Log(Dot(Observed(t, y), Softmax(z)));

    [LossTerm(Weight = 0.5)]
    static Scalar Grouped(Logits z, Label y, Group g, LearnedRow<Groups> s) => -LogSoftmax(z)[y] * Exp(-s[g]) + s[g] + Square(MeanBy(z[y], g));

    [LossTerm(Weight = 0.4)]
    static Scalar FromDomains(Logits z, Label y, Domain d, SampleWeight w) => w * Square(LogSumExp(z) - MeanBy(LogSumExp(z), d));
}

[Recipe(Epochs = 1, BatchSize = 36, Seed = 3)]
[Input(4), Dense(6), Silu, Dropout(0.25), Dense(3)]
[CrossEntropy, CrossEntropy(Name = "Mixed", View = View.Mixed, Weight = 0.5), RegMixup(Alpha = 2), SampleWeights, InverseFrequencyWeights]
[NoisyView(Deviation = 0.3), MaskedView(Rate = 0.3), Sgd(1)]
public partial class GivenViews
{
    [LossTerm(Weight = 0.7)]
    static Scalar Agreement(Logits z, OtherLogits o) => Sum(Square(Softmax(z) - Softmax(o)));

    [LossTerm(Weight = 0.3)]
    static Scalar Prototypes(Embedding h, OtherEmbedding o, Label y, LearnedMatrix<Class, Feature> c) => -LogSoftmax(Product(c, h))[y] + Mean(Square(h - o));
}

[Recipe(Epochs = 1, BatchSize = 36, Seed = 3)]
[Input(4), Dense(6), Tanh, Dense(5), RmsNorm, Dense(3)]
[SampleWeights, NoisyView(Deviation = 0.5), Sgd(1)]
public partial class GivenEmbeddings
{
    [LossTerm]
    static Scalar Apart(Embedding h, OtherEmbedding o, Label y) => Mean(Square(h - o)) - 0.3 * Mean(Sqrt(Square(h) + 1));

    [LossTerm(Weight = 0.3)]
    static Scalar Known(Logits z, Label y) => -LogSoftmax(z)[y];
}

[Recipe(Epochs = 1, BatchSize = 36, Seed = 3)]
[Input(4), Dense(6), Silu, Dense(4), Targets(2)]
[StandardizeTargets, SampleWeights, Sgd(1)]
public partial class GivenTargets
{
    [LossTerm]
    static Scalar GaussianLikelihood(Outputs mean, Outputs logVariance, Targets y) => 0.5 * Mean(Square(y - mean) * Exp(-logVariance) + logVariance);
}

[Recipe(Epochs = 1, BatchSize = 36, Seed = 3)]
[Input(4), Dense(6), Silu, Dense(3), MultiLabel]
[Groups(2), Sgd(1)]
public partial class GivenLabels
{
    [LossTerm]
    static Scalar Binary(Logits z, MultiLabel y, ClassCounts n, LearnedRow<Class> s) => Mean((Softplus(z) - y * z) * Exp(-s) + s + 0.01 * n * z);

    [LossTerm(Weight = 0.2)]
    static Scalar Even(Logits z, Group g) => Square(MeanBy(Mean(z), g));
}

/// <summary>The descent of <see cref="Semantics.GradientTests"/>, for losses that are given more than logits and label.</summary>
public class InputGradientTests
{
    [Fact]
    public void Of_what_the_data_give() => GradientCheck.Run(GivenRows.Definition, (options, steps) =>
    {
        using var trainer = new GivenRows.Trainer(Columns.Splits, With(options));
        GivenRows.StepResult step = default;
        for (int i = 0; i < steps; i++) step = trainer.Step();
        return (step.Loss, step.GradientNorm, Buffers.WeightsOf(trainer.Finish().Model));
    });

    [Fact]
    public void Of_three_views_and_embeddings() => GradientCheck.Run(GivenViews.Definition, (options, steps) =>
    {
        using var trainer = new GivenViews.Trainer(Columns.Splits, options);
        GivenViews.StepResult step = default;
        for (int i = 0; i < steps; i++) step = trainer.Step();
        return (step.Loss, step.GradientNorm, Buffers.WeightsOf(trainer.Finish().Model));
    });

    [Fact]
    public void Of_embeddings_after_a_layer_of_rows_and_a_view_whose_logits_nobody_looks_at() => GradientCheck.Run(GivenEmbeddings.Definition, (options, steps) =>
    {
        using var trainer = new GivenEmbeddings.Trainer(Columns.Splits, options);
        GivenEmbeddings.StepResult step = default;
        for (int i = 0; i < steps; i++) step = trainer.Step();
        return (step.Loss, step.GradientNorm, Buffers.WeightsOf(trainer.Finish().Model));
    });

    [Fact]
    public void Of_several_outputs_for_each_target() => GradientCheck.Run(GivenTargets.Definition, (options, steps) =>
    {
        using var trainer = new GivenTargets.Trainer(Columns.Splits, options);
        GivenTargets.StepResult step = default;
        for (int i = 0; i < steps; i++) step = trainer.Step();
        return (step.Loss, step.GradientNorm, Buffers.WeightsOf(trainer.Finish().Model));
    });

    [Fact]
    public void Of_several_labels() => GradientCheck.Run(GivenLabels.Definition, (options, steps) =>
    {
        using var trainer = new GivenLabels.Trainer(Columns.Splits, options);
        GivenLabels.StepResult step = default;
        for (int i = 0; i < steps; i++) step = trainer.Step();
        return (step.Loss, step.GradientNorm, Buffers.WeightsOf(trainer.Finish().Model));
    });

    private static TrainingOptions With(TrainingOptions options) => new()
    {
        Threads = options.Threads, InitialWeights = options.InitialWeights, Knobs = options.Knobs, NoiseTransition = Columns.Transition,
    };
}
