using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Attributes;

/// <summary>From a marked method to the model of its attribute.</summary>
internal static class FormulaAttributeReader
{
    /// <summary>The model; null when no attribute is derived from the method. Never throws but for cancellation.</summary>
    public static FormulaAttributeModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetNode is not MethodDeclarationSyntax method || context.TargetSymbol is not IMethodSymbol symbol) return null;
        if (!FormulaPlacement.IsLibrary(symbol.ContainingType)) return null;
        try
        {
            // What is wrong with a method that gives no formula is the analyzer's to say.
            if (FormulaReader.FromSource(method, context.SemanticModel, cancellation).Formula is not { } formula) return null;
            return new FormulaAttributeModel(
                NamespaceOf(symbol), symbol.ContainingType.Name, IsPublic(symbol), formula, DocumentationReader.Read(method, formula, PaperOf(symbol)),
                symbol.GetAttributes().Any(a => a.AttributeClass is { Name: "LikelihoodAttribute" } type && SourceNames.IsInRecipes(type)), UsualRateOf(symbol));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var nothing = new FormulaDefinition(symbol.Name, default, [], "");
            return new FormulaAttributeModel(
                NamespaceOf(symbol), symbol.ContainingType.Name, IsPublic: false, nothing, new FormulaDocumentation("", "", []), Failure: InternalError.Describe(exception));
        }
    }

    private static string NamespaceOf(IMethodSymbol method) => method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString();

    private static bool IsPublic(IMethodSymbol method) =>
        method.DeclaredAccessibility == Accessibility.Public && method.ContainingType.DeclaredAccessibility == Accessibility.Public;

    private static (double, double)? UsualRateOf(IMethodSymbol method)
    {
        AttributeData? usual = method.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "UsualRateAttribute" } type && SourceNames.IsInRecipes(type));
        return usual is { ConstructorArguments.Length: 2 } && usual.ConstructorArguments[0].Value is double minimum && usual.ConstructorArguments[1].Value is double maximum
            ? (minimum, maximum)
            : null;
    }

    private static (string, int)? PaperOf(IMethodSymbol method)
    {
        AttributeData? paper = method.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "PaperAttribute" } type && SourceNames.IsInRecipes(type));
        return paper is { ConstructorArguments.Length: 2 } && paper.ConstructorArguments[0].Value is string title && paper.ConstructorArguments[1].Value is int year
            ? (title, year)
            : null;
    }
}
