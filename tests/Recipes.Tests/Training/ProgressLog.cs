namespace Recipes.Tests.Training;

/// <summary>A listener that keeps the last report and a count, and does what a test asks it to.</summary>
internal sealed class ProgressLog(Action<TrainingProgress>? told = null) : IProgress<TrainingProgress>
{
    public int Reports { get; private set; }
    public int EpochEnds { get; private set; }
    public TrainingProgress Last { get; private set; }

    public void Report(TrainingProgress value)
    {
        Reports++;
        if (value.EndsEpoch) EpochEnds++;
        Last = value;
        told?.Invoke(value);
    }
}
