namespace Recipes;

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    /// <summary>All epochs were run.</summary>
    Completed,
    /// <summary>The recipe's stopping rule ended the run; the model has the best weights.</summary>
    StoppedEarly,
    /// <summary>The caller asked to stop; a run directory holds a checkpoint to resume from. There is no model.</summary>
    Cancelled,
    /// <summary>The loss or its gradient stopped being a number; <see cref="TrainingResult{TModel, TTest}.Failure"/> names where. There is no model.</summary>
    Diverged,
}

/// <summary>Whether a run continues from the checkpoint in its run directory.</summary>
public enum ResumeMode
{
    /// <summary>Starts anew; what an earlier run left in the run directory is replaced.</summary>
    Never,
    /// <summary>Continues from the checkpoint if there is one, else starts anew.</summary>
    IfPresent,
    /// <summary>Continues from the checkpoint; it is an error if there is none.</summary>
    Required,
}
