using System.Globalization;
using System.Numerics;

namespace Recipes;

/// <summary>Sets of all classes whose probability is not less than what the true class had in 1 − α of the calibration rows.</summary>
/// <remarks>
/// The score of a class is 1 − its probability; the quantile is the k-th least score of the n calibration rows,
/// k = ⌈(n + 1)(1 − α)⌉ in exact arithmetic; a set holds every class whose score does not exceed it. Then
/// 1 − α ≤ P(true class in set) ≤ 1 − α + 1/(n + 1), the right side for scores without ties. Rows whose label was never seen in
/// train have an infinite score. "Least Ambiguous Set-Valued Classifiers with Bounded Error Levels" (2019).
/// </remarks>
public sealed class SplitConformal : IConformalPredictor
{
    /// <summary>The share of misses unless the recipe says otherwise.</summary>
    public const double DefaultAlpha = 0.1;

    private readonly double _alpha;
    private readonly ExactFraction _exactAlpha;

    /// <param name="alpha">The share of rows whose set may miss the true class.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not between 0 and 1.</exception>
    public SplitConformal(double alpha = DefaultAlpha)
    {
        if (!(alpha > 0 && alpha < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "α lies between 0 and 1, ends excluded.");
        _alpha = alpha;
        _exactAlpha = ExactFraction.Of(alpha);
    }

    /// <inheritdoc/>
    public double Coverage => 1 - _alpha;

    /// <summary>The least probability with which a class is in a set; −∞ puts every class in. +∞ before fitting.</summary>
    public float Threshold { get; private set; } = float.PositiveInfinity;

    /// <summary>Rows that it was fitted on.</summary>
    public int Rows { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>⌈1/α⌉ − 1: with fewer rows only the set of all classes keeps the promise.</summary>
    public int MinimumRows(int classes) => (int)BigInteger.Min(int.MaxValue, _exactAlpha.Reciprocal.CeilingOfProduct(1) - 1);

    /// <inheritdoc/>
    /// <remarks>With fewer than <see cref="MinimumRows"/> rows every set holds all classes.</remarks>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="NotFiniteNumberException">The probability of a true class is NaN.</exception>
    public void Fit(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> labels, int classes)
    {
        CalibrationInput.Check(probabilities.Length, labels, classes);
        int rows = labels.Length;
        var ofTruth = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            ofTruth[i] = labels[i] == RowScore.UnseenLabel ? float.NegativeInfinity : probabilities[i * classes + labels[i]];
            if (float.IsNaN(ofTruth[i])) throw new NotFiniteNumberException($"ConformalSets: a probability of calibration row {i} is not a number.");
        }

        // The k-th least score is the k-th greatest probability: comparing probabilities keeps ties that 1 − p would round away.
        Array.Sort(ofTruth);
        BigInteger rank = _exactAlpha.Complement.CeilingOfProduct(rows + 1);
        Set(rank > rows ? float.NegativeInfinity : ofTruth[rows - (int)rank], rows);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The set has more members than there is room for.</exception>
    public int PredictSet(ReadOnlySpan<float> probabilities, Span<int> set)
    {
        int size = 0;
        for (int k = 0; k < probabilities.Length; k++)
        {
            if (probabilities[k] < Threshold) continue; // NaN excludes nothing.
            if (size == set.Length) throw new ArgumentException($"There is room for {set.Length} classes; a set may hold all {probabilities.Length}.", nameof(set));
            set[size++] = k;
        }

        return size;
    }

    /// <inheritdoc/>
    public string SaveState() => StateText.Write(("threshold", Threshold), ("rows", Rows));

    /// <inheritdoc/>
    public void LoadState(string state)
    {
        double[] values = StateText.Read(state, nameof(SplitConformal), "threshold", "rows");
        if (double.IsNaN(values[0]) || values[1] is not (>= 0 and <= int.MaxValue)) throw new FormatException($"SplitConformal: not a fitted state: {state}");
        Set((float)values[0], (int)values[1]);
    }

    private void Set(float threshold, int rows)
    {
        Threshold = threshold;
        Rows = rows;
        string promise = string.Create(CultureInfo.InvariantCulture, $"ConformalSets: {Coverage:0.####} coverage promised, fitted on {rows} rows");
        Notes = float.IsNegativeInfinity(threshold)
            ? [$"{promise}. They are too few, or too many of them have a label never seen in train: every set holds all classes."]
            : [string.Create(CultureInfo.InvariantCulture, $"{promise}; a class is in the set from probability {threshold:0.######} on.")];
    }
}
