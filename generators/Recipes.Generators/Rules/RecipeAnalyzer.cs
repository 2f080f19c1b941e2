using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules;

/// <summary>Reads each recipe once, as the generator does, and puts it before every rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecipeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(RuleTable.All, rule => rule.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(RecipeReader.RecipeAttribute) is not { } recipeAttribute) return;
            start.RegisterSymbolAction(symbol => Analyze(symbol, recipeAttribute), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol recipeAttribute)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !Carries(type, recipeAttribute)) return;
        var locations = new DeclarationLocations();
        RecipeModel recipe = RecipeReader.Read(type, context.Compilation, locations, context.CancellationToken);
        var recipeContext = new RecipeContext(recipe, locations, type, context.Compilation, context.ReportDiagnostic, context.CancellationToken);
        foreach (IRecipeRule rule in RuleTable.All)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            rule.Check(recipeContext);
        }
    }

    private static bool Carries(INamedTypeSymbol type, INamedTypeSymbol recipeAttribute)
    {
        foreach (AttributeData attribute in type.GetAttributes())
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, recipeAttribute))
                return true;
        return false;
    }
}
