using System.Linq;
using Microsoft.CodeAnalysis;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>Formulas of referenced assemblies that a formula calls: their text is on the attribute that was derived from them.</summary>
internal static class ReferencedFormulas
{
    /// <summary>What a call of <paramref name="method"/> means; null when no text of it travels with its assembly.</summary>
    public static CallMeaning? Find(IMethodSymbol method)
    {
        AttributeData? formula = method.ContainingNamespace.GetTypeMembers(method.Name + "Attribute")
            .Where(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, method.ContainingAssembly))
            .SelectMany(type => type.GetAttributes())
            .FirstOrDefault(a => a.AttributeClass is { Name: "FormulaAttribute" } type && SourceNames.IsInRecipes(type));
        if (formula is null || formula.ConstructorArguments.Length != 3) return null;
        if (formula.ConstructorArguments[0].Value is not int version || formula.ConstructorArguments[1].Value is not string kind || formula.ConstructorArguments[2].Value is not string text)
            return null;

        // Two classes of one namespace may have a formula of the same name; only one of them can have derived the attribute.
        string? problem = null;
        if (FormulaText.Parse(version, kind, text, out _, ref problem) is not { } function) return new CallMeaning.Refused(FormulaProblems.CalleeRefused, [method.Name, problem ?? ""]);
        if (function.Name != method.Name || function.Parameters.Parameters.Count != method.Parameters.Length) return null;
        return new CallMeaning.Function(text, function, TextNames.Instance, IsElsewhere: true);
    }
}
