using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;
using Recipes.Generators.Writing;

namespace Recipes.Generators;

/// <summary>Turns each class with <c>[Recipe]</c> into a trainer and a model. Reports nothing: the analyzers speak.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RecipeGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps that tests follow.</summary>
    public static class Steps
    {
        /// <summary>Reading symbols into a recipe model.</summary>
        public const string Model = "RecipeModel";
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<RecipeModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                RecipeReader.RecipeAttribute,
                static (node, _) => node is ClassDeclarationSyntax,
                static (match, cancellation) => RecipeReader.Read((INamedTypeSymbol)match.TargetSymbol, match.SemanticModel.Compilation, null, cancellation))
            .WithTrackingName(Steps.Model);

        IncrementalValuesProvider<(RecipeModel Model, string File)> files = models
            .Combine(models.Select(static (model, _) => model.HintName).Collect())
            .Select(static (pair, _) => (pair.Left, HintNames.Of(pair.Left.HintName, pair.Right)));

        context.RegisterSourceOutput(files, static (output, recipe) =>
        {
            (RecipeModel model, string file) = recipe;
            if (StepPlanner.Plan(model) is not { } plan) return;
            if (RecipeWriter.Write(plan, out _) is not { } text) return;
            output.AddSource(file, SourceText.From(text, System.Text.Encoding.UTF8));
        });
    }
}
