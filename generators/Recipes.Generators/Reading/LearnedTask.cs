namespace Recipes.Generators.Reading;

/// <summary>What a recipe learns; named as the runtime's <c>RecipeTask</c>.</summary>
internal enum LearnedTask
{
    Classification,
    Regression,
    MultiLabel,
}

internal static class LearnedTasks
{
    /// <summary>What the recipe says that it learns: classes, unless it declares something else.</summary>
    public static LearnedTask Of(RecipeModel recipe) =>
        recipe.First(DeclarationKind.Targets) is not null ? LearnedTask.Regression
        : recipe.First(DeclarationKind.MultiLabel) is not null ? LearnedTask.MultiLabel
        : LearnedTask.Classification;
}
