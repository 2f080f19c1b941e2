using Recipes.Engine;
using Recipes.Training;

namespace Recipes.Tests.Training;

/// <summary>A trainer as the generator would write it, by hand: softmax regression with two terms, momentum, a memory and a moving average.</summary>
internal sealed class SoftmaxTrainer : Trainer<SoftmaxModel>
{
    private readonly NativeBuffer<float> _logits;
    private readonly NativeBuffer<float> _logitsGradient;

    public SoftmaxTrainer(RecipeDefinition recipe, Splits splits, TrainingOptions? options = null) : base(recipe, splits, options)
    {
        _logits = Arena.Allocate<float>((long)recipe.BatchSize * recipe.Classes);
        _logitsGradient = Arena.Allocate<float>((long)recipe.BatchSize * recipe.Classes);
    }

    /// <summary>Called after each computation, before the run loop looks at it.</summary>
    public Action<SoftmaxTrainer>? Computed { get; set; }

    public double StepLoss { get => Loss; set => Loss = value; }
    public double StepGradientNorm { get => GradientNorm; set => GradientNorm = value; }
    public double StepLearningRate => LearningRate;
    public long Steps => TotalSteps;
    public int Rows => Count;
    public Span<float> Weights => Parameters.Span;
    public Span<float> Averaged => Averages.Span;
    public Span<float> ClassWeightValues => ClassWeights.Span;
    public Span<int> DrawnRows => BatchRows.Span[..Count];
    public Span<double> Means => TermMeans.Span;
    public NativeBuffer<float> Values => TermValues;
    public double WeightOfTerm(int term) => TermWeight(term);
    public double KnobValue(int knob) => Knob(knob);
    public float Feature(int row, int feature) => TrainFeatures[row * Recipe.InputSize + feature];
    public ulong SeedInForce => Seed;
    public int Threads => Team.Threads;

    /// <summary>Everything that the next step depends on, as bytes.</summary>
    public byte[] State()
    {
        var state = new List<byte>();
        Add(Parameters);
        Add(OptimizerState);
        Add(Averages);
        for (int m = 0; m < Recipe.Memories.Count; m++) Add(MemoryOf(m));
        return [.. state];
        void Add(NativeBuffer<float> buffer) => state.AddRange(System.Runtime.InteropServices.MemoryMarshal.AsBytes(buffer.Span));
    }

    public void Step() => RunStep();

    protected override SoftmaxModel CreateModel(ModelParts parts) => new(Recipe, parts);

    protected override int EvaluationRows => 16;

    protected override double Schedule(double progress, double steps) => 1 - 0.5 * progress;

    protected override double ClassWeight(double count, double rows, double classes) => 1 / count;

    protected override void Evaluate(NativeBuffer<float> inputs, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights)
    {
        if (rows < 1 || rows > EvaluationRows) throw new ArgumentOutOfRangeException(nameof(rows));
        SoftmaxModel.Product(inputs, rows, scores, weights, Recipe.InputSize, Recipe.Classes);
    }

    protected override void ComputeStep()
    {
        int classes = Recipe.Classes, inputs = Recipe.InputSize;
        Gradients.Span.Clear();
        TermMeans.Span.Clear();
        for (int i = 0; i < Count; i++)
        {
            NativeBuffer<float> input = TrainFeatures.Slice(BatchRows[i] * inputs, inputs);
            SoftmaxModel.Product(input, 1, _logits, Parameters, inputs, classes);
            float top = _logits[0], sum = 0, squares = 0;
            for (int k = 1; k < classes; k++) top = MathF.Max(top, _logits[k]);
            for (int k = 0; k < classes; k++) sum += MathF.Exp(_logits[k] - top);
            for (int k = 0; k < classes; k++) squares += _logits[k] * _logits[k];
            ref float memory = ref MemoryOf(0)[BatchRows[i]];
            float weight = ClassWeights[BatchLabels[i]] * (1 + 0.1f * memory);
            float loss = top + MathF.Log(sum) - _logits[BatchLabels[i]];
            memory = 0.5f * memory + 0.5f * loss;
            TermValues[i] = loss;
            TermValues[Recipe.BatchSize + i] = 0.5f * squares;
            TermMeans[0] += weight * loss / Count;
            TermMeans[1] += 0.5 * squares / Count;
            for (int k = 0; k < classes; k++)
            {
                float probability = MathF.Exp(_logits[k] - top) / sum - (k == BatchLabels[i] ? 1 : 0);
                _logitsGradient[k] = (float)((TermWeight(0) * weight * probability + TermWeight(1) * _logits[k]) / Count);
                for (int f = 0; f < inputs; f++) Gradients[f * classes + k] += _logitsGradient[k] * input[f];
                Gradients[Recipe.Parameters[1].Offset + k] += _logitsGradient[k];
            }
        }
        Loss = TermWeight(0) * TermMeans[0] + TermWeight(1) * TermMeans[1];
        double norm = 0;
        for (int p = 0; p < Parameters.Length; p++) norm += (double)Gradients[p] * Gradients[p];
        GradientNorm = Math.Sqrt(norm);
        Update();
        Computed?.Invoke(this);
    }

    private void Update()
    {
        for (int p = 0; p < Parameters.Length; p++)
        {
            OptimizerState[p] = (float)(0.9 * OptimizerState[p] + Gradients[p]);
            Parameters[p] -= (float)(LearningRate * OptimizerState[p]);
            if (Recipe.Averages) Averages[p] = 0.8f * Averages[p] + 0.2f * Parameters[p];
        }
    }
}
