using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>How much a layer needs, and of what there is too much to be counted by an int; null where all fits.</summary>
internal readonly record struct LayerSizes(long Weights, long Outputs, string? Problem)
{
    public static LayerSizes Of(ShapedLayer layer, RecipeModel recipe)
    {
        long rows = Math.Max(1L, recipe.Run.BatchSize) * (recipe.First(DeclarationKind.RegMixup) is null ? 1 : 2), outputs = rows * layer.Output.Floats;
        long weights = layer.Declaration.Kind switch
        {
            DeclarationKind.Dense => (layer.Input.Floats + 1) * layer.Output.Channels,
            DeclarationKind.Conv => (((long)layer.Window.Height * layer.Window.Width * layer.Input.Channels) + 1) * layer.Output.Channels,
            _ => 0,
        };
        return new(weights, outputs, weights > int.MaxValue ? "weights" : outputs > int.MaxValue ? "outputs per step" : null);
    }
}
