using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>
/// What names mean at a method's head. Asking the compiler is most of the cost of reading a formula, and most files of a project have the
/// same usings and namespace: what no type around the method declares is asked for once per compilation.
/// </summary>
internal sealed class Surroundings(SemanticModel model, MethodDeclarationSyntax method)
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, Answers>> s_known = new();

    private readonly int _position = method.Identifier.SpanStart;
    private Answers? _answers;
    private INamedTypeSymbol? _container;

    private INamedTypeSymbol? Container => _container ??= model.GetDeclaredSymbol(method)?.ContainingType;

    private Answers Known => _answers ??= s_known.GetValue(model.Compilation, static _ => new()).GetOrAdd(ImportsOf(method), static _ => new());

    /// <summary>What a simple name may mean in an expression: one symbol, or all overloads of a method.</summary>
    public ImmutableArray<ISymbol> Find(string name) =>
        IsDeclaredAround(name) ? Ask(name) : Known.Symbols.TryGetValue(name, out ImmutableArray<ISymbol> known) ? known : Known.Symbols.GetOrAdd(name, Ask(name));

    /// <summary>The type that a name means; null for none.</summary>
    public ITypeSymbol? FindType(TypeSyntax type)
    {
        foreach (SyntaxToken token in type.DescendantTokens())
            if (token.IsKind(SyntaxKind.IdentifierToken) && IsDeclaredAround(token.ValueText)) return AskType(type);
        string key = type.ToString();
        return Known.Types.TryGetValue(key, out ITypeSymbol? known) ? known : Known.Types.GetOrAdd(key, AskType(type));
    }

    private ImmutableArray<ISymbol> Ask(string name)
    {
        SymbolInfo info = model.GetSpeculativeSymbolInfo(_position, SyntaxFactory.IdentifierName(name), SpeculativeBindingOption.BindAsExpression);
        return info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
    }

    private ITypeSymbol? AskType(TypeSyntax type) => model.GetSpeculativeTypeInfo(_position, type, SpeculativeBindingOption.BindAsTypeOrNamespace).Type;

    private bool IsDeclaredAround(string name)
    {
        for (INamedTypeSymbol? outer = Container; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType) return true;
            for (INamedTypeSymbol? type = outer; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType)
                if (!type.GetMembers(name).IsEmpty) return true;
        }

        return false;
    }

    /// <summary>All that decides, beside the compilation, what a name outside of types means.</summary>
    private static string ImportsOf(SyntaxNode node)
    {
        var text = new StringBuilder();
        for (SyntaxNode? outer = node; outer is not null; outer = outer.Parent)
        {
            SyntaxList<UsingDirectiveSyntax> usings = default;
            SyntaxList<ExternAliasDirectiveSyntax> externs = default;
            switch (outer)
            {
                case BaseNamespaceDeclarationSyntax space:
                    (usings, externs) = (space.Usings, space.Externs);
                    text.Append("namespace ").Append(space.Name).Append(';');
                    break;
                case CompilationUnitSyntax unit:
                    (usings, externs) = (unit.Usings, unit.Externs);
                    // What is local to a file is seen in no other.
                    if (unit.Members.Any(IsFileLocal)) text.Append(unit.SyntaxTree.FilePath);
                    break;
            }

            foreach (ExternAliasDirectiveSyntax alias in externs) text.Append(alias).Append(';');
            foreach (UsingDirectiveSyntax import in usings) text.Append(import).Append(';');
        }

        return text.ToString();
    }

    private static bool IsFileLocal(MemberDeclarationSyntax member) => member is BaseNamespaceDeclarationSyntax space
        ? space.Members.Any(IsFileLocal)
        : member.Modifiers.Any(SyntaxKind.FileKeyword);

    private sealed class Answers
    {
        public ConcurrentDictionary<string, ImmutableArray<ISymbol>> Symbols { get; } = new();

        public ConcurrentDictionary<string, ITypeSymbol?> Types { get; } = new();
    }
}
