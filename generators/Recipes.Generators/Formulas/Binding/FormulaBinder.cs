using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Formulas.Binding;

/// <summary>The value of a bound formula, and the new values of its parameters passed by reference.</summary>
internal sealed record BoundBody(Node Result, IReadOnlyDictionary<string, Node> Assigned);

/// <summary>Turns a formula's canonical text into nodes, given what its parameters stand for.</summary>
/// <remarks>
/// The language is closed, so no semantic model is needed. Functions nested in the text are expanded where they are called. Whatever
/// is not understood is refused.
/// </remarks>
internal sealed class FormulaBinder
{
    private const int MaximumCallDepth = 32;

    private const int MaximumDepth = 250;

    private readonly FormulaGraph _graph;
    private int _depth;

    private FormulaBinder(FormulaGraph graph) => _graph = graph;

    /// <summary>Binds <paramref name="text"/> with an argument for each parameter, in order.</summary>
    /// <exception cref="FormulaLimitException">The text is outside of the language or too large.</exception>
    public static BoundBody Bind(FormulaGraph graph, FormulaDefinition formula, IReadOnlyList<Meaning> arguments)
    {
        // The front end has looked at the text already; a definition made by hand must not crash the compiler either.
        if (TextGuard.Refusal(formula.Text) is { } refusal) throw new FormulaLimitException(refusal);
        if (SyntaxFactory.ParseStatement(formula.Text) is not LocalFunctionStatementSyntax function || function.ContainsDiagnostics)
            throw new FormulaLimitException("its text is not one function");
        if (FormulaSize.Refusal(function, slack: 16) is { } size) throw new FormulaLimitException($"it has {size[0]} {size[1]}, more than {size[2]}");
        if (function.ParameterList.Parameters.Count != arguments.Count) throw new FormulaLimitException("its text has other parameters than its declaration");

        var typed = new List<Meaning>();
        for (int i = 0; i < arguments.Count; i++) typed.Add(arguments[i].As(FormulaLanguage.TypeOf(formula.Parameters[i])));
        var scope = new Scope(null);
        Meaning result = new FormulaBinder(graph).Call(function, typed, scope, depth: 0);
        var assigned = new Dictionary<string, Node>();
        foreach (ParameterSyntax parameter in function.ParameterList.Parameters)
        {
            string name = parameter.Identifier.ValueText;
            if (parameter.Modifiers.Any(SyntaxKind.RefKeyword) && scope.Values.TryGetValue(name, out Meaning value)) assigned[name] = value.Value;
        }

        return new BoundBody(result.Value, assigned);
    }

    private Meaning Call(LocalFunctionStatementSyntax function, IReadOnlyList<Meaning> arguments, Scope scope, int depth)
    {
        if (depth > MaximumCallDepth) throw new FormulaLimitException($"its functions call each other more than {MaximumCallDepth} deep");
        for (int i = 0; i < arguments.Count; i++)
        {
            ParameterSyntax parameter = function.ParameterList.Parameters[i];
            scope.Values[parameter.Identifier.ValueText] = arguments[i];
            if (parameter.Modifiers.Any(SyntaxKind.RefKeyword)) scope.References.Add(parameter.Identifier.ValueText);
        }

        if (function.ExpressionBody is { } body) return Expressions(scope, depth).Bind(body.Expression);
        return Run(function.Body ?? throw new FormulaLimitException("a function has no body"), scope, depth)
            ?? throw new FormulaLimitException("a function returns nothing");
    }

    /// <summary>Calls a nested function: null if there is none of that name.</summary>
    internal Meaning? CallNested(string name, ArgumentListSyntax list, Scope scope, ExpressionBinder expressions, int depth)
    {
        if (!scope.TryFind(name, out LocalFunctionStatementSyntax? function, out Scope? home)) return null;
        SeparatedSyntaxList<ParameterSyntax> parameters = function!.ParameterList.Parameters;
        var arguments = new Meaning?[parameters.Count];
        var targets = new string?[parameters.Count];
        for (int i = 0; i < list.Arguments.Count; i++)
        {
            ArgumentSyntax argument = list.Arguments[i];
            int index = argument.NameColon is { } named ? IndexOf(parameters, named.Name.Identifier.ValueText) : i;
            if (index < 0 || index >= parameters.Count) throw new FormulaLimitException($"'{name}' is called with an argument that it does not have");
            arguments[index] = expressions.Bind(argument.Expression);
            if (argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword)) targets[index] = (argument.Expression as IdentifierNameSyntax)?.Identifier.ValueText;
        }

