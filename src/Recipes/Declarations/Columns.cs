namespace Recipes;

/// <summary>Tells losses the group of each row, <c>Dataset.WithGroups</c>: a part of the data that the model is to be good on too.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GroupsAttribute([Range(1, 1 << 16)] int count) : Attribute
{
    /// <summary>How many groups the train rows belong to.</summary>
    public int Count { get; } = count;
}

/// <summary>Tells losses the domain of each row, <c>Dataset.WithDomains</c>: where it comes from, which shall make no difference.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DomainsAttribute([Range(1, 1 << 16)] int count) : Attribute
{
    /// <summary>How many domains the train rows come from.</summary>
    public int Count { get; } = count;
}

/// <summary>Lets each row count in every loss term by its weight, <c>Dataset.WithSampleWeights</c>, scaled once so that the mean over the train rows is 1.</summary>
/// <remarks>Multiplies with class weights. Metrics are not weighted.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SampleWeightsAttribute : Attribute;

/// <summary>Gives losses the logits that another model has for each train row, <c>Dataset.WithTeacherLogits</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TeacherLogitsAttribute : Attribute;
