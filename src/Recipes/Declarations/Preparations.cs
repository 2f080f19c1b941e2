namespace Recipes;

/// <summary>Shifts and scales every feature to mean 0 and variance 1 over the train rows.</summary>
/// <remarks>Networks train badly on features of unlike size. Leave it out where the features' common scale has a meaning, or where they are sparse.</remarks>
[AttributeUsage(AttributeTargets.Class)]
[Component<Standardization>]
public sealed class StandardizeAttribute : Attribute;

/// <summary>Lets the network learn targets that are shifted and scaled to mean 0 and variance 1 over the train rows; predictions and metrics are in the units of the data.</summary>
/// <remarks>Losses and their knobs, such as a Huber loss's threshold, act on the scaled targets. Leave it out where a loss needs the targets as they are: counts, or positive numbers.</remarks>
[AttributeUsage(AttributeTargets.Class)]
[Component<TargetStandardization>]
public sealed class StandardizeTargetsAttribute : Attribute;
