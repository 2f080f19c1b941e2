using System.Globalization;

namespace Recipes;

/// <summary>Divides scores by one temperature, chosen for the least negative log-likelihood on the calibration rows.</summary>
/// <remarks>"On Calibration of Modern Neural Networks" (2017). Rows whose label was never seen in train are passed over.</remarks>
public sealed class TemperatureScaling : ICalibrator
{
    /// <summary>The least temperature unless the recipe says otherwise.</summary>
    public const double DefaultMinimum = 0.05;
    /// <summary>The greatest temperature unless the recipe says otherwise.</summary>
    public const double DefaultMaximum = 20;

    private const int LeastRows = 10;
    private readonly double _minimum;
    private readonly double _maximum;
    private float _factor = 1;

    /// <param name="minimum">The least temperature.</param>
    /// <param name="maximum">The greatest temperature.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not 0 &lt; minimum ≤ maximum &lt; ∞.</exception>
    public TemperatureScaling(double minimum = DefaultMinimum, double maximum = DefaultMaximum)
    {
        if (!(minimum > 0)) throw new ArgumentOutOfRangeException(nameof(minimum), minimum, "A temperature is greater than 0.");
        if (!(maximum >= minimum && double.IsFinite(maximum)))
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "The greatest temperature is finite and not less than the least one.");
        _minimum = minimum;
        _maximum = maximum;
    }

    /// <summary>The temperature that scores are divided by; 1 before fitting.</summary>
    public double Temperature { get; private set; } = 1;

    /// <summary>The standard error of the temperature's logarithm, from the curvature of the likelihood; NaN where it has none.</summary>
    public double LogStandardError { get; private set; } = double.NaN;

    /// <summary>Rows that it was fitted on.</summary>
    public int Rows { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Ten: it is one number, but fewer rows say next to nothing of it.</summary>
    public int MinimumRows(int classes) => LeastRows;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths do not fit, or fewer than <see cref="MinimumRows"/> rows have a label seen in train.</exception>
    /// <exception cref="NotFiniteNumberException">A row holds NaN or +∞, or gives its true class −∞.</exception>
    public void Fit(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes)
    {
        CalibrationInput.Check(scores.Length, labels, classes);
        var likelihood = new TemperatureFit(scores, labels, classes);
        if (likelihood.Rows < LeastRows)
            throw new ArgumentException($"TemperatureScaling needs at least {LeastRows} rows; {likelihood.Rows} were given.", nameof(labels));

        (_, double slope, double curvature) = likelihood.At(1);
        bool flat = slope == 0 && curvature == 0;
        double beta = flat ? Math.Clamp(1, 1 / _maximum, 1 / _minimum) : likelihood.Minimize(1 / _maximum, 1 / _minimum);
        // Fisher information of log β is n · β² · curvature.
        double information = likelihood.Rows * beta * beta * likelihood.At(beta).Curvature;
        Set(1 / beta, information > 0 ? 1 / Math.Sqrt(information) : double.NaN, likelihood.Rows);
    }

    /// <inheritdoc/>
    public void Apply(Span<float> scores, int classes)
    {
        for (int i = 0; i < scores.Length; i++) scores[i] *= _factor;
    }

    /// <inheritdoc/>
    public string SaveState() => StateText.Write(("temperature", Temperature), ("logStandardError", LogStandardError), ("rows", Rows));

    /// <inheritdoc/>
    public void LoadState(string state)
    {
        double[] values = StateText.Read(state, nameof(TemperatureScaling), "temperature", "logStandardError", "rows");
        if (!(values[0] > 0 && double.IsFinite(values[0]) && values[2] is >= 0 and <= int.MaxValue))
            throw new FormatException($"TemperatureScaling: not a fitted state: {state}");
        Set(values[0], values[1], (int)values[2]);
    }

    private void Set(double temperature, double logStandardError, int rows)
    {
        Temperature = temperature;
        LogStandardError = logStandardError;
        Rows = rows;
        _factor = (float)(1 / temperature);

        double spread = Math.Exp(1.96 * logStandardError);
        string fitted = string.Create(CultureInfo.InvariantCulture, $"TemperatureScaling: temperature {temperature:0.####}, fitted on {rows} rows");
        Notes = AtBound(_minimum) ? [$"{fitted}. It reached its lower bound: the likelihood still rises there, as it does when no calibration row is predicted wrong."]
            : AtBound(_maximum) ? [$"{fitted}. It reached its upper bound: the likelihood still rises there, as it does when the scores say little about the classes."]
            : double.IsNaN(logStandardError) ? [$"{fitted}. All scores of a row are alike, so the likelihood does not depend on it."]
            : [string.Create(CultureInfo.InvariantCulture, $"{fitted} (95% interval {temperature / spread:0.##} to {temperature * spread:0.##}).")];
    }

    private bool AtBound(double bound) => Math.Abs(Temperature - bound) <= 1e-9 * bound;
}
