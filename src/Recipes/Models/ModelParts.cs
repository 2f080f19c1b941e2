namespace Recipes.Training;

/// <summary>What a model is made of: the outcome of a training run, or the content of a file.</summary>
public sealed class ModelParts
{
    /// <summary>Every trained tensor, laid out as the recipe's parameter buffer: [<see cref="RecipeDefinition.ParameterFloats"/>].</summary>
    public required ReadOnlyMemory<float> Weights { get; init; }
    /// <summary>The names of the classes, or of the labels that a row may have several of, in order.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];
    /// <summary>The targets' names of a regression, in order.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];
    /// <summary>Fitted preparations, in order.</summary>
    public IReadOnlyList<IPreparation> Preparations { get; init; } = [];
    /// <summary>Fitted preparations of a regression's targets, in order.</summary>
    public IReadOnlyList<ITargetPreparation> TargetPreparations { get; init; } = [];
    /// <summary>Fitted calibrators, in order.</summary>
    public IReadOnlyList<ICalibrator> Calibrators { get; init; } = [];
    /// <summary>The fitted conformal predictor; null if the recipe declares none.</summary>
    public IConformalPredictor? Conformal { get; init; }
}
