using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Losses;

/// <summary>A loss that moves its logits by how frequent classes are corrects the imbalance already.</summary>
internal sealed class AdjustedTwiceRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.AdjustedTwice, "Class imbalance is corrected once, in the loss or beside it",
        "{0} moves the logits by how frequent each class is and {1} makes rare classes count more, so that an imbalance of 9:1 is corrected as if it were 81:1; remove one",
        RuleText.Losses, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.AdjustedTwice + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        Declaration? weighting = context.Recipe.First(DeclarationKind.Weighting);
        // The adjusted loss knows what is drawn; the balanced softmax knows the train rows.
        if (LibraryTerms.Find(context, "BalancedSoftmax") is { } balanced && (ClassFrequency.BalancedSampler(context) ?? weighting) is { } other) Report(context, balanced, other);
        if (LibraryTerms.Find(context, "LogitAdjustedCrossEntropy") is { } adjusted && weighting is not null) Report(context, adjusted, weighting);
    }

    private void Report(RecipeContext context, Declaration term, Declaration other)
    {
        (Declaration later, Declaration earlier) = term.Index > other.Index ? (term, other) : (other, term);
        context.ReportWith(
            Descriptor, context.Locations.Of(later.Index), ImmutableDictionary<string, string?>.Empty, [context.Locations.Of(earlier.Index)],
            RecipeContext.Show(term), RecipeContext.Show(other));
    }
}

/// <summary>Classes that are drawn equally often move no logit.</summary>
internal sealed class AdjustmentWithoutEffectRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.AdjustmentWithoutEffect, "Logits are adjusted by a prior that is uneven",
        "[LogitAdjustedCrossEntropy] moves the logits by how often each class is drawn, and [ClassBalancedSampling] draws all equally often, so that it is [CrossEntropy]; remove one",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.AdjustmentWithoutEffect + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (ClassFrequency.BalancedSampler(context) is { } sampler && LibraryTerms.Find(context, "LogitAdjustedCrossEntropy") is not null) context.Report(Descriptor, sampler);
    }
}

internal static class ClassFrequency
{
    /// <summary>The sampler that draws classes equally often; null without one.</summary>
    public static Declaration? BalancedSampler(RecipeContext context) =>
        context.Recipe.First(DeclarationKind.Sampler) is { Component.Type: "global::Recipes.ClassBalancedSampler" } sampler ? sampler : null;
}
