namespace Recipes;

/// <summary>Shifts and scales every feature to mean 0 and variance 1 over the train rows.</summary>
/// <remarks>Networks train badly on features of unlike size. Leave it out where the features' common scale has a meaning, or where they are sparse.</remarks>
[AttributeUsage(AttributeTargets.Class)]
[Component<Standardization>]
public sealed class StandardizeAttribute : Attribute;
