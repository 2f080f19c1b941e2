namespace Recipes;

/// <summary>Every metric of several labels over all rows of a split.</summary>
public sealed class MultiLabelMetrics
{
    private MultiLabelMetrics(MultiLabelSummary summary, LabelMetrics[] labels)
    {
        Summary = summary;
        Labels = labels;
    }

    /// <summary>The numbers that are also watched during training.</summary>
    public MultiLabelSummary Summary { get; }
    /// <summary>Rows.</summary>
    public long Count => Summary.Count;
    /// <inheritdoc cref="MultiLabelSummary.NegativeLogLikelihood"/>
    public double NegativeLogLikelihood => Summary.NegativeLogLikelihood;
    /// <inheritdoc cref="MultiLabelSummary.MacroF1"/>
    public double MacroF1 => Summary.MacroF1;
    /// <inheritdoc cref="MultiLabelSummary.MicroF1"/>
    public double MicroF1 => Summary.MicroF1;
    /// <inheritdoc cref="MultiLabelSummary.SubsetAccuracy"/>
    public double SubsetAccuracy => Summary.SubsetAccuracy;
    /// <inheritdoc cref="MultiLabelSummary.MeanAveragePrecision"/>
    public double MeanAveragePrecision => Summary.MeanAveragePrecision;
    /// <summary>The metrics of each label, in order.</summary>
    public IReadOnlyList<LabelMetrics> Labels { get; }

    /// <summary>From logits.</summary>
    /// <param name="scores">[rows, labels].</param>
    /// <param name="truth">1 for the labels that a row has, else 0, [rows, labels].</param>
    /// <param name="names">The labels' names.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="NotFiniteNumberException">A score is not finite.</exception>
    public static MultiLabelMetrics FromScores(ReadOnlySpan<float> scores, ReadOnlySpan<float> truth, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        int width = names.Count;
        if (scores.Length != truth.Length || truth.Length % width != 0)
            throw new ArgumentException($"{scores.Length} scores and {truth.Length} labels are not as many rows of {width}.");
        var accumulator = new MultiLabelAccumulator(width, truth.Length / width);
        for (int start = 0; start < truth.Length; start += width)
        {
            ReadOnlySpan<float> row = scores.Slice(start, width);
            for (int k = 0; k < width; k++)
                if (!float.IsFinite(row[k])) throw new NotFiniteNumberException($"The score of {names[k]} for row {start / width} is {row[k]}.");
            accumulator.Add(row, truth.Slice(start, width));
        }
        var labels = new LabelMetrics[width];
        for (int k = 0; k < width; k++) labels[k] = accumulator.OfLabel(k, names[k]);
        return new MultiLabelMetrics(accumulator.Summary(), labels);
    }
}

/// <summary>How well one label is told from its absence.</summary>
/// <param name="Name">The label.</param>
/// <param name="Support">Rows that have it.</param>
/// <param name="Predicted">Rows that were predicted to have it.</param>
/// <param name="Precision">Share of the rows predicted to have it that do; NaN when none was.</param>
/// <param name="Recall">Share of the rows that have it that were predicted to; NaN when none has it.</param>
/// <param name="F1">Harmonic mean of both; NaN when no row has it and none was predicted to.</param>
/// <param name="AveragePrecision">Area under the steps of precision over recall; NaN when no row has it.</param>
public readonly record struct LabelMetrics(string Name, long Support, long Predicted, double Precision, double Recall, double F1, double AveragePrecision);
