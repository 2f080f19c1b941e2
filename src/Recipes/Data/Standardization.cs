using System.Globalization;
using System.Numerics;

namespace Recipes;

/// <summary>Replaces every feature x by (x − mean)/scale, with mean and scale taken from the train rows.</summary>
/// <remarks>
/// The scale is the population standard deviation (÷ n), as in scikit-learn's <c>StandardScaler</c>; a column that is constant but
/// for rounding keeps the scale 1, and a note says so. Both are computed and applied in double precision.
/// </remarks>
public sealed class Standardization : IPreparation
{
    private double[] _means = [];
    private double[] _scales = [];
    private double[] _factors = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>The mean of each feature, [features]; empty before <see cref="Fit"/>.</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>What each feature is divided by, [features]; empty before <see cref="Fit"/>.</summary>
    public ReadOnlySpan<double> Scales => _scales;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no row, or the features are not a whole number of rows.</exception>
    public void Fit(ReadOnlySpan<float> features, int featureCount, IReadOnlyList<string> featureNames)
    {
        ArgumentNullException.ThrowIfNull(featureNames);
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        if (features.Length == 0 || features.Length % featureCount != 0)
            throw new ArgumentException("The features must be one or more whole rows.", nameof(features));
        double rows = features.Length / featureCount;
        double[] means = new double[featureCount];
        for (int i = 0; i < features.Length; i += featureCount)
            for (int j = 0; j < featureCount; j++) means[j] += features[i + j];
        for (int j = 0; j < featureCount; j++) means[j] /= rows;

        double[] scales = new double[featureCount];
        for (int i = 0; i < features.Length; i += featureCount)
        {
            for (int j = 0; j < featureCount; j++)
            {
                double deviation = features[i + j] - means[j];
                scales[j] += deviation * deviation;
            }
        }

        var constant = new List<string>();
        for (int j = 0; j < featureCount; j++)
        {
            double variance = scales[j] / rows;
            scales[j] = Math.Sqrt(variance);
            if (!IsConstant(variance, means[j], rows)) continue;
            scales[j] = 1;
            constant.Add(featureNames[j]);
        }
        Use(means, scales);
        Notes = constant.Count == 0 ? [] :
            [string.Create(CultureInfo.InvariantCulture, $"{constant.Count} of {featureCount} features are constant over the train rows and are only shifted: {string.Join(", ", constant)}")];
    }

    /// <inheritdoc/>
    /// <remarks>Allocates nothing; safe for concurrent calls after fitting.</remarks>
    /// <exception cref="ArgumentException">The features are not whole rows of as many features as were fitted.</exception>
    public void Apply(Span<float> features, int featureCount)
    {
        if (featureCount != _means.Length || features.Length % featureCount != 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The features must be whole rows of {_means.Length}, as fitted; there are {features.Length} values in rows of {featureCount}."), nameof(features));
        for (int i = 0; i < features.Length; i += featureCount) ApplyToRow(features.Slice(i, featureCount));
    }

    /// <summary>The same operations for every vector width, without fused ones, so that all processors agree.</summary>
    private void ApplyToRow(Span<float> row)
    {
        int j = 0;
        int half = Vector<double>.Count;
        for (; j <= row.Length - (2 * half); j += 2 * half)
        {
            Vector.Widen(new Vector<float>(row[j..]), out Vector<double> low, out Vector<double> high);
            low = (low - new Vector<double>(_means, j)) * new Vector<double>(_factors, j);
            high = (high - new Vector<double>(_means, j + half)) * new Vector<double>(_factors, j + half);
            Vector.Narrow(low, high).CopyTo(row[j..]);
        }
        for (; j < row.Length; j++) row[j] = (float)((row[j] - _means[j]) * _factors[j]);
    }

    /// <inheritdoc/>
    public string SaveState() =>
        _means.Length == 0 ? "" : $"means {Write(_means)}; scales {Write(_scales)}";

    /// <inheritdoc/>
    public void LoadState(string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        string[] parts = state.Length == 0 ? ["means ", "scales "] : state.Split("; ");
        if (parts.Length != 2) throw Foreign();
        double[] means = Read(parts[0], "means ");
        double[] scales = Read(parts[1], "scales ");
        bool usable = means.Length == scales.Length && Array.TrueForAll(means, double.IsFinite)
            && Array.TrueForAll(scales, scale => scale > 0 && double.IsFinite(scale) && double.IsFinite(1 / scale));
        if (!usable) throw Foreign();
        Use(means, scales);
        Notes = [];
    }

    private void Use(double[] means, double[] scales)
    {
        (_means, _scales) = (means, scales);
        _factors = Array.ConvertAll(scales, scale => 1 / scale);
    }

    /// <summary>Whether a column's variance is within the rounding error of computing it: scikit-learn's bound.</summary>
    private static bool IsConstant(double variance, double mean, double rows)
    {
        const double Epsilon = 1.0 / (1L << 52);
        return variance <= (rows * Epsilon * variance) + (rows * mean * Epsilon * (rows * mean * Epsilon));
    }

    // The shortest text that reads back as the same number.
    private static string Write(double[] values) => string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    private static double[] Read(string text, string name)
    {
        if (!text.StartsWith(name, StringComparison.Ordinal)) throw Foreign();
        string[] numbers = text[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.ConvertAll(numbers, number =>
            double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw Foreign());
    }

    private static FormatException Foreign() => new("This is not the state of a standardization: \"means m m …; scales s s …\" with as many of each, all finite and every scale positive.");
}
