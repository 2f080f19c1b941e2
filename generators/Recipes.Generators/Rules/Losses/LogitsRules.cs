using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Losses;

/// <summary>The double-softmax family: a loss that takes logits is fed something squashed.</summary>
internal sealed class ActivationOnLogitsRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.ActivationOnLogits, "No activation stands between the last dense layer and a loss on logits",
        "[{0}] changes the logits of [Dense({1})] before [{2}] takes their softmax, so that some probabilities can no longer be reached; remove [{0}]",
        RuleText.Losses, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.ActivationOnLogits + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        // A loss of the recipe's own may want what the activation makes; those of libraries take logits.
        Declaration? loss = null;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (!term.IsMethod)
                loss ??= term;
        // A regression may bend its outputs: to positive numbers, say.
        if (loss is null || LearnedTasks.Of(context.Recipe) == LearnedTask.Regression) return;
        foreach (Declaration layer in AfterLastDense.Of(context))
            if (Kinds.IsActivation(layer))
                context.Report(Descriptor, layer, layer.Attribute, context.Classes ?? 0, loss.Attribute);
    }
}

/// <summary>Dropout trains what comes after it to do without single values; after the logits nothing comes.</summary>
internal sealed class DropoutOnLogitsRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.DropoutOnLogits, "No dropout stands after the last dense layer",
        "[Dropout({0})] sets logits of [Dense({1})] to 0, among them that of the true class; put it before [Dense({1})] or remove it",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.DropoutOnLogits + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration layer in AfterLastDense.Of(context))
            if (layer.Kind == DeclarationKind.Dropout && layer.Number("rate", 0) != 0)
                context.Report(Descriptor, layer, Planning.Names.Number(layer.Number("rate", 0)), context.Classes ?? 0);
    }
}

internal static class AfterLastDense
{
    /// <summary>The layers that work on the logits.</summary>
    public static IEnumerable<Declaration> Of(RecipeContext context)
    {
        if (context.LastDense is not { } last) yield break;
        foreach (Declaration declaration in context.Recipe.Declarations)
            if (declaration.Index > last.Index && Kinds.IsLayer(declaration.Kind))
                yield return declaration;
    }
}
