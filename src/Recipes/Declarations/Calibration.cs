namespace Recipes;

/// <summary>Divides the logits by one number, fitted on calibration rows, so that probabilities say how often the model is right.</summary>
/// <remarks>
/// The first thing to try: it changes no predicted class and needs few rows. It cannot help where classes are miscalibrated
/// in different ways. "On Calibration of Modern Neural Networks" (2017).
/// </remarks>
[Technique("002-001")]
[AttributeUsage(AttributeTargets.Class)]
[Component<TemperatureScaling>]
public sealed class TemperatureScalingAttribute : Attribute
{
    /// <summary>The least temperature; reaching it is said in the report.</summary>
    [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)]
    public double Minimum { get; set; } = TemperatureScaling.DefaultMinimum;
    /// <summary>The greatest temperature; reaching it is said in the report.</summary>
    [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)]
    public double Maximum { get; set; } = TemperatureScaling.DefaultMaximum;
}

/// <summary>Adds to the model sets of classes that hold the true one with probability 1 − <see cref="Alpha"/>, whatever the model is worth.</summary>
/// <remarks>
/// Split-conformal prediction with the score 1 − p of the true class (least ambiguous sets: the smallest on average; they may be
/// empty). The promise is for rows drawn as the calibration rows were, on average over them, not for each class. Needs
/// ⌈1/α⌉ − 1 calibration rows of its own. "Least Ambiguous Set-Valued Classifiers with Bounded Error Levels" (2019).
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
[Component<SplitConformal>]
public sealed class ConformalSetsAttribute : Attribute
{
    /// <summary>The share of rows whose set may miss the true class.</summary>
    [Range(0, 1, ExclusiveMinimum = true, ExclusiveMaximum = true)]
    public double Alpha { get; set; } = SplitConformal.DefaultAlpha;
}
