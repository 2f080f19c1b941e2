using Recipes.Engine;
using Recipes.Training;

namespace Recipes.Tests.Training;

/// <summary>A regression and a recipe of several labels as the generator would write them, by hand: one dense layer, gradient descent on squared errors or on binary cross-entropy.</summary>
internal sealed record LinearRecipe
{
    public RecipeTask Task { get; init; } = RecipeTask.Regression;
    public int Inputs { get; init; } = 2;
    /// <summary>Targets, or labels.</summary>
    public int Width { get; init; } = 1;
    /// <summary>Outputs for each target.</summary>
    public int Blocks { get; init; } = 1;
    public int BatchSize { get; init; } = 10;
    public int Epochs { get; init; } = 60;
    public double LearningRate { get; init; } = 0.1;
    public bool Standardizes { get; init; } = true;
    public Func<IStoppingRule>? StoppingRule { get; init; }

    public int Outputs => Width * Blocks;

    public RecipeDefinition Define()
    {
        int bias = (Inputs * Outputs + 15) / 16 * 16;
        bool isRegression = Task == RecipeTask.Regression;
        return new RecipeDefinition
        {
            Name = "Linear",
            Source = "[Recipe] public partial class Linear;",
            Plan = "Outputs = features · weight + bias.",
            Fingerprint = $"{this}",
            ModelFingerprint = $"{Inputs} {Outputs} {Standardizes}",
            InputSize = Inputs,
            Task = Task,
            Classes = isRegression ? 0 : Width,
            Targets = isRegression ? Width : 0,
            Outputs = Outputs,
            BatchSize = BatchSize,
            Epochs = Epochs,
            Seed = 3,
            Parameters =
            [
                new ParameterInfo("0.weight", [Outputs, Inputs], 0, true, Initializer.KaimingUniform, Inputs, 0, true, true),
                new ParameterInfo("0.bias", [Outputs], bias, false, Initializer.KaimingUniform, Inputs, 0, false, true),
            ],
            ParameterFloats = bias + (Outputs + 15) / 16 * 16,
            OptimizerFloats = 0,
            Knobs = [new KnobInfo("Sgd.LearningRate", LearningRate, 0), new KnobInfo("Loss.Weight", 1, 0)],
            Terms = [new TermInfo("Loss", 1)],
            LearningRateKnob = 0,
            Sampler = () => new UniformSampler(),
            Preparations = [() => new Standardization()],
            TargetPreparations = isRegression && Standardizes ? [() => new TargetStandardization()] : [],
            StoppingRule = StoppingRule,
        };
    }

    public RegressionSteps Regression(Splits splits, TrainingOptions? options = null) => new(Define(), splits, options ?? new TrainingOptions { Threads = 1 });

    public LabelSteps Labels(Splits splits, TrainingOptions? options = null) => new(Define(), splits, options ?? new TrainingOptions { Threads = 1 });

    /// <summary>Adds to the gradients what one row gives; the gradient by its outputs is in <paramref name="by"/>.</summary>
    public static void Accumulate(ReadOnlySpan<float> input, ReadOnlySpan<float> by, Span<float> gradients, int bias)
    {
        for (int o = 0; o < by.Length; o++)
        {
            for (int f = 0; f < input.Length; f++) gradients[f * by.Length + o] += by[o] * input[f];
            gradients[bias + o] += by[o];
        }
    }
}

internal sealed class LinearRegressionModel(RecipeDefinition recipe, ModelParts parts) : RegressionModel(recipe, parts)
{
    public static LinearRegressionModel Load(RecipeDefinition recipe, string path) => Load(recipe, path, parts => new LinearRegressionModel(recipe, parts));

    protected override int ScratchFloats(int rows) => 0;

    protected override void Forward(NativeBuffer<float> input, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights, NativeBuffer<float> scratch) =>
        SoftmaxModel.Product(input, rows, scores, weights, Recipe.InputSize, Recipe.Outputs);
}