        var given = new List<Meaning>();
        for (int i = 0; i < parameters.Count; i++)
        {
            Meaning? value = arguments[i] ?? (parameters[i].Default is { } preset ? expressions.Bind(preset.Value) : (Meaning?)null);
            given.Add(value ?? throw new FormulaLimitException($"'{name}' is called without '{parameters[i].Identifier.ValueText}'"));
        }

        var inner = new Scope(home);
        Meaning result = Call(function, given, inner, depth + 1);
        for (int i = 0; i < targets.Length; i++)
            if (targets[i] is { } target) scope.Assign(_graph, target, inner.Values[parameters[i].Identifier.ValueText]);
        return result;
    }

    /// <summary>Counts what is nested, calls included: a text may not exhaust the stack.</summary>
    internal void Enter()
    {
        _graph.Spend(1);
        if (++_depth > MaximumDepth) throw new FormulaLimitException($"it is nested more than {MaximumDepth} deep");
    }

    internal void Leave() => _depth--;

    /// <summary>Runs a block; the value that it returns, or null if it goes on.</summary>
    private Meaning? Run(StatementSyntax statement, Scope scope, int depth)
    {
        Enter();
        Meaning? result = RunInside(statement, scope, depth);
        Leave();
        return result;
    }

    private Meaning? RunInside(StatementSyntax statement, Scope scope, int depth)
    {
        ExpressionBinder expressions = Expressions(scope, depth);
        switch (statement)
        {
            case BlockSyntax block:
                foreach (StatementSyntax inner in block.Statements)
                    if (inner is LocalFunctionStatementSyntax function) scope.Functions[function.Identifier.ValueText] = function;
                foreach (StatementSyntax inner in block.Statements)
                    if (inner is not LocalFunctionStatementSyntax && Run(inner, scope, depth) is { } result) return result;
                return null;
            case LocalDeclarationStatementSyntax declaration:
                foreach (VariableDeclaratorSyntax variable in declaration.Declaration.Variables)
                {
                    if (variable.Initializer is null) continue;
                    Meaning value = expressions.Bind(variable.Initializer.Value);
                    if (value.Node is { Kind: not (NodeKind.Constant or NodeKind.Input) } node) node.Hint ??= variable.Identifier.ValueText;
                    scope.Values[variable.Identifier.ValueText] = value;
                }

                return null;
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }:
                if (assignment.Left is not IdentifierNameSyntax left) throw new FormulaLimitException($"'{assignment.Left}' is assigned to");
                scope.Assign(_graph, left.Identifier.ValueText, expressions.BindAssigned(assignment));
                return null;
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }:
                expressions.Bind(call);
                return null;
            case IfStatementSyntax choice:
                return expressions.Bind(choice.Condition).Switch ? Run(choice.Statement, scope, depth) : choice.Else is { } other ? Run(other.Statement, scope, depth) : null;
            case ReturnStatementSyntax { Expression: { } returned }:
                return expressions.Bind(returned);
            case EmptyStatementSyntax:
                return null;
            default:
                throw new FormulaLimitException($"'{Shorten(statement)}' is not part of the formula language");
        }
    }

    internal static string Shorten(SyntaxNode node)
    {
        string text = node.ToString();
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    private ExpressionBinder Expressions(Scope scope, int depth) => new(_graph, this, scope, depth);

    private static int IndexOf(SeparatedSyntaxList<ParameterSyntax> parameters, string name)
    {
        for (int i = 0; i < parameters.Count; i++)
            if (parameters[i].Identifier.ValueText == name) return i;
        return -1;
    }
}

/// <summary>Names of one function call; functions are looked up outward, values are not, as nested functions are static.</summary>
internal sealed class Scope(Scope? outer)
{
    public Dictionary<string, Meaning> Values { get; } = [];

    public Dictionary<string, LocalFunctionStatementSyntax> Functions { get; } = [];

    /// <summary>Parameters passed by reference.</summary>
    public HashSet<string> References { get; } = [];

    /// <summary>Gives a name a new value; what is kept for later carries no gradient.</summary>
    public void Assign(FormulaGraph graph, string name, Meaning value) =>
        Values[name] = References.Contains(name) ? ((Meaning)graph.Detach(value.Value)).As(value.Type) : value;

    public bool TryFind(string name, out LocalFunctionStatementSyntax? function, out Scope? home)
    {
        for (home = this; home is not null; home = home.Outer)
            if (home.Functions.TryGetValue(name, out function)) return true;
        function = null;
        return false;
    }

    private Scope? Outer { get; } = outer;
}
