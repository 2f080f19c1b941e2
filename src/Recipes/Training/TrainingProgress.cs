namespace Recipes;

/// <summary>Where a run is, as told to <see cref="TrainingOptions.Progress"/>.</summary>
/// <param name="Epoch">The epoch of the step just done, counted from 1.</param>
/// <param name="Epochs">Epochs of the whole run.</param>
/// <param name="Step">Optimizer steps done over the whole run.</param>
/// <param name="Steps">Optimizer steps of the whole run.</param>
/// <param name="EndsEpoch">Whether the step just done was the last of its epoch.</param>
/// <param name="Loss">Mean loss over the rows of this epoch so far.</param>
/// <param name="LearningRate">The learning rate of the step just done.</param>
/// <param name="Validation">The latest evaluation on the validation rows; null before the first, and without such rows.</param>
/// <param name="RowsPerSecond">Train rows per second since this process started or resumed the run.</param>
/// <param name="Remaining">Time left at that speed if all epochs are run.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, long Step, long Steps, bool EndsEpoch, double Loss, double LearningRate,
    MetricValues? Validation, double RowsPerSecond, TimeSpan Remaining);
