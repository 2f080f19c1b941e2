using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Recipes.CodeFixes;

/// <summary>A fix that rewrites syntax alone, so that all places of a document can be fixed in one go.</summary>
public abstract class RecipeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            for (int choice = 0; choice < Choices(diagnostic); choice++)
            {
                if (Title(root, diagnostic, choice) is not { } title) continue;
                int chosen = choice;
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Fix(root, [diagnostic], chosen))),
                        equivalenceKey: diagnostic.Id + ":" + choice.ToString(CultureInfo.InvariantCulture)),
                    diagnostic);
            }
        }
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return document;
        string[] key = (context.CodeActionEquivalenceKey ?? "").Split(':');
        if (key.Length != 2 || !int.TryParse(key[1], NumberStyles.None, CultureInfo.InvariantCulture, out int choice)) return document;
        var same = new List<Diagnostic>();
        foreach (Diagnostic diagnostic in diagnostics)
            if (diagnostic.Id == key[0] && choice < Choices(diagnostic) && Title(root, diagnostic, choice) is not null)
                same.Add(diagnostic);
        return document.WithSyntaxRoot(Fix(root, [.. same], choice));
    });

    /// <summary>In how many ways the diagnostic can be fixed.</summary>
    private protected virtual int Choices(Diagnostic diagnostic) => 1;

    /// <summary>What the way does, in the words of a menu; null where it does not apply.</summary>
    private protected abstract string? Title(SyntaxNode root, Diagnostic diagnostic, int choice);

    /// <summary>The document's root with every diagnostic fixed in the chosen way, which applies to each.</summary>
    private protected abstract SyntaxNode Fix(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics, int choice);
}
