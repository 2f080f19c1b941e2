using Recipes.Engine;
using Recipes.Training;

namespace Recipes.Tests.Models;

/// <summary>A model as the generator would write it, of one dense layer: three features, four classes.</summary>
internal sealed class LinearModel : ClassifierModel
{
    public const int Features = 3, ClassCount = 4;

    private LinearModel(RecipeDefinition recipe, ModelParts parts) : base(recipe, parts)
    {
    }

    /// <summary>Most rows that came in at once.</summary>
    public int MostRows { get; private set; }

    public static LinearModel Create(RecipeDefinition recipe, ModelParts parts) => new(recipe, parts);

    public static LinearModel Load(string path, RecipeDefinition? recipe = null)
    {
        RecipeDefinition definition = recipe ?? Declared();
        return Load(definition, path, parts => new LinearModel(definition, parts));
    }

    /// <summary>A trained model, with every kind of fitted part unless told otherwise.</summary>
    public static LinearModel Trained(RecipeDefinition? recipe = null)
    {
        RecipeDefinition definition = recipe ?? Declared();
        var weights = new float[definition.ParameterFloats];
        for (int i = 0; i < 12; i++) weights[i] = i / 4f - 1.5f;
        for (int k = 0; k < 4; k++) weights[16 + k] = k / 8f;
        var preparations = definition.Preparations.Select(make => make()).ToArray();
        foreach (IPreparation preparation in preparations) preparation.Fit([1, 2, 3, 3, 2, 1, 2, 5, 8], Features, ["a", "b", "c"]);
        var calibrators = definition.Calibrators.Select(make => make()).ToArray();
        foreach (ICalibrator calibrator in calibrators) calibrator.LoadState("temperature=1.7; logStandardError=0.1; rows=40");
        IConformalPredictor? conformal = definition.Conformal?.Invoke();
        conformal?.LoadState("threshold=0.25; rows=40");
        return new LinearModel(definition, new ModelParts
        {
            Weights = weights, Classes = ["ant", "bée \"2\"", "cat\n", "дог"], Preparations = preparations, Calibrators = calibrators, Conformal = conformal,
        });
    }

    public static RecipeDefinition Declared(
        string name = "Beasts", string fingerprint = "f1", int inputs = Features, int classes = ClassCount, bool prepares = true, bool calibrates = true, bool sets = true) => new()
        {
            Name = name, Source = "", Plan = "", Fingerprint = "", ModelFingerprint = fingerprint,
            InputSize = inputs, Classes = classes, BatchSize = 8, Epochs = 1, Seed = 0,
            Parameters =
            [
                new ParameterInfo("0.weight", [classes, inputs], 0, Transposed: true, Initializer.KaimingUniform, inputs, 0, Decays: true, InNetwork: true),
                new ParameterInfo("0.bias", [classes], 16, Transposed: false, Initializer.KaimingUniform, inputs, 0, Decays: false, InNetwork: true),
                new ParameterInfo("CrossEntropy.s", [], 32, Transposed: false, Initializer.Constant, 1, 0, Decays: false, InNetwork: false),
            ],
            ParameterFloats = 48, OptimizerFloats = 0, Knobs = [], Terms = [], LearningRateKnob = 0, Sampler = () => throw new NotSupportedException(),
            Preparations = prepares ? [() => new Standardization()] : [],
            Calibrators = calibrates ? [() => new TemperatureScaling()] : [],
            Conformal = sets ? () => new SplitConformal() : null,
        };

    /// <summary>Scores of one row from the definition, in double precision: standardise, multiply, divide by the temperature.</summary>
    public static double[] Expected(ReadOnlySpan<float> row, bool prepared = true, bool calibrated = true)
    {
        // Means 2, 3, 4; population deviations √(2/3), √2, √(26/3).
        double[] means = [2, 3, 4], deviations = [Math.Sqrt(2.0 / 3), Math.Sqrt(2), Math.Sqrt(26.0 / 3)];
        var scores = new double[ClassCount];
        for (int k = 0; k < ClassCount; k++)
        {
            scores[k] = k / 8.0;
            for (int f = 0; f < Features; f++) scores[k] += (prepared ? (row[f] - means[f]) / deviations[f] : row[f]) * ((f * ClassCount + k) / 4.0 - 1.5);
            if (calibrated) scores[k] /= 1.7;
        }

        return scores;
    }

    protected override int ScratchFloats(int rows) => rows * Features;

    protected override void Forward(NativeBuffer<float> input, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights, NativeBuffer<float> scratch)
    {
        MostRows = Math.Max(MostRows, rows);
        input.Span[..(rows * Features)].CopyTo(scratch.Span);
        for (int r = 0; r < rows; r++)
        {
            for (int k = 0; k < ClassCount; k++)
            {
                float sum = weights[16 + k];
                for (int f = 0; f < Features; f++) sum += scratch[r * Features + f] * weights[f * ClassCount + k];
                scores[r * ClassCount + k] = sum;
            }
        }
    }
}
