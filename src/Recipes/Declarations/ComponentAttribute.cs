namespace Recipes;

/// <summary>Names the component that an attribute class declares: the generator constructs it with the attribute's arguments.</summary>
/// <remarks>
/// Arguments are matched to the constructor's parameters by name, upper and lower case alike; a parameter that the
/// recipe does not set keeps its default. The role follows from the interface that <typeparamref name="TComponent"/>
/// implements: <see cref="ISampler"/>, <see cref="IPreparation"/>, <see cref="ITargetPreparation"/>, <see cref="IAugmentation"/>, <see cref="IStoppingRule"/>, <see cref="ICalibrator"/>,
/// <see cref="IConformalPredictor"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ComponentAttribute<TComponent> : Attribute where TComponent : class;
