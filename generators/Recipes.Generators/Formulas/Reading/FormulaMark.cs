using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>The attribute that makes a method a formula.</summary>
/// <param name="Kind">What of.</param>
/// <param name="IsTerm">Whether it is a <c>[LossTerm]</c>, a loss of the recipe that it stands in.</param>
/// <param name="Syntax">The attribute.</param>
internal sealed record FormulaMark(FormulaKind Kind, bool IsTerm, AttributeSyntax Syntax)
{
    private const string Term = "LossTerm";

    private static readonly Dictionary<string, FormulaKind> s_kinds =
        ((FormulaKind[])Enum.GetValues(typeof(FormulaKind))).ToDictionary(kind => kind.ToString(), kind => kind);

    /// <summary>The attribute's name without its suffix.</summary>
    public string Name => IsTerm ? Term : Kind.ToString();

    /// <summary>Whether the method has an attribute with the name of a kind; no semantic model is needed to say no.</summary>
    public static bool IsCandidate(MethodDeclarationSyntax method) => Candidates(method).Any();

    /// <summary>The marks of a method, in order.</summary>
    public static IReadOnlyList<FormulaMark> Find(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        // The attributes of a symbol are bound once; those of syntax, each time that they are asked for.
        List<FormulaMark>? found = null;
        foreach (FormulaMark mark in Candidates(method))
        {
            AttributeData? data = symbol.GetAttributes().FirstOrDefault(a => a.ApplicationSyntaxReference is { } place && place.Span == mark.Syntax.Span && place.SyntaxTree == mark.Syntax.SyntaxTree);
            if (data?.AttributeClass is { } type && SourceNames.IsInRecipes(type)) (found ??= []).Add(mark);
        }

        return found ?? (IReadOnlyList<FormulaMark>)[];
    }

    /// <summary>Whether an attribute class of the library with this name marks formulas.</summary>
    public static bool IsName(string attributeClass) => WithoutSuffix(attributeClass) is var name && (name == Term || s_kinds.ContainsKey(name));

    private static string WithoutSuffix(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;

    private static IEnumerable<FormulaMark> Candidates(MethodDeclarationSyntax method)
    {
        foreach (AttributeListSyntax list in method.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string name = WithoutSuffix(SourceNames.RightmostName(attribute.Name));
                if (name == Term) yield return new FormulaMark(FormulaKind.Loss, IsTerm: true, attribute);
                else if (s_kinds.TryGetValue(name, out FormulaKind kind)) yield return new FormulaMark(kind, IsTerm: false, attribute);
            }
        }
    }
}
