namespace Recipes.Training;

/// <summary>What a recipe learns.</summary>
public enum RecipeTask
{
    /// <summary>Which one of several classes a row belongs to.</summary>
    Classification,
    /// <summary>Numbers: <c>[Targets(n)]</c>.</summary>
    Regression,
    /// <summary>Which of several labels a row has; it may have many, or none: <c>[MultiLabel]</c>.</summary>
    MultiLabel,
}
