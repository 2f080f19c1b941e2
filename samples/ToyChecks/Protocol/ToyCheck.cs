namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>A published claim, tried on a small problem: two recipes that differ by the technique, tuned alike.</summary>
internal sealed class ToyCheck
{
    /// <summary>The attribute, or what else is tried.</summary>
    public required string Technique { get; init; }

    /// <summary>Its id in the catalogue; null if it is not listed there.</summary>
    public string? Id { get; init; }

    public required ToyProblem Problem { get; init; }

    public required Claim Claim { get; init; }

    public required Arm Baseline { get; init; }

    public required Arm Treated { get; init; }

    /// <summary>What settings are chosen by, on validation rows alone; the negative log-likelihood unless a check says otherwise.</summary>
    public Measure Selection { get; init; } = Recipes.Samples.ToyChecks.Measures.Classification.NegativeLogLikelihood("validation");

    /// <summary>Both arms try equally many settings.</summary>
    /// <exception cref="InvalidOperationException">They do not, or one tries none.</exception>
    public void CheckBudget()
    {
        if (Baseline.Settings.Count == 0 || Baseline.Settings.Count != Treated.Settings.Count)
            throw new InvalidOperationException(
                $"{Technique}: the baseline tries {Baseline.Settings.Count} settings and the technique {Treated.Settings.Count}. Give both the same budget.");
    }
}

/// <summary>A class that declares a check; each is found by being there.</summary>
internal interface IToyCheck
{
    ToyCheck Check { get; }
}
