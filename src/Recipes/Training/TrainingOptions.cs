namespace Recipes;

/// <summary>How to run a recipe; what is run is in the recipe.</summary>
public sealed class TrainingOptions
{
    /// <summary>Worker threads; 0 (the default) takes one per core. Results do not depend on it.</summary>
    public int Threads { get; init; }
}
