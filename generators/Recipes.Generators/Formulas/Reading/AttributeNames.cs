using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>The name of the attribute that is derived from a formula, and who else has it.</summary>
internal static class AttributeNames
{
    /// <summary>The full name of the attribute, without <c>global::</c>.</summary>
    public static string FullName(IMethodSymbol formula)
    {
        INamespaceSymbol space = formula.ContainingNamespace;
        return (space.IsGlobalNamespace ? "" : space.ToDisplayString() + ".") + formula.Name + "Attribute";
    }

    /// <summary>Whoever has the name before <paramref name="formula"/>; null when nobody has.</summary>
    public static string? FindOwner(IMethodSymbol formula, Compilation compilation)
    {
        // One that is named like an attribute of the library in another namespace would take its place there, or be ambiguous with it.
        string builtIn = $"{FormulaLanguage.Namespace}.{formula.Name}Attribute";
        foreach (INamedTypeSymbol type in new[] { FullName(formula), builtIn }.Distinct().SelectMany(name => compilation.GetTypesByMetadataName(name)))
        {
            bool isOurs = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
            // What was derived from a formula of this project is seen by analyzers and not by generators: it is no rival of its own formula.
            if (isOurs ? !IsDerived(type) : type.DeclaredAccessibility == Accessibility.Public) return type.ToDisplayString();
        }

        // Of two formulas of one name, the one whose class comes first keeps it.
        ISymbol? rival = compilation.GetSymbolsWithName(formula.Name, SymbolFilter.Member)
            .Where(other => string.CompareOrdinal(other.ContainingType?.Name, formula.ContainingType.Name) < 0
                && SymbolEqualityComparer.Default.Equals(other.ContainingNamespace, formula.ContainingNamespace)
                && IsMarked(other) && FormulaPlacement.IsLibrary(other.ContainingType!))
            .OrderBy(other => other.ContainingType.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return rival is null ? null : $"that of {rival.ContainingType.Name}.{rival.Name}";
    }

    private static bool IsDerived(INamedTypeSymbol type) => type.GetAttributes().Any(a => a.AttributeClass is { Name: "FormulaAttribute" } attribute && SourceNames.IsInRecipes(attribute));

    private static bool IsMarked(ISymbol member) => member is IMethodSymbol && member.GetAttributes().Any(a =>
        a.AttributeClass is { } attribute && SourceNames.IsInRecipes(attribute) && FormulaMark.IsName(attribute.Name));
}
