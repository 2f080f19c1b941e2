using Microsoft.CodeAnalysis;

namespace Recipes.Generators.Rules;

/// <summary>One thing that a recipe must not say. It looks at the model that the generator builds from, and at nothing else.</summary>
/// <remarks>
/// A rule reports only what is certain from the recipe's text: a rule that cries wolf is switched off, and its neighbours with it.
/// It must bear any half-typed recipe.
/// </remarks>
internal interface IRecipeRule
{
    /// <summary>Id, words and severity.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>Reports what is wrong with the recipe.</summary>
    void Check(RecipeContext context);
}

/// <summary>What the descriptors share.</summary>
internal static class RuleText
{
    /// <summary>Where the pages of the rules are; a page is named after its id.</summary>
    public const string Pages = "https://github.com/recipes-dotnet/recipes/blob/main/docs/rules/";
    public const string Grammar = "Recipes.Grammar";
    public const string Losses = "Recipes.Losses";
    public const string Data = "Recipes.Data";
    public const string Optimisation = "Recipes.Optimisation";
    public const string Calibration = "Recipes.Calibration";
}
