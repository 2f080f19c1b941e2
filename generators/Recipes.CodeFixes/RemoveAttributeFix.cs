using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Rules;

namespace Recipes.CodeFixes;

/// <summary>Removes a declaration that is wrong where it stands, or one of two that exclude each other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeFix)), Shared]
public sealed class RemoveAttributeFix : RecipeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        RuleIds.OncePerRecipe, RuleIds.SameRamp, RuleIds.MixedViewUnused, RuleIds.ActivationOnLogits, RuleIds.DropoutOnLogits, RuleIds.WeightlessTerm,
        RuleIds.OneTermWeighted, RuleIds.DropoutWithoutEffect, RuleIds.MixedWithItself, RuleIds.CorrectedTwice, RuleIds.TwoClips,
        RuleIds.SeveralTasks, RuleIds.OfOtherTask, RuleIds.UnusedNeed, RuleIds.OneLossTwice, RuleIds.AdjustedTwice, RuleIds.AdjustmentWithoutEffect, RuleIds.OppositeEmphasis,
        RuleIds.DecayedTwice,
    ];

    // The marked declaration, and those that may go instead of it.
    private protected override int Choices(Diagnostic diagnostic) => 1 + diagnostic.AdditionalLocations.Count;

    private protected override string? Title(SyntaxNode root, Diagnostic diagnostic, int choice) =>
        Find(root, diagnostic, choice) is { } attribute ? "Remove [" + attribute.Name + "]" : null;

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, int choice)
    {
        var attributes = new HashSet<SyntaxNode>();
        foreach (Diagnostic diagnostic in diagnostics) attributes.Add(Find(root, diagnostic, choice)!);
        return AttributeRemoval.Remove(root, attributes);
    }

    private static AttributeSyntax? Find(SyntaxNode root, Diagnostic diagnostic, int choice)
    {
        Location location = choice == 0 ? diagnostic.Location : diagnostic.AdditionalLocations[choice - 1];
        // The other declaration may stand in a part of the class in another file.
        return location.SourceTree?.FilePath == diagnostic.Location.SourceTree?.FilePath ? AttributeRemoval.AttributeAt(root, location.SourceSpan) : null;
    }
}
