namespace Recipes;

/// <summary>The role of a group of rows.</summary>
public enum Split
{
    /// <summary>Rows that the weights, the preparation and the label set are learned from.</summary>
    Train,
    /// <summary>Rows for selection: early stopping, the best epoch, sweeps.</summary>
    Validation,
    /// <summary>Rows that calibrators and conformal predictors are fitted on.</summary>
    Calibration,
    /// <summary>Rows that are looked at once, for the report.</summary>
    Test,
}
