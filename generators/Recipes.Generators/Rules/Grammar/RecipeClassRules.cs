using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>The generator writes another part of the class.</summary>
internal sealed class NotPartialRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NotPartial, "A recipe class is partial",
        "Recipe '{0}' is not partial, so no trainer can be generated into it; add 'partial'",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NotPartial + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (!context.Recipe.Shape.IsPartial) context.ReportAt(Descriptor, context.Locations.Class, context.Recipe.Name);
    }
}

/// <summary>The generated part repeats the headers of the types around it.</summary>
internal sealed class ContainerNotPartialRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.ContainerNotPartial, "The types around a recipe are partial",
        "Recipe '{0}' is nested in '{1}', which is not partial, so no trainer can be generated into it; add 'partial' to '{1}'",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.ContainerNotPartial + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Recipe.Shape.ContainersArePartial) return;
        for (INamedTypeSymbol? outer = context.Symbol.ContainingType; outer is not null; outer = outer.ContainingType)
            if (!RecipeParts.IsPartial(outer, context.Cancellation))
            {
                context.ReportAt(Descriptor, context.Locations.Class, context.Recipe.Name, outer.Name);
                return;
            }
    }
}

/// <summary>Recipes are named as type arguments, and C# allows no static class there.</summary>
internal sealed class StaticRecipeRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.StaticRecipe, "A recipe class is not static",
        "Recipe '{0}' is static, and a static class cannot be a type argument, as recipes are; remove 'static'",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.StaticRecipe + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (!context.Recipe.Shape.IsStatic) return;
        context.ReportAt(Descriptor, RecipeParts.Modifier(context, SyntaxKind.StaticKeyword), context.Recipe.Name);
    }
}

/// <summary>Shapes are constants of one trainer; a type parameter has nothing to vary.</summary>
internal sealed class GenericRecipeRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.GenericRecipe, "A recipe class is not generic",
        "Recipe '{0}' has type parameters or is nested in a type that has some, and one trainer is generated for one recipe; remove them",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.GenericRecipe + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (!context.Recipe.Shape.IsGeneric) return;
        foreach (TypeDeclarationSyntax part in context.Parts())
            if (part.TypeParameterList is { } list)
            {
                context.ReportAt(Descriptor, list.GetLocation(), context.Recipe.Name);
                return;
            }
        context.ReportAt(Descriptor, context.Locations.Class, context.Recipe.Name);
    }
}

/// <summary>The generated part is a plain class in a file of its own.</summary>
internal sealed class NotPlainClassRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NotPlainClass, "A recipe is a plain class",
        "Recipe '{0}' is a {1}, and the generated part is a class in another file; write 'partial class {0}'",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NotPlainClass + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        if (context.Symbol.IsRecord)
            context.ReportAt(Descriptor, context.Locations.Class, context.Recipe.Name, "record");
        else if (context.Symbol.IsFileLocal)
            context.ReportAt(Descriptor, RecipeParts.Modifier(context, SyntaxKind.FileKeyword), context.Recipe.Name, "file-local class");
    }
}
