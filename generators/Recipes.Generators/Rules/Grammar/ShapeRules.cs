using Microsoft.CodeAnalysis;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>Convolutions and poolings move over pixels; features have none.</summary>
internal sealed class NeedsPixelsRule() : ShapeRule(ShapeProblem.NeedsPixels)
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NeedsPixels, "Convolutions and poolings work on images or sequences",
        "[{0}] works on an image or a sequence, and {1} features come in; begin with [Input(channels, height, width)] or [Input(channels, length)] and put [{0}] before [Flatten] and [Dense]",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NeedsPixels + ".md");

    public override DiagnosticDescriptor Descriptor => s_descriptor;

    private protected override void Report(RecipeContext context, ShapedLayer layer) => context.Report(Descriptor, layer.Declaration, layer.Declaration.Attribute, layer.Input);
}

/// <summary>A dense layer multiplies a row of features; what the rows of an image are is for the recipe to say.</summary>
internal sealed class NeedsFeaturesRule() : ShapeRule(ShapeProblem.NeedsFeatures)
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NeedsFeatures, "Dense and row-wise layers work on features",
        "[{0}] works on a row of features, and {1} of {2} comes in; put [Flatten] before it",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NeedsFeatures + ".md");

    public override DiagnosticDescriptor Descriptor => s_descriptor;

    private protected override void Report(RecipeContext context, ShapedLayer layer) => context.Report(
        Descriptor, layer.Declaration, layer.Declaration.Attribute, layer.Input.Rank == LayerRank.Image ? "an image" : "a sequence", layer.Input);
}

/// <summary>A window that does not fit has nowhere to stand.</summary>
internal sealed class WindowTooLargeRule() : ShapeRule(ShapeProblem.WindowTooLarge)
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.WindowTooLarge, "A window fits into what comes in",
        "The window of [{0}] reaches over {1} pixels, and what comes in has {2}, padding included; make the window smaller or add padding",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.WindowTooLarge + ".md");

    public override DiagnosticDescriptor Descriptor => s_descriptor;

    private protected override void Report(RecipeContext context, ShapedLayer layer)
    {
        Declaration declaration = layer.Declaration;
        bool isConvolution = declaration.Kind == DeclarationKind.Conv;
        string size = isConvolution ? "kernel" : "window";
        long padding = 2 * (long)declaration.Number("Padding", 0), reached = ((long)declaration.Number("Dilation", 1) * ((long)declaration.Number(size, 1) - 1)) + 1;
        bool isImage = layer.Input.Rank == LayerRank.Image;
        context.ReportArgument(
            Descriptor, declaration, size, declaration.Attribute, isImage ? reached + " × " + reached : reached.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (isImage ? layer.Input.Height + padding + " × " : "") + (layer.Input.Width + padding));
    }
}

/// <summary>Groups are equal shares of the channels.</summary>
internal sealed class UnevenGroupsRule() : ShapeRule(ShapeProblem.UnevenGroups)
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.UnevenGroups, "The groups of a convolution divide its channels",
        "Groups = {0} does not divide the {1} channels that {2} [Conv]; take a divisor of {3} and {4}",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.UnevenGroups + ".md");

    public override DiagnosticDescriptor Descriptor => s_descriptor;

    private protected override void Report(RecipeContext context, ShapedLayer layer)
    {
        int groups = (int)layer.Declaration.Number("Groups", 1), input = layer.Input.Channels, output = (int)layer.Declaration.Number("channels", 1);
        bool atInput = input % groups != 0;
        context.ReportArgument(Descriptor, layer.Declaration, "Groups", groups, atInput ? input : output, atInput ? "come into" : "go out of", input, output);
    }
}

/// <summary>The greatest of nothing is nothing.</summary>
internal sealed class PaddingTooLargeRule() : ShapeRule(ShapeProblem.PaddingTooLarge)
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.PaddingTooLarge, "Windows of a pooling hold more than padding",
        "Padding = {0} is more than half of the window of {1} in [{2}], so that windows would hold nothing but padding; take {3} or less",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.PaddingTooLarge + ".md");

    public override DiagnosticDescriptor Descriptor => s_descriptor;

    private protected override void Report(RecipeContext context, ShapedLayer layer)
    {
        int window = (int)layer.Declaration.Number("window", 1);
        context.ReportArgument(Descriptor, layer.Declaration, "Padding", (int)layer.Declaration.Number("Padding", 0), window, layer.Declaration.Attribute, window / 2);
    }
}

/// <summary>A rule about the first layer that cannot take what comes in.</summary>
internal abstract class ShapeRule(ShapeProblem problem) : IRecipeRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    public void Check(RecipeContext context)
    {
        // What a misspelt layer would have made of the shape is not known.
        if (context.HasUnresolved) return;
        foreach (ShapedLayer layer in LayerShapes.Of(context.Recipe))
            if (layer.Problem == problem)
                Report(context, layer);
    }

    private protected abstract void Report(RecipeContext context, ShapedLayer layer);
}
