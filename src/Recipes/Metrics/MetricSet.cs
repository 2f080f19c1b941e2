namespace Recipes;

/// <summary>Every metric of a classifier over all rows of a split.</summary>
/// <remarks>
/// Rows whose label was never seen in train are counted in <see cref="Unseen"/>. They count as wrong in
/// <see cref="Accuracy"/> and in the calibration errors, as a true class of probability 0 in <see cref="Brier"/>, and are left
/// out of <see cref="NegativeLogLikelihood"/>, which they would make infinite.
/// </remarks>
public sealed class MetricSet
{
    private MetricSet(EvaluationSummary summary, ConfusionMatrix confusion, IReadOnlyList<string> classes, double[] confidences, bool[] correct)
    {
        Summary = summary;
        Confusion = confusion;
        Classes = ClassMetrics.Of(confusion, classes);
        ReliabilityBin[] width = Recipes.Reliability.EqualWidth(confidences, correct);
        ReliabilityBin[] mass = Recipes.Reliability.EqualMass(confidences, correct);
        Reliability = width;
        ReliabilityEqualMass = mass;
        MaximumCalibrationError = Recipes.Reliability.MaximumError(width);
        ExpectedCalibrationErrorEqualMass = Recipes.Reliability.ExpectedError(mass);
    }

    /// <summary>The numbers that are also watched during training.</summary>
    public EvaluationSummary Summary { get; }
    /// <summary>Rows.</summary>
    public long Count => Summary.Count;
    /// <summary>Rows whose label was never seen in train.</summary>
    public long Unseen => Summary.Unseen;
    /// <summary>Share of rows whose most probable class is the true one; of equals, the lowest class is predicted.</summary>
    public double Accuracy => Summary.Accuracy;
    /// <summary>Mean of −log p of the true class over the rows with a label seen in train, in nats.</summary>
    public double NegativeLogLikelihood => Summary.NegativeLogLikelihood;
    /// <summary>Mean squared distance to the one-hot label, summed over classes: 0 to 2.</summary>
    public double Brier => Summary.Brier;
    /// <summary>Mean gap between confidence and accuracy of the top label, over 15 right-closed bins of equal width.</summary>
    /// <remarks>"Obtaining Well Calibrated Probabilities Using Bayesian Binning" (2015).</remarks>
    public double ExpectedCalibrationError => Summary.ExpectedCalibrationError;
    /// <summary>The same over at most 15 bins of equal numbers of rows; rows of one confidence stay together.</summary>
    /// <remarks>"Measuring Calibration in Deep Learning" (2019).</remarks>
    public double ExpectedCalibrationErrorEqualMass { get; }
    /// <summary>The greatest gap of a bin of <see cref="Reliability"/>.</summary>
    public double MaximumCalibrationError { get; }
    /// <summary>Precision, recall and F1 of each class, in order.</summary>
    public IReadOnlyList<ClassMetrics> Classes { get; }
    /// <summary>Rows by true and predicted class.</summary>
    public ConfusionMatrix Confusion { get; }
    /// <summary>Confidence and accuracy in 15 bins of equal width, empty ones included.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability { get; }
    /// <summary>Confidence and accuracy in at most 15 bins of equal numbers of rows.</summary>
    public IReadOnlyList<ReliabilityBin> ReliabilityEqualMass { get; }

    /// <summary>The value of a metric.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="metric"/> is not a metric.</exception>
    public double Of(Metric metric) => Summary.Of(metric);

    /// <summary>From logits or other log-probabilities up to a constant.</summary>
    /// <param name="scores">[rows, classes].</param>
    /// <param name="labels">[rows]; −1 stands for a class never seen in train.</param>
    /// <param name="classes">The classes' names.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor −1.</exception>
    /// <exception cref="NotFiniteNumberException">A row holds NaN or +∞.</exception>
    public static MetricSet FromScores(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, IReadOnlyList<string> classes) =>
        Compute(scores, labels, classes, probabilities: false);

    /// <summary>From probabilities, taken as they are.</summary>
    /// <param name="probabilities">[rows, classes].</param>
    /// <param name="labels">[rows]; −1 stands for a class never seen in train.</param>
    /// <param name="classes">The classes' names.</param>
    /// <inheritdoc cref="FromScores"/>
    public static MetricSet FromProbabilities(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, IReadOnlyList<string> classes) =>
        Compute(probabilities, labels, classes, probabilities: true);

    private static MetricSet Compute(ReadOnlySpan<float> values, ReadOnlySpan<int> labels, IReadOnlyList<string> classes, bool probabilities)
    {
        ArgumentNullException.ThrowIfNull(classes);
        int width = classes.Count, rows = labels.Length;
        if (values.Length != (long)rows * width)
            throw new ArgumentException($"{values.Length} values are not {rows} rows of {width} classes.");

        var accumulator = new MetricAccumulator(width);
        var confusion = new ConfusionMatrix(width);
        var confidences = new double[rows];
        var correct = new bool[rows];
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<float> row = values.Slice(i * width, width);
            accumulator.Check(width, labels[i]);
            RowScore score = probabilities ? RowScore.OfProbabilities(row, labels[i]) : RowScore.OfScores(row, labels[i]);
            if (double.IsNaN(score.Confidence))
                throw new NotFiniteNumberException($"Row {i} of the scores holds a value that is not finite, in class {classes[score.Predicted]}.");
            accumulator.Add(score, labels[i]);
            confusion.Add(labels[i], score.Predicted);
            confidences[i] = score.Confidence;
            correct[i] = score.Predicted == labels[i];
        }

        return new MetricSet(accumulator.Summary(), confusion, classes, confidences, correct);
    }
}
