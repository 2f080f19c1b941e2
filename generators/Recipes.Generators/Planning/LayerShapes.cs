using Recipes.Generators.Formulas;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Planning;

/// <summary>What keeps a layer from taking what comes in.</summary>
internal enum ShapeProblem
{
    None,
    /// <summary>A number is missing or out of its range; another rule says so.</summary>
    Unknown,
    /// <summary>It works on pixels, and features come in.</summary>
    NeedsPixels,
    /// <summary>It works on features, and an image or a sequence comes in.</summary>
    NeedsFeatures,
    /// <summary>Its window is larger than the padded input.</summary>
    WindowTooLarge,
    /// <summary>Its groups do not divide the channels.</summary>
    UnevenGroups,
    /// <summary>Windows of a pooling could lie in the padding alone.</summary>
    PaddingTooLarge,
}

/// <summary>A layer with the shapes of what comes in and what goes out; of the layers after a problem nothing is known.</summary>
internal sealed record ShapedLayer(Declaration Declaration, LayerShape Input, LayerShape Output, ShapeProblem Problem)
{
    /// <summary>The window of a convolution or a pooling.</summary>
    public WindowGeometry Window { get; init; }
}

/// <summary>Reads the layers from left to right and follows the shape of a row. The planner and the rules both read it here.</summary>
internal static class LayerShapes
{
    /// <summary>The shape of the rows that enter; null if the recipe does not say it.</summary>
    public static LayerShape? InputOf(RecipeModel recipe)
    {
        if (recipe.First(DeclarationKind.Input) is not { } input) return null;
        int features = Whole(input, "features"), channels = Whole(input, "channels"), height = Whole(input, "height"), width = Whole(input, "width"), length = Whole(input, "length");
        LayerShape shape = input.Find("features") is not null ? LayerShape.Features(features)
            : input.Find("length") is not null ? new(LayerRank.Sequence, channels, 1, length)
            : new(LayerRank.Image, channels, height, width);
        return shape.Channels < 1 || shape.Height < 1 || shape.Width < 1 || (double)shape.Channels * shape.Height * shape.Width > int.MaxValue ? null : shape;
    }

    /// <summary>The layers up to the first that cannot take what comes in, that one included.</summary>
    public static IEnumerable<ShapedLayer> Of(RecipeModel recipe)
    {
        if (InputOf(recipe) is not { } shape) yield break;
        foreach (Declaration declaration in recipe.Declarations)
        {
            if (Of(declaration, shape, recipe) is not { } layer) continue;
            yield return layer;
            if (layer.Problem != ShapeProblem.None) yield break;
            shape = layer.Output;
        }
    }

    private static ShapedLayer? Of(Declaration declaration, LayerShape input, RecipeModel recipe)
    {
        ShapedLayer Same() => new(declaration, input, input, ShapeProblem.None);
        ShapedLayer Wrong(ShapeProblem problem) => new(declaration, input, input, problem);
        switch (declaration.Kind)
        {
            case DeclarationKind.Dense:
                int units = Whole(declaration, "units");
                return units < 1 ? Wrong(ShapeProblem.Unknown) : input.IsFlat ? new(declaration, input, LayerShape.Features(units), ShapeProblem.None) : Wrong(ShapeProblem.NeedsFeatures);
            case DeclarationKind.Conv: return Convolution(declaration, input);
            case DeclarationKind.MaxPool or DeclarationKind.AveragePool: return Pooling(declaration, input);
            case DeclarationKind.GlobalAveragePool:
                return input.IsFlat ? Wrong(ShapeProblem.NeedsPixels) : new(declaration, input, input with { Height = 1, Width = 1 }, ShapeProblem.None)
                {
                    Window = new(input.Height, input.Width, 1, 0, 0, 1),
                };
            case DeclarationKind.Flatten: return new(declaration, input, input with { Rank = LayerRank.Features }, ShapeProblem.None);
            case DeclarationKind.FormulaLayer or DeclarationKind.Apply:
                // What is missing is said elsewhere, and leaves the shape as it is.
                bool ofRows = NetworkPlanner.ResolveFormula(declaration, recipe)?.Formula?.Kind == FormulaKind.Layer;
                return ofRows && !input.IsFlat ? Wrong(ShapeProblem.NeedsFeatures) : Same();
            case DeclarationKind.Dropout: return Same();
            default: return null;
        }
    }

    private static ShapedLayer Convolution(Declaration declaration, LayerShape input)
    {
        int channels = Whole(declaration, "channels"), kernel = Whole(declaration, "kernel"), groups = (int)declaration.Number("Groups", 1);
        int stride = (int)declaration.Number("Stride", 1), padding = (int)declaration.Number("Padding", 0), dilation = (int)declaration.Number("Dilation", 1);
        ShapedLayer Wrong(ShapeProblem problem) => new(declaration, input, input, problem);
        if (channels < 1 || kernel < 1 || groups < 1 || stride < 1 || padding < 0 || dilation < 1) return Wrong(ShapeProblem.Unknown);
        if (input.IsFlat) return Wrong(ShapeProblem.NeedsPixels);
        if (input.Channels % groups != 0 || channels % groups != 0) return Wrong(ShapeProblem.UnevenGroups);
        WindowGeometry window = WindowGeometry.Of(input, kernel, stride, padding, dilation);
        return window.Fits(input) ? new(declaration, input, window.Output(input, channels), ShapeProblem.None) { Window = window } : Wrong(ShapeProblem.WindowTooLarge);
    }

    private static ShapedLayer Pooling(Declaration declaration, LayerShape input)
    {
        int size = Whole(declaration, "window"), stride = (int)declaration.Number("Stride", 0), padding = (int)declaration.Number("Padding", 0);
        ShapedLayer Wrong(ShapeProblem problem) => new(declaration, input, input, problem);
        if (size < 1 || stride < 0 || padding < 0) return Wrong(ShapeProblem.Unknown);
        if (input.IsFlat) return Wrong(ShapeProblem.NeedsPixels);
        if (2L * padding > size) return Wrong(ShapeProblem.PaddingTooLarge);
        WindowGeometry window = WindowGeometry.Of(input, size, stride == 0 ? size : stride, padding);
        return window.Fits(input) ? new(declaration, input, window.Output(input, input.Channels), ShapeProblem.None) { Window = window } : Wrong(ShapeProblem.WindowTooLarge);
    }

    private static int Whole(Declaration declaration, string argument) =>
        declaration.Find(argument)?.Integer is { } value and > 0 and <= int.MaxValue ? (int)value : 0;
}
