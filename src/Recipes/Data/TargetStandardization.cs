using System.Globalization;

namespace Recipes;

/// <summary>Lets the network learn (y − mean)/scale for every target y, with mean and scale taken from the train rows, and gives predictions back in the units of the data.</summary>
/// <remarks>Means, scales and constant columns are those of <see cref="Standardization"/>; undoing is y = mean + scale·z, in double precision.</remarks>
public sealed class TargetStandardization : ITargetPreparation
{
    private readonly Standardization _standardization = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>The mean of each target, [targets]; empty before <see cref="Fit"/>.</summary>
    public ReadOnlySpan<double> Means => _standardization.Means;

    /// <summary>What each target is divided by, [targets]; empty before <see cref="Fit"/>.</summary>
    public ReadOnlySpan<double> Scales => _standardization.Scales;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no row, or the targets are not a whole number of rows.</exception>
    public void Fit(ReadOnlySpan<float> targets, IReadOnlyList<string> targetNames)
    {
        ArgumentNullException.ThrowIfNull(targetNames);
        _standardization.Fit(targets, targetNames.Count, targetNames);
        var notes = new string[targetNames.Count];
        for (int t = 0; t < notes.Length; t++)
            notes[t] = string.Create(CultureInfo.InvariantCulture, $"StandardizeTargets: {targetNames[t]} has mean {Means[t]:G6} and scale {Scales[t]:G6} over the train rows");
        Notes = notes;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The targets are not whole rows of as many targets as were fitted.</exception>
    public void Apply(Span<float> targets, int targetCount) => _standardization.Apply(targets, targetCount);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The predictions are not whole rows of as many targets as were fitted.</exception>
    public void Undo(Span<float> predictions, int targetCount)
    {
        if (targetCount != Means.Length || predictions.Length % targetCount != 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The predictions must be whole rows of {Means.Length}, as fitted; there are {predictions.Length} values in rows of {targetCount}."), nameof(predictions));
        for (int start = 0; start < predictions.Length; start += targetCount)
            for (int t = 0; t < targetCount; t++) predictions[start + t] = (float)(Means[t] + (Scales[t] * predictions[start + t]));
    }

    /// <inheritdoc/>
    public double LogJacobian(ReadOnlySpan<float> targets)
    {
        double sum = 0;
        foreach (double scale in Scales) sum -= Math.Log(scale);
        return sum;
    }

    /// <inheritdoc/>
    public string SaveState() => _standardization.SaveState();

    /// <inheritdoc/>
    public void LoadState(string state)
    {
        _standardization.LoadState(state);
        Notes = [];
    }
}
