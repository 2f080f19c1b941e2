namespace Recipes;

/// <summary>Draws the train rows in file order, every epoch alike, so that a run can be compared step by step with one made elsewhere.</summary>
/// <remarks>Without a sampler attribute each epoch draws every row once in a new random order, which trains better.</remarks>
[AttributeUsage(AttributeTargets.Class)]
[Component<InOrderSampler>]
public sealed class InOrderAttribute : Attribute;

/// <summary>Draws every class equally often, whatever its share of the train rows: a class at random, then a row of it.</summary>
/// <remarks>
/// For classes of unequal size whose errors count alike. It changes the prior that the probabilities are trained on; with
/// very few rows in a class these repeat many times in an epoch. An epoch has as many steps as without it.
/// "Decoupling Representation and Classifier for Long-Tailed Recognition" (2020).
/// </remarks>
[Technique("000-009", Part = "under-sampling, training in two phases and thresholds by the prior")]
[AttributeUsage(AttributeTargets.Class)]
[Component<ClassBalancedSampler>]
public sealed class ClassBalancedSamplingAttribute : Attribute;