internal sealed class LinearLabelModel(RecipeDefinition recipe, ModelParts parts) : MultiLabelModel(recipe, parts)
{
    public static LinearLabelModel Load(RecipeDefinition recipe, string path) => Load(recipe, path, parts => new LinearLabelModel(recipe, parts));

    protected override int ScratchFloats(int rows) => 0;

    protected override void Forward(NativeBuffer<float> input, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights, NativeBuffer<float> scratch) =>
        SoftmaxModel.Product(input, rows, scores, weights, Recipe.InputSize, Recipe.Outputs);
}

internal sealed class RegressionSteps(RecipeDefinition recipe, Splits splits, TrainingOptions? options) : RegressionTrainer<LinearRegressionModel>(recipe, splits, options)
{
    public void Step() => RunStep();

    public float[] Learned => TrainTargets.Span.ToArray();

    protected override LinearRegressionModel CreateModel(ModelParts parts) => new(Recipe, parts);

    protected override int EvaluationRows => 16;

    protected override void Evaluate(NativeBuffer<float> inputs, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights) =>
        SoftmaxModel.Product(inputs, rows, scores, weights, Recipe.InputSize, Recipe.Outputs);

    protected override void ComputeStep()
    {
        NativeBuffer<float> outputs = Arena.Allocate<float>(Recipe.Outputs);
        var by = new float[Recipe.Outputs];
        Gradients.Span.Clear();
        Loss = 0;
        for (int i = 0; i < Count; i++)
        {
            NativeBuffer<float> input = TrainFeatures.Slice(BatchRows[i] * Recipe.InputSize, Recipe.InputSize);
            SoftmaxModel.Product(input, 1, outputs, Parameters, Recipe.InputSize, Recipe.Outputs);
            for (int t = 0; t < Recipe.Targets; t++)
            {
                float error = outputs[t] - TrainTargets[BatchRows[i] * Recipe.Targets + t];
                by[t] = error / Count;
                Loss += 0.5 * error * error / Count;
            }
            LinearRecipe.Accumulate(input.Span, by, Gradients.Span, Recipe.Parameters[1].Offset);
        }
        TermMeans[0] = Loss;
        for (int p = 0; p < Parameters.Length; p++) Parameters[p] -= (float)(LearningRate * Gradients[p]);
    }
}

internal sealed class LabelSteps(RecipeDefinition recipe, Splits splits, TrainingOptions? options) : MultiLabelTrainer<LinearLabelModel>(recipe, splits, options)
{
    public void Step() => RunStep();

    public float[] Counts => ClassCounts.Span.ToArray();

    protected override LinearLabelModel CreateModel(ModelParts parts) => new(Recipe, parts);

    protected override int EvaluationRows => 16;

    protected override void Evaluate(NativeBuffer<float> inputs, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights) =>
        SoftmaxModel.Product(inputs, rows, scores, weights, Recipe.InputSize, Recipe.Outputs);

    protected override void ComputeStep()
    {
        NativeBuffer<float> outputs = Arena.Allocate<float>(Recipe.Outputs);
        var by = new float[Recipe.Outputs];
        Gradients.Span.Clear();
        Loss = 0;
        for (int i = 0; i < Count; i++)
        {
            NativeBuffer<float> input = TrainFeatures.Slice(BatchRows[i] * Recipe.InputSize, Recipe.InputSize);
            SoftmaxModel.Product(input, 1, outputs, Parameters, Recipe.InputSize, Recipe.Outputs);
            for (int k = 0; k < Recipe.Classes; k++)
            {
                float truth = TrainTargets[BatchRows[i] * Recipe.Classes + k];
                by[k] = (1 / (1 + MathF.Exp(-outputs[k])) - truth) / Count;
                Loss += (Math.Log(1 + Math.Exp(outputs[k])) - truth * outputs[k]) / Count;
            }
            LinearRecipe.Accumulate(input.Span, by, Gradients.Span, Recipe.Parameters[1].Offset);
        }
        TermMeans[0] = Loss;
        for (int p = 0; p < Parameters.Length; p++) Parameters[p] -= (float)(LearningRate * Gradients[p]);
    }
}
