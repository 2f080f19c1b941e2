namespace Recipes;

/// <summary>A transformation of the regression targets that is fitted on the train rows and undone in every prediction.</summary>
public interface ITargetPreparation : IFitted
{
    /// <summary>Fits on train targets, [rows, targets] row-major.</summary>
    void Fit(ReadOnlySpan<float> targets, IReadOnlyList<string> targetNames);

    /// <summary>From the units of the data to what the network learns, in place, [rows, targets] row-major.</summary>
    void Apply(Span<float> targets, int targetCount);

    /// <summary>From what the network gives to the units of the data, in place, [rows, targets] row-major. Allocates nothing; safe for concurrent calls after fitting.</summary>
    void Undo(Span<float> predictions, int targetCount);
}
