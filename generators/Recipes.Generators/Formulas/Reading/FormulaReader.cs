using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>Reads formulas: methods in source, and canonical texts in metadata.</summary>
/// <remarks>
/// A canonical text is one static local function without anything around it:
/// <code>
/// static Type Name([Range(lo,hi)][Decay][Ascends][IsMatrix][IsStart][Initial(v)]ref Type name=default,…){helpers statements return expression;}   or   …=>expression;
/// helper:     static Type Name(Type name,…)…    called with every argument, in order; before those that call it; no attributes, no defaults
/// statement:  Type name=expression;   name=expression;   if(flag){…}else{…}
/// expression: numbers (1.0, 1E-08, double.NaN, double.PositiveInfinity), names, + - * / with real numbers, Function(…), row[label],
///             row.Count, flag?a:b, and for flags true, false, ! &amp;&amp; ||
/// </code>
/// A function of the language always wins over the formula's own name: <c>static Scalar Tanh(Scalar x)=>Tanh(x);</c> is no recursion.
/// A <c>ref</c> argument of a helper is a ref parameter of the function that calls it.
/// </remarks>
internal static class FormulaReader
{
    private static readonly FormulaReading s_nothing = new(null, []);

    /// <summary>Reads a method that is marked as a formula; one that is not gives neither a formula nor problems.</summary>
    public static FormulaReading FromSource(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        if (!FormulaMark.IsCandidate(method) || HasErrors(method)) return s_nothing;
        if (model.GetDeclaredSymbol(method, cancellation) is not { } symbol) return s_nothing;
        IReadOnlyList<FormulaMark> marks = FormulaMark.Find(method, symbol);
        if (marks.Count == 0) return s_nothing;

        FormulaKind kind = marks[0].Kind;
        var problems = new ProblemList();
        FormulaPlacement.Check(symbol, marks, problems);
        if (FormulaPlacement.IsLibrary(symbol.ContainingType) && AttributeNames.FindOwner(symbol, model.Compilation) is { } owner)
            problems.Add(FormulaProblems.AttributeNameTaken, method.Identifier.Span, symbol.Name, symbol.Name + "Attribute", owner);
        if (symbol.ContainingType.GetMembers(symbol.Name).Length > 1) problems.Add(FormulaProblems.Overloaded, method.Identifier.Span, symbol.Name);

        FunctionSyntax function = FunctionSyntax.Of(method);
        string? text = Write(function, kind, new SourceNames(model, method), problems, cancellation, out _);
        KnobNames.Check(method, kind, problems);
        if (text is null || problems.HasFailed) return Failed(problems);

        // The text that others will read is read here already: both roads are one.
        if (FromMetadata(FormulaLanguage.Version, kind.ToString(), text, out string? problem) is { } formula) return new FormulaReading(formula, []);
        problems.Add(FormulaProblems.CalleeRefused, method.Identifier.Span, symbol.Name, problem!);
        return Failed(problems);
    }

    /// <summary>Reads a canonical text that an attribute carries. Never throws: the text is input from strangers.</summary>
    /// <param name="version">Version of the text's grammar.</param>
    /// <param name="kind">Name of the kind.</param>
    /// <param name="text">The text.</param>
    /// <param name="problem">Why there is no formula; null if there is one.</param>
    public static FormulaDefinition? FromMetadata(int version, string? kind, string? text, out string? problem)
    {
        problem = null;
        if (FormulaCache.Find(version, kind, text) is { } known) return known;
        if (FormulaText.Parse(version, kind, text, out FormulaKind parsed, ref problem) is not { } function) return null;
        var problems = new ProblemList();
        string? canonical = Write(function, parsed, TextNames.Instance, problems, CancellationToken.None, out WrittenFunction? written);
        if (canonical is not null)
        {
            var formula = new FormulaDefinition(function.Name, parsed, written!.Parameters.Select(p => p.Definition).ToEquatableArray(), canonical);
            FormulaCache.Keep(version, kind!, text!, formula);
            return formula;
        }

        problem = problems.Problems.Count > 0 ? problems.Problems[0].Message : "it does not compile";
        return null;
    }

    private static string? Write(
        FunctionSyntax function, FormulaKind kind, FormulaNames names, ProblemList problems, CancellationToken cancellation, out WrittenFunction? written)
    {
        var nested = new NestedFunctions();
        foreach (string name in FormulaLanguage.Functions.Keys.Concat(FormulaLanguage.Roles.Keys).Concat(FormulaLanguage.Axes.Keys)) nested.Reserve(name);
        foreach (string name in new[] { "Row", "Condition", function.Name }.Concat(DeclaredNames(function.Declaration))) nested.Reserve(name);

        nested.Open(function.Declaration, function.Name);
        written = FunctionWriter.Write(function, kind, names, around: null, nested, problems, cancellation);
        nested.Close();
        if (written is null) return null;
        string text = written.FormulaText(nested.Text);
        if (text.Length <= FormulaLanguage.MaximumLength) return text;
        problems.Add(
            FormulaProblems.TooLarge, function.Identifier.Span,
            [function.Name, .. FormulaSize.Arguments(text.Length, "characters of canonical text", FormulaLanguage.MaximumLength)]);
        return null;
    }

    /// <summary>Parameters and locals: a helper of the same name would not compile beside them.</summary>
    private static IEnumerable<string> DeclaredNames(SyntaxNode declaration)
    {
        foreach (SyntaxNode node in declaration.DescendantNodes(n => n == declaration || n is not LocalFunctionStatementSyntax))
        {
            if (node is ParameterSyntax parameter) yield return parameter.Identifier.ValueText;
            else if (node is VariableDeclaratorSyntax variable) yield return variable.Identifier.ValueText;
        }
    }

    /// <summary>Whether the parser has complained: half-typed code is not judged.</summary>
    private static bool HasErrors(SyntaxNode node) => node.ContainsDiagnostics && node.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error);

    private static FormulaReading Failed(ProblemList problems) =>
        new(null, problems.Problems.OrderBy(p => p.Span.Start).ThenBy(p => p.Id, System.StringComparer.Ordinal).ToEquatableArray());
}
