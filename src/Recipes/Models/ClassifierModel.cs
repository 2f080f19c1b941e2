using System.ComponentModel;
using Recipes.Engine;
using Recipes.Training;

namespace Recipes;

/// <summary>A trained classifier: prepared features through the network, its calibrators and a softmax.</summary>
/// <remarks>Immutable and safe for concurrent calls. A thread's first call allocates buffers that later calls use; these allocate nothing.</remarks>
public abstract partial class ClassifierModel
{
    private const int BlockRows = 64;
    private const int BlockFloats = 1 << 22;

    private readonly NativeArena _arena = new();
    private readonly NativeBuffer<float> _weights;
    private readonly IPreparation[] _preparations;
    private readonly ICalibrator[] _calibrators;
    private readonly IConformalPredictor? _conformal;
    private int _blockRows;

    /// <summary>Takes a copy of the weights and keeps the fitted parts, which nobody may change afterwards.</summary>
    /// <exception cref="ArgumentException">The parts do not belong to the recipe.</exception>
    protected ClassifierModel(RecipeDefinition recipe, ModelParts parts)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(parts);
        Expect("weights", parts.Weights.Length, recipe.ParameterFloats);
        Expect("class names", parts.Classes.Count, recipe.Classes);
        Expect("preparations", parts.Preparations.Count, recipe.Preparations.Count);
        Expect("calibrators", parts.Calibrators.Count, recipe.Calibrators.Count);
        Expect("conformal predictors", parts.Conformal is null ? 0 : 1, recipe.Conformal is null ? 0 : 1);

        Recipe = recipe;
        Classes = Array.AsReadOnly([.. parts.Classes]);
        _preparations = [.. parts.Preparations];
        _calibrators = [.. parts.Calibrators];
        _conformal = parts.Conformal;
        _weights = _arena.Allocate<float>(recipe.ParameterFloats);
        parts.Weights.Span.CopyTo(_weights.Span);

