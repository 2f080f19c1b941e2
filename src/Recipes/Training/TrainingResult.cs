namespace Recipes;

/// <summary>What came of a run.</summary>
public sealed class TrainingResult<TModel> where TModel : ClassifierModel
{
    private readonly TModel? _model;

    internal TrainingResult(RunStatus status, TModel? model, RunReport report, NonFiniteLossException? failure, string? checkpoint)
    {
        Status = status;
        _model = model;
        Report = report;
        Failure = failure;
        Checkpoint = checkpoint;
    }

    /// <summary>How the run ended.</summary>
    public RunStatus Status { get; }

    /// <summary>The trained model.</summary>
    /// <exception cref="InvalidOperationException">The run was cancelled or diverged; see <see cref="Status"/>.</exception>
    public TModel Model => _model ?? throw NothingToGive("model");

    /// <summary>Metrics on the test rows, before and after calibration.</summary>
    /// <exception cref="InvalidOperationException">The run was cancelled or diverged, or there are no test rows.</exception>
    public TestMetrics Test => Report.Record.Test
        ?? throw (_model is null ? NothingToGive("test metrics") : new InvalidOperationException("There are no test rows, so there are no test metrics."));

    /// <summary>The run in full, to read or to save; of a run that did not finish, as far as it went.</summary>
    public RunReport Report { get; }

    /// <summary>Why the run diverged; null if it did not.</summary>
    public NonFiniteLossException? Failure { get; }

    /// <summary>The run's last checkpoint; null if it keeps none.</summary>
    public string? Checkpoint { get; }

    /// <summary>What preparations, calibrators, the conformal predictor and a resume have to say.</summary>
    public IReadOnlyList<string> Notes => Report.Record.Notes;

    private InvalidOperationException NothingToGive(string what)
    {
        string why = Status == RunStatus.Diverged
            ? "the run diverged. " + Failure?.Message
            : "the run was cancelled before its end." + (Checkpoint is null ? "" : $" It can be resumed from '{Checkpoint}'.");
        return new InvalidOperationException($"There is no {what}: {why}", Failure);
    }
}
