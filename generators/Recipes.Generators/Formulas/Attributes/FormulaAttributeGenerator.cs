using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Attributes;

/// <summary>Derives an attribute from every formula of a static class, for the recipes of the projects that reference its assembly.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FormulaAttributeGenerator : IIncrementalGenerator
{
    /// <summary>The tracked step of each kind.</summary>
    internal static string TrackingName(FormulaKind kind) => "FormulaAttribute." + kind;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (FormulaKind kind in Enum.GetValues(typeof(FormulaKind)).Cast<FormulaKind>())
        {
            IncrementalValuesProvider<FormulaAttributeModel> models = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    $"Recipes.{kind}Attribute",
                    static (node, _) => node is MethodDeclarationSyntax { Parent: ClassDeclarationSyntax },
                    static (target, cancellation) => FormulaAttributeReader.Read(target, cancellation))
                .Where(static model => model is not null)
                .Select(static (model, _) => model!)
                .WithTrackingName(TrackingName(kind));
            context.RegisterSourceOutput(models, static (output, model) => Write(output, model));
        }
    }

    private static void Write(SourceProductionContext output, FormulaAttributeModel model)
    {
        if (model.Failure is { } failure)
        {
            output.ReportDiagnostic(InternalError.Of(model.HintName, failure));
            return;
        }

        try
        {
            output.AddSource(model.HintName, SourceText.From(FormulaAttributeWriter.Write(model), Encoding.UTF8));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            output.ReportDiagnostic(InternalError.Of(model.HintName, InternalError.Describe(exception)));
        }
    }
}
