namespace Recipes;

/// <summary>A post-hoc correction of the predicted scores, fitted on calibration rows of its own.</summary>
/// <remarks>Scores are log-probabilities up to a constant per row: logits at first, whatever the previous calibrator left after that. A softmax follows the last one.</remarks>
public interface ICalibrator : IFitted
{
    /// <summary>The fewest rows that the method can bear.</summary>
    int MinimumRows(int classes);

    /// <summary>Fits on scores [rows, classes] and labels [rows].</summary>
    void Fit(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes);

    /// <summary>Corrects scores [rows, classes] in place; allocates nothing; safe for concurrent calls after fitting.</summary>
    void Apply(Span<float> scores, int classes);
}

/// <summary>Turns probabilities into sets of classes that hold the true one with a promised probability.</summary>
public interface IConformalPredictor : IFitted
{
    /// <summary>The fewest rows that the promise can be kept with.</summary>
    int MinimumRows(int classes);

    /// <summary>Fits on calibrated probabilities [rows, classes] and labels [rows].</summary>
    void Fit(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, int classes);

    /// <summary>Writes the classes of one example's set in ascending order; returns how many. Allocates nothing.</summary>
    int PredictSet(ReadOnlySpan<float> probabilities, Span<int> set);

    /// <summary>The promised probability, 1 − α.</summary>
    double Coverage { get; }
}
