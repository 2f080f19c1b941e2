namespace Recipes.Generators.Infrastructure;

/// <summary>Where a rule is explained.</summary>
internal static class RuleLinks
{
    /// <summary>The page of the rule with this id.</summary>
    public static string PageOf(string id) => $"https://github.com/recipes-dotnet/recipes/blob/main/docs/rules/{id}.md";
}
