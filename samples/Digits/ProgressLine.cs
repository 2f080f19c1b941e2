namespace Recipes.Samples;

/// <summary>One live line on a terminal; one line per five epochs in a pipe.</summary>
internal sealed class ProgressLine : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        string line =
            $"epoch {value.Epoch,2}/{value.Epochs}  step {value.Step}/{value.Steps}  loss {value.Loss:F4}" +
            (value.Validation is { } validation ? $"  validation accuracy {validation[Metric.Accuracy]:P1}, nll {validation[Metric.NegativeLogLikelihood]:F4}" : "") +
            $"  rate {value.LearningRate:G3}  {value.RowsPerSecond:N0} rows/s  {value.Remaining.TotalSeconds:F0} s left";
        if (!Console.IsOutputRedirected) Console.Write("\r" + line.PadRight(Math.Max(0, Math.Min(Console.WindowWidth - 1, 140))));
        else if (value.EndsEpoch && (value.Epoch % 5 == 0 || value.Epoch == 1 || value.Epoch == value.Epochs)) Console.WriteLine(line);
    }
}
