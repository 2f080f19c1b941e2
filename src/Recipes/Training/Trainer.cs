using System.ComponentModel;

namespace Recipes.Training;

/// <summary>What the trainers of every kind of recipe share: running to the end, and finishing. Not for direct use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Trainer<TModel, TResult> : TrainerBase where TModel : TrainedModel where TResult : class
{
    private TResult? _result;

    /// <inheritdoc cref="TrainerBase(RecipeDefinition, Splits, TrainingOptions)"/>
    private protected Trainer(RecipeDefinition recipe, Splits splits, TrainingOptions? options, RecipeTask task) : base(recipe, splits, options)
    {
        if (recipe.Task == task) return;
        Dispose();
        throw new ArgumentException($"The recipe {recipe.Name} is one of {recipe.Task}, its trainer one of {task}.", nameof(recipe));
    }

    /// <summary>Makes the recipe's model. Written by the generator.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract TModel CreateModel(ModelParts parts);

    private protected abstract TResult Result(RunStatus status, TModel? model, RunReport report, NonFiniteLossException? failure);

    /// <summary>Runs what is left of the epochs, then <see cref="Finish"/>.</summary>
    /// <remarks>
    /// Cancelling lets the step under way end and writes a checkpoint, if there is a run directory; it does not throw. A loss that
    /// stops being a number ends the run with the status <see cref="RunStatus.Diverged"/>.
    /// </remarks>
    public TResult Run(CancellationToken cancellationToken = default)
    {
        try
        {
            while (!IsOver)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    SaveToDirectory();
                    return Result(RunStatus.Cancelled, null, Report(RunStatus.Cancelled, null), null);
                }
                RunStep();
            }
            return Finish();
        }
        catch (NonFiniteLossException failure)
        {
            return Result(RunStatus.Diverged, null, Report(RunStatus.Diverged, null), failure);
        }
    }

    /// <summary>Ends the training: chooses the weights, fits calibrators and the conformal predictor, opens the test split, makes model and report.</summary>
    /// <remarks>
    /// The weights are the averaged ones if the recipe averages, and those of the best epoch if it has a stopping rule; a trainer that
    /// is driven by hand may be finished at any step. A second call gives the same result.
    /// </remarks>
    /// <exception cref="NonFiniteLossException">The weights are not finite.</exception>
    /// <exception cref="IOException">Model or report cannot be written to the run directory.</exception>
    public TResult Finish()
    {
        if (_result is not null) return _result;
        AfterTraining outcome = FitAndTest();
        TModel model = CreateModel(outcome.Parts);
        RunStatus status = StoppedEarly ? RunStatus.StoppedEarly : RunStatus.Completed;
        RunReport report = Report(status, outcome);
        SaveOutcome(model, report);
        return _result = Result(status, model, report, null);
    }
}

/// <summary>Base of every generated trainer of a class recipe: runs it on data, step by step or to its end.</summary>
public abstract class Trainer<TModel> : Trainer<TModel, TrainingResult<TModel>> where TModel : ClassifierModel
{
    /// <inheritdoc cref="TrainerBase(RecipeDefinition, Splits, TrainingOptions)"/>
    protected Trainer(RecipeDefinition recipe, Splits splits, TrainingOptions? options) : base(recipe, splits, options, RecipeTask.Classification)
    {
    }

    /// <summary>Metrics of the current weights on a split; the averaged weights if the recipe averages.</summary>
    /// <exception cref="InvalidOperationException">The split is the test split, which <c>Finish</c> opens, once; or it has no rows.</exception>
    public EvaluationSummary Evaluate(Split split) => new(EvaluateSplit(split));

    private protected override TrainingResult<TModel> Result(RunStatus status, TModel? model, RunReport report, NonFiniteLossException? failure) =>
        new(status, model, report, failure, LastCheckpoint);
}

/// <summary>Base of every generated trainer of a regression: runs it on data, step by step or to its end.</summary>
public abstract class RegressionTrainer<TModel> : Trainer<TModel, RegressionResult<TModel>> where TModel : RegressionModel
{
    /// <inheritdoc cref="TrainerBase(RecipeDefinition, Splits, TrainingOptions)"/>
    protected RegressionTrainer(RecipeDefinition recipe, Splits splits, TrainingOptions? options) : base(recipe, splits, options, RecipeTask.Regression)
    {
    }

    /// <inheritdoc cref="Trainer{TModel}.Evaluate"/>
    public RegressionSummary Evaluate(Split split) => new(EvaluateSplit(split));

    private protected override RegressionResult<TModel> Result(RunStatus status, TModel? model, RunReport report, NonFiniteLossException? failure) =>
        new(status, model, report, failure, LastCheckpoint);
}

/// <summary>Base of every generated trainer of several labels: runs the recipe on data, step by step or to its end.</summary>
public abstract class MultiLabelTrainer<TModel> : Trainer<TModel, MultiLabelResult<TModel>> where TModel : MultiLabelModel
{
    /// <inheritdoc cref="TrainerBase(RecipeDefinition, Splits, TrainingOptions)"/>
    protected MultiLabelTrainer(RecipeDefinition recipe, Splits splits, TrainingOptions? options) : base(recipe, splits, options, RecipeTask.MultiLabel)
    {
    }

    /// <inheritdoc cref="Trainer{TModel}.Evaluate"/>
    public MultiLabelSummary Evaluate(Split split) => new(EvaluateSplit(split));

    private protected override MultiLabelResult<TModel> Result(RunStatus status, TModel? model, RunReport report, NonFiniteLossException? failure) =>
        new(status, model, report, failure, LastCheckpoint);
}
