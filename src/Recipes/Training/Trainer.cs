using System.ComponentModel;

namespace Recipes.Training;

/// <summary>Base of every generated trainer: runs a recipe on data, step by step or to its end.</summary>
public abstract class Trainer<TModel> : TrainerBase where TModel : ClassifierModel
{
    private TrainingResult<TModel>? _result;

    /// <inheritdoc cref="TrainerBase(RecipeDefinition, Splits, TrainingOptions)"/>
    protected Trainer(RecipeDefinition recipe, Splits splits, TrainingOptions? options) : base(recipe, splits, options)
    {
    }

    /// <summary>Makes the recipe's model. Written by the generator.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract TModel CreateModel(ModelParts parts);

    /// <summary>Runs what is left of the epochs, then <see cref="Finish"/>.</summary>
    /// <remarks>
    /// Cancelling lets the step under way end and writes a checkpoint, if there is a run directory; it does not throw. A loss that
    /// stops being a number ends the run with the status <see cref="RunStatus.Diverged"/>.
    /// </remarks>
    public TrainingResult<TModel> Run(CancellationToken cancellationToken = default)
    {
        try
        {
            while (!IsOver)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    SaveToDirectory();
                    return new TrainingResult<TModel>(RunStatus.Cancelled, null, Report(RunStatus.Cancelled, null), null, LastCheckpoint);
                }
                RunStep();
            }
            return Finish();
        }
        catch (NonFiniteLossException failure)
        {
            return new TrainingResult<TModel>(RunStatus.Diverged, null, Report(RunStatus.Diverged, null), failure, LastCheckpoint);
        }
    }

    /// <summary>Ends the training: chooses the weights, fits calibrators and the conformal predictor, opens the test split, makes model and report.</summary>
    /// <remarks>
    /// The weights are the averaged ones if the recipe averages, and those of the best epoch if it has a stopping rule; a trainer that
    /// is driven by hand may be finished at any step. A second call gives the same result.
    /// </remarks>
    /// <exception cref="NonFiniteLossException">The weights are not finite.</exception>
    /// <exception cref="IOException">Model or report cannot be written to the run directory.</exception>
    public TrainingResult<TModel> Finish()
    {
        if (_result is not null) return _result;
        AfterTraining outcome = FitAndTest();
        TModel model = CreateModel(outcome.Parts);
        RunStatus status = StoppedEarly ? RunStatus.StoppedEarly : RunStatus.Completed;
        RunReport report = Report(status, outcome);
        SaveOutcome(model, report);
        return _result = new TrainingResult<TModel>(status, model, report, null, LastCheckpoint);
    }
}
