using Recipes.Training;

namespace Recipes;

/// <summary>A trained regression: prepared features through the network, and its outputs in the units of the data.</summary>
/// <inheritdoc cref="TrainedModel" path="/remarks"/>
public abstract class RegressionModel : TrainedModel
{
    private readonly ITargetPreparation[] _targetPreparations;

    /// <summary>Takes a copy of the weights and keeps the fitted parts, which nobody may change afterwards.</summary>
    /// <exception cref="ArgumentException">The parts do not belong to the recipe.</exception>
    protected RegressionModel(RecipeDefinition recipe, ModelParts parts) : base(recipe, parts, RecipeTask.Regression)
    {
        if (parts.TargetPreparations.Count != recipe.TargetPreparations.Count)
            throw new ArgumentException($"The recipe {recipe.Name} has {recipe.TargetPreparations.Count} preparations of targets; {parts.TargetPreparations.Count} were given.", nameof(parts));
        Targets = Array.AsReadOnly([.. parts.Targets]);
        _targetPreparations = [.. parts.TargetPreparations];
    }

    /// <summary>The targets' names.</summary>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>Outputs of the network for each row: as many as targets, or several for each.</summary>
    public int OutputSize => Recipe.Outputs;

    /// <summary>The predicted targets, in the units of the data.</summary>
    /// <param name="features">Features as in the data, before any preparation, of one row or many: [rows, <see cref="TrainedModel.InputSize"/>].</param>
    /// <param name="predictions">Filled with [rows, targets].</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void Predict(ReadOnlySpan<float> features, Span<float> predictions)
    {
        CheckRoom(features, predictions, Targets.Count, nameof(predictions), "targets");
        Score(features, predictions, Targets.Count);
    }

    /// <summary>The predicted target of one row, in the units of the data.</summary>
    /// <param name="features">Features as in the data, [<see cref="TrainedModel.InputSize"/>].</param>
    /// <exception cref="ArgumentException">It is not one row.</exception>
    /// <exception cref="InvalidOperationException">The recipe has several targets.</exception>
    public float Predict(ReadOnlySpan<float> features)
    {
        if (Targets.Count != 1) throw new InvalidOperationException($"The recipe {Recipe.Name} predicts {Targets.Count} targets: give a span that they go into.");
        CheckOneRow(features);
        return Finish(NetworkScores(RentScratch(), features, 1), 1)[0];
    }

    /// <summary>All that the network gives, as the losses see it: before the preparation of the targets is undone. Block by block, each of as many as there are targets.</summary>
    /// <param name="features">Features as in the data, of one row or many: [rows, <see cref="TrainedModel.InputSize"/>].</param>
    /// <param name="outputs">Filled with [rows, <see cref="OutputSize"/>].</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void PredictOutputs(ReadOnlySpan<float> features, Span<float> outputs)
    {
        CheckRoom(features, outputs, OutputSize, nameof(outputs), "outputs");
        Score(features, outputs, OutputSize, finished: false);
    }

    private protected override Span<float> Finish(Span<float> scores, int rows) =>
        TargetBlocks.Predictions(scores, rows, Recipe.Outputs, Targets.Count, _targetPreparations);
}
