namespace Recipes;

/// <summary>What came of a run, whatever the recipe learns.</summary>
/// <typeparam name="TModel">The recipe's model.</typeparam>
/// <typeparam name="TTest">What is measured on the test rows.</typeparam>
public abstract class TrainingResult<TModel, TTest> where TModel : TrainedModel where TTest : class
{
    private readonly TModel? _model;
    private readonly TTest? _test;

    private protected TrainingResult(RunStatus status, TModel? model, TTest? test, RunReport report, NonFiniteLossException? failure, string? checkpoint)
    {
        Status = status;
        _model = model;
        _test = test;
        Report = report;
        Failure = failure;
        Checkpoint = checkpoint;
    }

    /// <summary>How the run ended.</summary>
    public RunStatus Status { get; }

    /// <summary>The trained model.</summary>
    /// <exception cref="InvalidOperationException">The run was cancelled or diverged; see <see cref="Status"/>.</exception>
    public TModel Model => _model ?? throw NothingToGive("model");

    /// <summary>Metrics on the test rows: of a class recipe before and after calibration, of a regression in the units of the data.</summary>
    /// <exception cref="InvalidOperationException">The run was cancelled or diverged, or there are no test rows.</exception>
    public TTest Test => _test
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

/// <summary>What came of a run of a class recipe.</summary>
public sealed class TrainingResult<TModel> : TrainingResult<TModel, TestMetrics> where TModel : ClassifierModel
{
    internal TrainingResult(RunStatus status, TModel? model, RunReport report, NonFiniteLossException? failure, string? checkpoint)
        : base(status, model, report.Record.Test, report, failure, checkpoint) { }
}

/// <summary>What came of a run of a regression.</summary>
public sealed class RegressionResult<TModel> : TrainingResult<TModel, RegressionMetrics> where TModel : RegressionModel
{
    internal RegressionResult(RunStatus status, TModel? model, RunReport report, NonFiniteLossException? failure, string? checkpoint)
        : base(status, model, report.Record.RegressionTest, report, failure, checkpoint) { }
}

/// <summary>What came of a run of a recipe of several labels.</summary>
public sealed class MultiLabelResult<TModel> : TrainingResult<TModel, MultiLabelMetrics> where TModel : MultiLabelModel
{
    internal MultiLabelResult(RunStatus status, TModel? model, RunReport report, NonFiniteLossException? failure, string? checkpoint)
        : base(status, model, report.Record.MultiLabelTest, report, failure, checkpoint) { }
}
