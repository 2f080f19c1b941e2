using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Rules;

/// <summary>Reports what keeps a marked method from being a formula, in the words of the reader that refused it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormulaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => FormulaProblems.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        FormulaReading reading = FormulaReader.FromSource((MethodDeclarationSyntax)context.Node, context.SemanticModel, context.CancellationToken);
        foreach (FormulaProblem problem in reading.Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                FormulaProblems.RuleOf(problem), Location.Create(context.Node.SyntaxTree, problem.Span), [.. problem.Arguments]));
        }
    }
}
