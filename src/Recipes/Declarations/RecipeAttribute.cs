namespace Recipes;

/// <summary>Makes a partial class a recipe: its attributes declare an experiment, and a trainer is generated for it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecipeAttribute : Attribute
{
    /// <summary>Passes over as many rows as the train split has.</summary>
    [Range(1, int.MaxValue)]
    public int Epochs { get; set; } = 10;
    /// <summary>Rows of the labelled stream per optimizer step.</summary>
    [Range(1, 1 << 20)]
    public int BatchSize { get; set; } = 32;
    /// <summary>Every random draw of the run follows from it.</summary>
    public long Seed { get; set; }
    /// <summary>Drops a last batch that is shorter than <see cref="BatchSize"/>.</summary>
    public bool DropLast { get; set; }
}