        void Expect(string what, int found, int wanted)
        {
            if (found != wanted) throw new ArgumentException($"The recipe {recipe.Name} has {wanted} {what}; {found} were given.", nameof(parts));
        }
    }

    /// <summary>The classes' names; <see cref="Classify"/> and <see cref="PredictSet"/> give indices into them.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Features per row.</summary>
    public int InputSize => Recipe.InputSize;

    /// <summary>Laid out as the recipe's parameter buffer, the learned numbers of the loss included.</summary>
    internal ReadOnlySpan<float> Weights => _weights.Span;
    internal IReadOnlyList<IPreparation> Preparations => _preparations;
    internal IReadOnlyList<ICalibrator> Calibrators => _calibrators;

    /// <summary>The recipe.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected RecipeDefinition Recipe { get; }

    /// <summary>The network without training-time noise: prepared inputs [rows, InputSize] to scores [rows, classes], with weights laid out as the parameter buffer.</summary>
    /// <remarks>Called by many threads at once, each with its own buffers, with at most 64 rows; may change the input.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Forward(
        NativeBuffer<float> input, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights, NativeBuffer<float> scratch);

    /// <summary>Floats of scratch that <see cref="Forward"/> needs for so many rows; grows with them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract int ScratchFloats(int rows);

    /// <summary>The probability of each class.</summary>
    /// <param name="features">Features as in the data, before any preparation, of one row or many: [rows, <see cref="InputSize"/>].</param>
    /// <param name="probabilities">Filled with [rows, classes].</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void Predict(ReadOnlySpan<float> features, Span<float> probabilities)
    {
        int rows = Rows(features);
        if (probabilities.Length != (long)rows * Classes.Count)
        {
            throw new ArgumentException(
                $"There is room for {probabilities.Length} probabilities; {rows} {(rows == 1 ? "row" : "rows")} of {Classes.Count} classes take {(long)rows * Classes.Count}.",
                nameof(probabilities));
        }

        ModelScratch scratch = RentScratch();
        for (int first = 0; first < rows; first += _blockRows)
        {
            int count = Math.Min(_blockRows, rows - first);
            Span<float> scores = Score(scratch, features.Slice(first * InputSize, count * InputSize), count);
            Probabilities.FromScores(scores, Classes.Count);
            scores.CopyTo(probabilities[(first * Classes.Count)..]);
        }
    }

    /// <summary>The most probable class of one row; of equals, the lowest.</summary>
    /// <param name="features">Features as in the data, [<see cref="InputSize"/>].</param>
    /// <exception cref="ArgumentException">It is not one row.</exception>
    public int Classify(ReadOnlySpan<float> features)
    {
        CheckOneRow(features);
        return RowScore.ArgMax(Score(RentScratch(), features, 1));
    }

    /// <summary>The classes that one row may belong to: the set holds the true class with the promised probability, and may be empty.</summary>
    /// <param name="features">Features as in the data, [<see cref="InputSize"/>].</param>
    /// <param name="scratch">Room for [classes].</param>
    /// <returns>The set in ascending order, in <paramref name="scratch"/>.</returns>
    /// <exception cref="ArgumentException">It is not one row, or there is no room for all classes.</exception>
    /// <exception cref="InvalidOperationException">The recipe declares no conformal sets.</exception>
    public ReadOnlySpan<int> PredictSet(ReadOnlySpan<float> features, Span<int> scratch)
    {
        if (_conformal is null) throw new InvalidOperationException($"The recipe {Recipe.Name} declares no conformal sets; add [ConformalSets(Alpha = …)] to it.");
        CheckOneRow(features);
        if (scratch.Length < Classes.Count)
            throw new ArgumentException($"There is room for {scratch.Length} classes; a set may hold all {Classes.Count}.", nameof(scratch));
        Span<float> scores = Score(RentScratch(), features, 1);
        Probabilities.FromScores(scores, Classes.Count);
        return scratch[.._conformal.PredictSet(scores, scratch)];
    }

    /// <summary>Calibrated scores of at most a block of rows.</summary>
    private Span<float> Score(ModelScratch scratch, ReadOnlySpan<float> features, int rows)
    {
        Span<float> input = scratch.Input.Span[..features.Length];
        features.CopyTo(input);
        foreach (IPreparation preparation in _preparations) preparation.Apply(input, InputSize);
        Forward(scratch.Input, rows, scratch.Scores, _weights, scratch.Working);
        Span<float> scores = scratch.Scores.Span[..(rows * Classes.Count)];
        foreach (ICalibrator calibrator in _calibrators) calibrator.Apply(scores, Classes.Count);
        GC.KeepAlive(this); // The weights are native memory that goes with this object.
        return scores;
    }

    private ModelScratch RentScratch()
    {
        if (_blockRows == 0) _blockRows = ChooseBlockRows();
        return ModelScratch.Rent(_blockRows * InputSize, _blockRows * Classes.Count, ScratchFloats(_blockRows));
    }

    /// <summary>64 rows at once, fewer for networks so wide that the buffers would be large.</summary>
    private int ChooseBlockRows()
    {
        int rows = BlockRows;
        while (rows > 1 && (long)rows * (InputSize + Classes.Count) + ScratchFloats(rows) > BlockFloats) rows /= 2;
        return rows;
    }

    private int Rows(ReadOnlySpan<float> features)
    {
        if (features.Length % InputSize != 0)
            throw new ArgumentException($"{features.Length} features are no whole rows: {Recipe.Name} takes {InputSize} per row.", nameof(features));
        return features.Length / InputSize;
    }

    private void CheckOneRow(ReadOnlySpan<float> features)
    {
        if (features.Length != InputSize)
            throw new ArgumentException($"{features.Length} features are not one row: {Recipe.Name} takes {InputSize}.", nameof(features));
    }
}
