using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>The problems of one function, in the order in which they are met.</summary>
internal sealed class ProblemList
{
    private readonly List<FormulaProblem> _problems = [];

    public IReadOnlyList<FormulaProblem> Problems => _problems;

    /// <summary>Something does not compile as C#, and the compiler says so itself.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether no formula can come of it.</summary>
    public bool HasFailed => IsBroken || _problems.Count > 0;

    public void Add(DiagnosticDescriptor rule, TextSpan span, params string[] arguments)
    {
        var problem = new FormulaProblem(rule.Id, span, new(arguments));
        if (!_problems.Contains(problem)) _problems.Add(problem);
    }

    public void Add(DiagnosticDescriptor rule, SyntaxNode node, params string[] arguments) => Add(rule, node.Span, arguments);

    public void Break() => IsBroken = true;

    /// <summary>How a message quotes <paramref name="node"/>: on one line, and not too long.</summary>
    public static string Quote(SyntaxNode node) => Shorten(node.WithoutTrivia().NormalizeWhitespace(indentation: "", eol: " ").ToFullString());

    private static string Shorten(string text) => text.Length <= 60 ? text : text.Substring(0, 57) + "...";
}
