using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Reading;

/// <summary>Symbols → recipe model. The one place that sees symbols; the generator and the analyzers both read through it.</summary>
internal static class RecipeReader
{
    public const string RecipeAttribute = "Recipes.RecipeAttribute";

    /// <summary>Reads a class that carries <c>[Recipe]</c>. <paramref name="locations"/> is filled for analyzers; the generator passes null.</summary>
    public static RecipeModel Read(INamedTypeSymbol type, Compilation compilation, DeclarationLocations? locations, CancellationToken cancellation)
    {
        var declarations = new List<Declaration>();
        if (locations is not null) locations.Class = NameLocation(type, cancellation);

        foreach (AttributeData attribute in type.GetAttributes())
        {
            cancellation.ThrowIfCancellationRequested();
            declarations.Add(DeclarationReader.ReadAttribute(attribute, declarations.Count, locations, cancellation));
        }

        foreach (ISymbol member in type.GetMembers())
        {
            // Generated members have no kind attribute, so the reader sees the same with and without them.
            if (member is not IMethodSymbol method) continue;
            foreach (AttributeData attribute in method.GetAttributes())
            {
                if (FormulaKinds.KindOfMethodAttribute(attribute.AttributeClass) is not { } kind) continue;
                declarations.Add(DeclarationReader.ReadMethod(method, attribute, kind, compilation, declarations.Count, locations, cancellation));
                break;
            }
        }

        return new RecipeModel(
            type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "",
            type.Name,
            ContainingTypesOf(type),
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            RunOf(declarations),
            DeclarationNames.Number(declarations),
            SourceOf(type, cancellation),
            ShapeOf(type, cancellation));
    }

    private static RunModel RunOf(List<Declaration> declarations)
    {
        foreach (Declaration declaration in declarations)
            if (declaration.Kind == DeclarationKind.Recipe)
                return new RunModel(
                    (int)declaration.Number("Epochs", 10), (int)declaration.Number("BatchSize", 32),
                    declaration.Find("Seed")?.Integer ?? 0, declaration.Flag("DropLast", false));
        return new RunModel(10, 32, 0, false);
    }

    private static EquatableArray<ContainingType> ContainingTypesOf(INamedTypeSymbol type)
    {
        var result = new List<ContainingType>();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            string keyword = outer.TypeKind switch
            {
                TypeKind.Interface => "interface",
                TypeKind.Struct => outer.IsRecord ? "record struct" : "struct",
                _ => outer.IsRecord ? "record" : "class",
            };
            result.Insert(0, new ContainingType(keyword, outer.Name));
        }
        return new EquatableArray<ContainingType>([.. result]);
    }

    private static RecipeShape ShapeOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        bool containersArePartial = true;
        bool generic = type.IsGenericType;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containersArePartial &= IsPartial(outer, cancellation);
            generic |= outer.IsGenericType;
        }
        return new RecipeShape(IsPartial(type, cancellation), type.IsStatic, generic, containersArePartial, type.IsAbstract);
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                return true;
        return false;
    }

    private static Location NameLocation(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax { AttributeLists.Count: > 0 } declaration)
                return declaration.Identifier.GetLocation();
        return type.Locations.Length > 0 ? type.Locations[0] : Location.None;
    }

    /// <summary>The parts of the class that its author wrote, for the report; attribute lists only need no semantic model.</summary>
    private static string SourceOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var parts = new List<string>();
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is not TypeDeclarationSyntax { AttributeLists.Count: > 0 } declaration) continue;
            parts.Add(declaration.ToString().Replace("\r\n", "\n"));
        }
        return string.Join("\n", parts);
    }
}
