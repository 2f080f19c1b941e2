using System.ComponentModel;
using Recipes.Engine;
using Recipes.Training;

namespace Recipes;

/// <summary>What every trained model is: prepared features through the network, and a file to keep it in.</summary>
/// <remarks>Immutable and safe for concurrent calls. A thread's first call allocates buffers that later calls use; these allocate nothing.</remarks>
public abstract partial class TrainedModel
{
    private const int BlockRows = 64;
    private const int BlockFloats = 1 << 22;

    private readonly NativeArena _arena = new();
    private readonly NativeBuffer<float> _weights;
    private readonly IPreparation[] _preparations;
    private int _blockRows;

    /// <summary>Takes a copy of the weights and keeps the fitted parts, which nobody may change afterwards.</summary>
    /// <exception cref="ArgumentException">The parts do not belong to the recipe.</exception>
    private protected TrainedModel(RecipeDefinition recipe, ModelParts parts, RecipeTask task)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(parts);
        if (recipe.Task != task) throw new ArgumentException($"The recipe {recipe.Name} is one of {recipe.Task}, its model one of {task}.", nameof(recipe));
        Recipe = recipe;
        Expect("weights", parts.Weights.Length, recipe.ParameterFloats);
        Expect("class names", parts.Classes.Count, recipe.Classes);
        Expect("target names", parts.Targets.Count, recipe.Targets);
        Expect("preparations", parts.Preparations.Count, recipe.Preparations.Count);
        Parts = new ModelParts
        {
            Weights = default, Classes = [.. parts.Classes], Targets = [.. parts.Targets], Preparations = [.. parts.Preparations],
            TargetPreparations = [.. parts.TargetPreparations], Calibrators = [.. parts.Calibrators], Conformal = parts.Conformal,
        };
        _preparations = [.. parts.Preparations];
        _weights = _arena.Allocate<float>(recipe.ParameterFloats);
        parts.Weights.Span.CopyTo(_weights.Span);

        void Expect(string what, int found, int wanted)
        {
            if (found != wanted) throw new ArgumentException($"The recipe {recipe.Name} has {wanted} {what}; {found} were given.", nameof(parts));
        }
    }

    /// <summary>Features per row.</summary>
    public int InputSize => Recipe.InputSize;

    /// <summary>Laid out as the recipe's parameter buffer, the learned numbers of the loss included.</summary>
    internal ReadOnlySpan<float> Weights => _weights.Span;
    internal IReadOnlyList<IPreparation> Preparations => _preparations;

    /// <summary>The recipe.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected RecipeDefinition Recipe { get; }

    /// <summary>The network without training-time noise: prepared inputs [rows, InputSize] to scores [rows, outputs], with weights laid out as the parameter buffer.</summary>
    /// <remarks>Called by many threads at once, each with its own buffers, with at most 64 rows; may change the input.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Forward(
        NativeBuffer<float> input, int rows, NativeBuffer<float> scores, NativeBuffer<float> weights, NativeBuffer<float> scratch);

    /// <summary>Floats of scratch that <see cref="Forward"/> needs for so many rows; grows with them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract int ScratchFloats(int rows);

    /// <summary>What was fitted, and the names; the weights are kept apart.</summary>
    private ModelParts Parts { get; }

    /// <summary>What <see cref="Score(ReadOnlySpan{float}, Span{float}, int, bool)"/> does to a block of scores before they are handed out.</summary>
    /// <param name="scores">What the network gives, [rows, outputs]; changed in place.</param>
    /// <param name="rows">Rows in the block.</param>
    /// <returns>[rows, width], at the beginning of <paramref name="scores"/>.</returns>
    private protected abstract Span<float> Finish(Span<float> scores, int rows);

    /// <summary>Fills the results of one row or many, block by block.</summary>
    /// <param name="features">[rows, <see cref="InputSize"/>].</param>
    /// <param name="results">[rows, width].</param>
    /// <param name="width">Results of a row.</param>
    /// <param name="finished">Whether <see cref="Finish"/> is applied to what the network gives.</param>
    private protected void Score(ReadOnlySpan<float> features, Span<float> results, int width, bool finished = true)
    {
        int rows = features.Length / InputSize;
        ModelScratch scratch = RentScratch();
        for (int first = 0; first < rows; first += _blockRows)
        {
            int count = Math.Min(_blockRows, rows - first);
            Span<float> scores = NetworkScores(scratch, features.Slice(first * InputSize, count * InputSize), count);
            if (finished) scores = Finish(scores, count);
            scores.CopyTo(results[(first * width)..]);
        }
    }

    /// <summary>What the network gives for at most a block of rows.</summary>
    private protected Span<float> NetworkScores(ModelScratch scratch, ReadOnlySpan<float> features, int rows)
    {
        Span<float> input = scratch.Input.Span[..features.Length];
        features.CopyTo(input);
        foreach (IPreparation preparation in _preparations) preparation.Apply(input, InputSize);
        Forward(scratch.Input, rows, scratch.Scores, _weights, scratch.Working);
        GC.KeepAlive(this); // The weights are native memory that goes with this object.
        return scratch.Scores.Span[..(rows * Recipe.Outputs)];
    }

    private protected ModelScratch RentScratch()
    {
        if (_blockRows == 0) _blockRows = ChooseBlockRows();
        return ModelScratch.Rent(_blockRows * InputSize, _blockRows * Recipe.Outputs, ScratchFloats(_blockRows));
    }

    /// <summary>64 rows at once, fewer for networks so wide that the buffers would be large.</summary>
    private int ChooseBlockRows()
    {
        int rows = BlockRows;
        while (rows > 1 && (long)rows * (InputSize + Recipe.Outputs) + ScratchFloats(rows) > BlockFloats) rows /= 2;
        return rows;
    }

    private protected int Rows(ReadOnlySpan<float> features)
    {
        if (features.Length % InputSize != 0)
            throw new ArgumentException($"{features.Length} features are no whole rows: {Recipe.Name} takes {InputSize} per row.", nameof(features));
        return features.Length / InputSize;
    }

    private protected void CheckOneRow(ReadOnlySpan<float> features)
    {
        if (features.Length != InputSize)
            throw new ArgumentException($"{features.Length} features are not one row: {Recipe.Name} takes {InputSize}.", nameof(features));
    }

    /// <summary>Whether there is room for as many results as the rows have.</summary>
    private protected void CheckRoom(ReadOnlySpan<float> features, Span<float> results, int width, string what, string each)
    {
        int rows = Rows(features);
        if (results.Length != (long)rows * width)
            throw new ArgumentException($"There is room for {results.Length} {what}; {rows} {(rows == 1 ? "row" : "rows")} of {width} {each} take {(long)rows * width}.", what);
    }
}
