using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Losses;

/// <summary>Losses that are normalised over the classes bear wrong labels, and learn too little alone.</summary>
internal sealed class NormalizedLossAloneRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NormalizedLossAlone, "A normalised loss has a passive one beside it",
        "{0} is bounded for wrong labels and alone leaves right ones half learned, too; add a passive loss such as [ReverseCrossEntropy]",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NormalizedLossAlone + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.HasUnresolved) return;
        Declaration? first = null;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
        {
            if (term.IsMethod || term.Attribute is not ("NormalizedCrossEntropy" or "NormalizedFocal" or "NormalizedGeneralizedCrossEntropy")) return;
            first ??= term;
        }

        if (first is not null) context.Report(Descriptor, first, RecipeContext.Show(first));
    }
}

/// <summary>Two names of one loss.</summary>
internal sealed class OneLossTwiceRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OneLossTwice, "Two terms are two losses",
        "[ReverseCrossEntropy] is [ProbabilityMeanAbsoluteError] times a constant, so that both are one loss with another weight; remove one",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OneLossTwice + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (LibraryTerms.Find(context, "ReverseCrossEntropy") is not { } reverse || LibraryTerms.Find(context, "ProbabilityMeanAbsoluteError") is not { } absolute) return;
        (Declaration later, Declaration earlier) = reverse.Index > absolute.Index ? (reverse, absolute) : (absolute, reverse);
        context.ReportWith(
            Descriptor, context.Locations.Of(later.Index), ImmutableDictionary<string, string?>.Empty, [context.Locations.Of(earlier.Index)]);
    }
}

/// <summary>One loss looks away from rows that are well classified, the other at them.</summary>
internal sealed class OppositeEmphasisRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.OppositeEmphasis, "Terms do not take back each other's emphasis",
        "[Focal] makes rows that are classified well count less and [EncouragingCrossEntropy] makes them count more; remove one",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.OppositeEmphasis + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (LibraryTerms.Find(context, "Focal") is not { } focal || LibraryTerms.Find(context, "EncouragingCrossEntropy") is not { } encouraging) return;
        // At different times of the run each may have its way.
        if (LibraryTerms.IsTimed(focal) || LibraryTerms.IsTimed(encouraging)) return;
        (Declaration later, Declaration earlier) = focal.Index > encouraging.Index ? (focal, encouraging) : (encouraging, focal);
        context.ReportWith(
            Descriptor, context.Locations.Of(later.Index), ImmutableDictionary<string, string?>.Empty, [context.Locations.Of(earlier.Index)]);
    }
}

/// <summary>Eigenvalues of a few rows are the rows', not the features'.</summary>
internal sealed class SpectrumOfFewRowsRule : IRecipeRule
{
    /// <summary>The least batch that the authors of von Neumann entropy advise.</summary>
    private const int Least = 32;

    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.SpectrumOfFewRows, "Eigenvalues are taken over enough rows",
        "{0} takes eigenvalues over the batch, and with BatchSize = {1} they say more about the rows drawn than about the features; use 32 or more",
        RuleText.Losses, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.SpectrumOfFewRows + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Recipe.Run.BatchSize >= Least) return;
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (term.Formula is { } formula && FormulaSyntax.Uses(formula, "Eigenvalues"))
                context.Report(Descriptor, term, RecipeContext.Show(term), context.Recipe.Run.BatchSize);
    }
}

/// <summary>Terms that are losses of the library.</summary>
internal static class LibraryTerms
{
    /// <summary>The first term of the name; null without one.</summary>
    public static Declaration? Find(RecipeContext context, string name)
    {
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (!term.IsMethod && term.Attribute == name)
                return term;
        return null;
    }

    /// <summary>Whether the term counts for a part of the run only.</summary>
    public static bool IsTimed(Declaration term)
    {
        foreach (Argument argument in term.Arguments)
            if (argument.Name.StartsWith("From", StringComparison.Ordinal) || argument.Name.StartsWith("Until", StringComparison.Ordinal))
                return true;
        return false;
    }
}
