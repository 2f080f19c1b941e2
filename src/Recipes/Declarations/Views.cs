namespace Recipes;

/// <summary>Makes a second view of each row, with normal noise on every prepared feature, for losses that compare two views.</summary>
/// <remarks>Together with <see cref="MaskedViewAttribute"/> both change the same copy, in the order in which they are declared. Evaluation sees rows as they are.</remarks>
[AttributeUsage(AttributeTargets.Class)]
[Component<GaussianNoise>]
public sealed class NoisyViewAttribute : Attribute
{
    /// <summary>The noise's standard deviation, in units of the prepared features.</summary>
    [Range(0, double.PositiveInfinity)]
    public double Deviation { get; set; } = GaussianNoise.DefaultDeviation;
}

/// <summary>Makes a second view of each row, with some prepared features set to 0, for losses that compare two views.</summary>
/// <remarks>For features that are standardised 0 is the mean: nothing is known of them. "VIME: Extending the Success of Self- and Semi-supervised Learning to Tabular Domain" (2020) masks features so, with draws from their own column.</remarks>
[AttributeUsage(AttributeTargets.Class)]
[Component<FeatureMask>]
public sealed class MaskedViewAttribute : Attribute
{
    /// <summary>The probability of a feature being set to 0.</summary>
    [Range(0, 1)]
    public double Rate { get; set; } = FeatureMask.DefaultRate;
}
