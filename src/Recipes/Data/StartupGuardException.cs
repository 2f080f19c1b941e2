namespace Recipes;

/// <summary>The data does not fit the recipe, or the split does not fit the data: a rule that only the data can decide.</summary>
/// <remarks>The message begins with the rule's id, as the messages of the rules that are checked at compile time do.</remarks>
public sealed class StartupGuardException(string id, string message) : Exception($"{id}: {message}")
{
    /// <summary>The rule's id, such as <c>RCP0411</c>.</summary>
    public string Id { get; } = id;
}
