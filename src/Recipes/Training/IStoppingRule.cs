namespace Recipes;

/// <summary>Decides after each evaluation on the validation rows whether the run goes on.</summary>
public interface IStoppingRule
{
    /// <summary>The metric that is watched and by which the best weights are chosen.</summary>
    Metric Metric { get; }

    /// <summary>Told the metric after an epoch (counted from 1); returns true to stop. <paramref name="improved"/>: these are the best weights so far.</summary>
    bool Observe(int epoch, double value, out bool improved);

    /// <summary>Restores the rule after a resume by telling it again what it observed.</summary>
    void Reset();
}
