using Recipes.Engine;
using Recipes.Training;

namespace Recipes;

/// <summary>A trained classifier: prepared features through the network, its calibrators and a softmax.</summary>
/// <inheritdoc cref="TrainedModel" path="/remarks"/>
public abstract class ClassifierModel : TrainedModel
{
    private readonly ICalibrator[] _calibrators;
    private readonly IConformalPredictor? _conformal;

    /// <summary>Takes a copy of the weights and keeps the fitted parts, which nobody may change afterwards.</summary>
    /// <exception cref="ArgumentException">The parts do not belong to the recipe.</exception>
    protected ClassifierModel(RecipeDefinition recipe, ModelParts parts) : base(recipe, parts, RecipeTask.Classification)
    {
        Expect("calibrators", parts.Calibrators.Count, recipe.Calibrators.Count);
        Expect("conformal predictors", parts.Conformal is null ? 0 : 1, recipe.Conformal is null ? 0 : 1);
        Classes = Array.AsReadOnly([.. parts.Classes]);
        _calibrators = [.. parts.Calibrators];
        _conformal = parts.Conformal;

        void Expect(string what, int found, int wanted)
        {
            if (found != wanted) throw new ArgumentException($"The recipe {recipe.Name} has {wanted} {what}; {found} were given.", nameof(parts));
        }
    }

    /// <summary>The classes' names; <see cref="Classify"/> and <see cref="PredictSet"/> give indices into them.</summary>
    public IReadOnlyList<string> Classes { get; }

    internal IReadOnlyList<ICalibrator> Calibrators => _calibrators;

    /// <summary>The probability of each class.</summary>
    /// <param name="features">Features as in the data, before any preparation, of one row or many: [rows, <see cref="TrainedModel.InputSize"/>].</param>
    /// <param name="probabilities">Filled with [rows, classes].</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void Predict(ReadOnlySpan<float> features, Span<float> probabilities)
    {
        CheckRoom(features, probabilities, Classes.Count, nameof(probabilities), "classes");
        Score(features, probabilities, Classes.Count);
    }

    /// <summary>The calibrated logits of each class: log-probabilities up to a constant of the row.</summary>
    /// <param name="features">Features as in the data, before any preparation, of one row or many: [rows, <see cref="TrainedModel.InputSize"/>].</param>
    /// <param name="logits">Filled with [rows, classes].</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void PredictLogits(ReadOnlySpan<float> features, Span<float> logits)
    {
        CheckRoom(features, logits, Classes.Count, nameof(logits), "classes");
        Score(features, logits, Classes.Count, finished: false);
        foreach (ICalibrator calibrator in _calibrators) calibrator.Apply(logits, Classes.Count);
    }

    /// <summary>The most probable class of one row; of equals, the lowest.</summary>
    /// <param name="features">Features as in the data, [<see cref="TrainedModel.InputSize"/>].</param>
    /// <exception cref="ArgumentException">It is not one row.</exception>
    public int Classify(ReadOnlySpan<float> features)
    {
        CheckOneRow(features);
        return RowScore.ArgMax(Calibrated(NetworkScores(RentScratch(), features, 1)));
    }

    /// <summary>The classes that one row may belong to: the set holds the true class with the promised probability, and may be empty.</summary>
    /// <param name="features">Features as in the data, [<see cref="TrainedModel.InputSize"/>].</param>
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
        Span<float> probabilities = Finish(NetworkScores(RentScratch(), features, 1), 1);
        return scratch[.._conformal.PredictSet(probabilities, scratch)];
    }

    private protected override Span<float> Finish(Span<float> scores, int rows)
    {
        Probabilities.FromScores(Calibrated(scores), Classes.Count);
        return scores;
    }

    private Span<float> Calibrated(Span<float> scores)
    {
        foreach (ICalibrator calibrator in _calibrators) calibrator.Apply(scores, Classes.Count);
        return scores;
    }
}
