using Recipes.Training;

namespace Recipes;

/// <summary>A trained model of several labels: prepared features through the network and a sigmoid of each logit.</summary>
/// <inheritdoc cref="TrainedModel" path="/remarks"/>
public abstract class MultiLabelModel : TrainedModel
{
    /// <summary>Takes a copy of the weights and keeps the fitted parts, which nobody may change afterwards.</summary>
    /// <exception cref="ArgumentException">The parts do not belong to the recipe.</exception>
    protected MultiLabelModel(RecipeDefinition recipe, ModelParts parts) : base(recipe, parts, RecipeTask.MultiLabel) =>
        Labels = Array.AsReadOnly([.. parts.Classes]);

    /// <summary>The labels' names; <see cref="PredictLabels"/> gives indices into them.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The probability of each label, on its own: they do not sum to 1.</summary>
    /// <param name="features">Features as in the data, before any preparation, of one row or many: [rows, <see cref="TrainedModel.InputSize"/>].</param>
    /// <param name="probabilities">Filled with [rows, labels].</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void Predict(ReadOnlySpan<float> features, Span<float> probabilities)
    {
        CheckRoom(features, probabilities, Labels.Count, nameof(probabilities), "labels");
        Score(features, probabilities, Labels.Count);
    }

    /// <summary>The labels of one row whose probability is above one half.</summary>
    /// <param name="features">Features as in the data, [<see cref="TrainedModel.InputSize"/>].</param>
    /// <param name="scratch">Room for [labels].</param>
    /// <returns>The labels in ascending order, in <paramref name="scratch"/>.</returns>
    /// <exception cref="ArgumentException">It is not one row, or there is no room for all labels.</exception>
    public ReadOnlySpan<int> PredictLabels(ReadOnlySpan<float> features, Span<int> scratch)
    {
        CheckOneRow(features);
        if (scratch.Length < Labels.Count)
            throw new ArgumentException($"There is room for {scratch.Length} labels; a row may have all {Labels.Count}.", nameof(scratch));
        Span<float> scores = NetworkScores(RentScratch(), features, 1);
        int count = 0;
        for (int k = 0; k < scores.Length; k++)
            if (scores[k] > 0) scratch[count++] = k;
        return scratch[..count];
    }

    private protected override Span<float> Finish(Span<float> scores, int rows)
    {
        // Both forms are exact where the other overflows.
        foreach (ref float score in scores)
        {
            float e = MathF.Exp(-MathF.Abs(score));
            score = (score >= 0 ? 1 : e) / (1 + e);
        }
        return scores;
    }
}
