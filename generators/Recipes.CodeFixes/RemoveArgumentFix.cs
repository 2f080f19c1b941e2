using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Rules;

namespace Recipes.CodeFixes;

/// <summary>Removes the marked argument, so that its default holds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgumentFix)), Shared]
public sealed class RemoveArgumentFix : RecipeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        RuleIds.BindingWithoutMeaning, RuleIds.MixedViewMissing, RuleIds.SmoothingAndClassWeights, RuleIds.SmoothingOnMixedView, RuleIds.SmoothedStudent, RuleIds.NesterovWithoutMomentum,
        RuleIds.DampenedNesterov,
    ];

    private protected override string? Title(SyntaxNode root, Diagnostic diagnostic, int choice) =>
        AttributeRemoval.ArgumentAt(root, diagnostic.Location.SourceSpan) is { NameEquals: not null } argument ? "Remove " + argument : null;

    private protected override SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, int choice)
    {
        var arguments = new HashSet<SyntaxNode>();
        foreach (Diagnostic diagnostic in diagnostics) arguments.Add(AttributeRemoval.ArgumentAt(root, diagnostic.Location.SourceSpan)!);
        return AttributeRemoval.Remove(root, arguments);
    }
}
