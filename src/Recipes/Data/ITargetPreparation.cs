namespace Recipes;

/// <summary>A transformation of the regression targets that is fitted on the train rows and undone in every prediction.</summary>
public interface ITargetPreparation : IFitted
{
    /// <summary>Fits on train targets, [rows, targets] row-major.</summary>
    void Fit(ReadOnlySpan<float> targets, IReadOnlyList<string> targetNames);

    /// <summary>From the units of the data to what the network learns, in place, [rows, targets] row-major.</summary>
    void Apply(Span<float> targets, int targetCount);

    /// <summary>Σ log |d prepared / d target| at one row: how much longer a small step of the targets becomes, for densities.</summary>
    /// <param name="targets">The row as it comes into this preparation, [targets].</param>
    double LogJacobian(ReadOnlySpan<float> targets);

    /// <summary>From what the network gives to the units of the data, in place, [rows, targets] row-major. Allocates nothing; safe for concurrent calls after fitting.</summary>
    void Undo(Span<float> predictions, int targetCount);
}
