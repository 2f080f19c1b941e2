namespace Recipes;

/// <summary>Makes the recipe a regression: it predicts so many numbers for each row, in the units of the data.</summary>
/// <remarks>
/// The last layer has as many outputs, or a whole multiple for losses that take several outputs for each target: a loss's
/// first <c>Outputs</c> parameter is the first block of them, which is also the prediction.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TargetsAttribute([Range(1, 1 << 16)] int count) : Attribute
{
    /// <summary>Targets per row.</summary>
    public int Count { get; } = count;
}

/// <summary>Makes the recipe one of several labels: each row may have many of them, or none. The last layer has an output for each label.</summary>
/// <remarks>Probabilities are sigmoids of the logits, each on its own; a row is predicted to have a label whose probability is above one half.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MultiLabelAttribute : Attribute;
