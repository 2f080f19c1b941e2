namespace Recipes;

/// <summary>A transformation of the features that is fitted on the train rows and kept in the model.</summary>
public interface IPreparation : IFitted
{
    /// <summary>Fits on train features, [rows, features] row-major.</summary>
    void Fit(ReadOnlySpan<float> features, int featureCount, IReadOnlyList<string> featureNames);

    /// <summary>Transforms features in place, [rows, features] row-major.</summary>
    void Apply(Span<float> features, int featureCount);
}

/// <summary>Something that learns from data after construction and can be kept as text in the model's file.</summary>
public interface IFitted
{
    /// <summary>What was fitted, as culture-free text; empty when nothing was.</summary>
    string SaveState();

    /// <summary>Restores what <see cref="SaveState"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by <see cref="SaveState"/> of this type.</exception>
    void LoadState(string state);

    /// <summary>Notes for the report and the console: what was fitted and anything a reader should know (a bound reached, a constant column).</summary>
    IReadOnlyList<string> Notes => [];
}
