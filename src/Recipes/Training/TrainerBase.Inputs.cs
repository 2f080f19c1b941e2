using Recipes.Engine;

namespace Recipes.Training;

/// <content>What losses are given beside features and what is learned.</content>
public abstract partial class TrainerBase
{
    // Rows of a second view that one task makes.
    private const int AugmentedRows = 16;

    private readonly NativeBuffer<float>[] _running;
    private readonly IAugmentation[] _augmentations;
    private readonly RandomKey[] _augmentationKeys;
    private readonly Action<int> _augment;
    private readonly double[] _drawnPrior;
    private readonly NativeBuffer<int> _trainGroups;
    private readonly NativeBuffer<int> _trainDomains;
    private NativeBuffer<float> _augmented;

    /// <summary>Train rows.</summary>
    protected int TrainCount => _train.Count;
    /// <summary>The groups of this batch's rows, [batch size]; empty unless the recipe declares groups.</summary>
    protected NativeBuffer<int> BatchGroups { get; }
    /// <summary>The domains of this batch's rows, [batch size]; empty unless the recipe declares domains.</summary>
    protected NativeBuffer<int> BatchDomains { get; }
    /// <summary>The train rows' weights, scaled so that their mean is 1, [rows]; empty unless the recipe weighs rows.</summary>
    protected NativeBuffer<float> TrainSampleWeights { get; }
    /// <summary>A probability for each class of the train rows, [rows, classes]; empty unless a term asks for it.</summary>
    protected NativeBuffer<float> TrainSoftTargets { get; }
    /// <summary>A teacher's logits for the train rows, [rows, classes]; empty unless a term asks for them.</summary>
    protected NativeBuffer<float> TrainTeacherLogits { get; }
    /// <summary>How likely each class is observed (rows) given the true one (columns), [classes, classes]; empty unless a term asks for it.</summary>
    protected NativeBuffer<float> Transition { get; }
    /// <summary>The share of each class in what the sampler draws now, [classes]; empty unless a term asks for it.</summary>
    protected NativeBuffer<float> DrawnPrior { get; }
    /// <summary>The numbers with this index in <see cref="RecipeDefinition.Running"/>, [floats].</summary>
    protected NativeBuffer<float> RunningOf(int index) => _running[index];

    /// <summary>Makes the second view of the batch: rows Count … 2·Count − 1 become changed copies of rows 0 … Count − 1.</summary>
    /// <param name="input">[2 · batch size or more, inputs].</param>
    protected void AugmentRows(NativeBuffer<float> input)
    {
        _augmented = input;
        Team.For((Count + AugmentedRows - 1) / AugmentedRows, _augment);
    }

    private void Augment(int task)
    {
        int end = Math.Min(Count, (task + 1) * AugmentedRows), width = Recipe.InputSize;
        for (int row = task * AugmentedRows; row < end; row++)
        {
            Span<float> copy = _augmented.Span.Slice((Count + row) * width, width);
            _augmented.Span.Slice(row * width, width).CopyTo(copy);
            ulong ordinal = ((ulong)StepIndex * (ulong)Recipe.BatchSize) + (ulong)row;
            for (int a = 0; a < _augmentations.Length; a++) _augmentations[a].Apply(copy, _augmentationKeys[a], ordinal);
        }
    }

    private bool Needs(RunInput input) => Recipe.Needs.Any(need => need.Input == input);

    private NativeBuffer<int> IndicesOf(RowCategories? categories)
    {
        if (categories is null) return default;
        NativeBuffer<int> indices = Arena.Allocate<int>(categories.Indices.Length);
        categories.Indices.CopyTo(indices.Span);
        return indices;
    }

    private NativeBuffer<float> TrainColumn(NumberColumns column)
    {
        NativeBuffer<float> values = Arena.Allocate<float>((long)_train.Count * column.Width);
        RowColumns.Copy(column, _splits.Train, values.Span);
        return values;
    }

    private NativeBuffer<float> ScaledWeights(NumberColumns weights)
    {
        NativeBuffer<float> scaled = TrainColumn(weights);
        double sum = 0;
        foreach (float weight in scaled.Span) sum += weight;
        for (int row = 0; row < scaled.Length; row++) scaled[row] = (float)(scaled[row] * (_train.Count / sum));
        return scaled;
    }

    /// <summary>The options' matrix says what is observed for each true class; formulas read the row of what was observed.</summary>
    private NativeBuffer<float> Transposed(double[,] transition)
    {
        NativeBuffer<float> observed = Arena.Allocate<float>((long)Recipe.Classes * Recipe.Classes);
        for (int truth = 0; truth < Recipe.Classes; truth++)
            for (int seen = 0; seen < Recipe.Classes; seen++) observed[(seen * Recipe.Classes) + truth] = (float)transition[truth, seen];
        return observed;
    }

    /// <summary>The matrix as text, for the run's identity; empty where no loss is given it.</summary>
    private string NoiseIdentity => Needs(RunInput.NoiseTransition)
        ? string.Join(' ', _options.NoiseTransition!.Cast<double>().Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))
        : "";

    /// <summary>What the losses are given of the rows that were drawn, where they do not look it up by row.</summary>
    private void TakeInputs()
    {
        if (BatchLabels.Length > 0) Gather.Labels(_train.Labels, BatchRows, Count, BatchLabels);
        if (BatchGroups.Length > 0) Gather.Labels(_trainGroups, BatchRows, Count, BatchGroups);
        if (BatchDomains.Length > 0) Gather.Labels(_trainDomains, BatchRows, Count, BatchDomains);
    }

    private void TakeDrawnPrior()
    {
        _sampler.DrawnPrior(_drawnPrior);
        for (int c = 0; c < _drawnPrior.Length; c++) DrawnPrior[c] = (float)_drawnPrior[c];
    }
}
