using Microsoft.CodeAnalysis;

namespace Recipes.Generators.Rules;

/// <summary>Tells what a person wrote from what a generator wrote: analyzers see both.</summary>
internal static class GeneratedCode
{
    /// <summary>Whether the file has a generator's name. Roslyn's own test is not public; names are what it looks at first.</summary>
    public static bool Is(SyntaxTree tree) =>
        tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || tree.FilePath.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether every part of the symbol was written by a generator.</summary>
    public static bool Is(ISymbol symbol)
    {
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
            if (!Is(reference.SyntaxTree)) return false;
        return symbol.DeclaringSyntaxReferences.Length > 0;
    }
}
