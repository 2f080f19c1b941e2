using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>
/// Checks that one function is in the formula language and writes its canonical text: resolved names, real-number literals, explicit
/// types, positional arguments, no more parentheses than needed, no trivia.
/// </summary>
internal sealed partial class FunctionWriter
{
    private readonly FunctionSyntax _function;
    private readonly FormulaNames _names;
    private readonly NestedFunctions _nested;
    private readonly ProblemList _problems;
    private readonly CancellationToken _cancellation;
    private FormulaScope _scope;
    private long _size;
    private int _depth;
    private int _deepest;

    private FunctionWriter(
        FunctionSyntax function, FormulaNames names, FormulaScope? around, NestedFunctions nested, ProblemList problems, CancellationToken cancellation)
    {
        _function = function;
        _names = names;
        _nested = nested;
        _problems = problems;
        _cancellation = cancellation;
        _scope = new FormulaScope(around, seesConstantsOnly: true);
    }

    /// <summary>Writes <paramref name="function"/>; what it calls goes into <paramref name="nested"/>, what is wrong into <paramref name="problems"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="kind">What it is a formula of; null for a helper, which may have any parameters.</param>
    /// <param name="names">What names mean in it.</param>
    /// <param name="around">The scope that a local function stands in.</param>
    /// <param name="nested">The functions that are nested in the text.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static WrittenFunction? Write(
        FunctionSyntax function, FormulaKind? kind, FormulaNames names, FormulaScope? around, NestedFunctions nested, ProblemList problems, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (FormulaSize.Refusal(function.Declaration) is { } refusal)
        {
            problems.Add(FormulaProblems.TooLarge, function.Identifier.Span, [function.Name, .. refusal]);
            return null;
        }

        return new FunctionWriter(function, names, around, nested, problems, cancellation).Write(kind);
    }

    private WrittenFunction? Write(FormulaKind? kind)
    {
        if (_function.Refusal() is var (what, instead))
        {
            _problems.Add(FormulaProblems.NotPlainStatic, _function.Identifier.Span, _function.Name, what, instead);
            return null;
        }

        List<WrittenParameter> parameters = [];
        foreach (ParameterSyntax parameter in _function.Parameters.Parameters)
            if (ReadParameter(parameter, kind) is { } written) parameters.Add(written);
        FormulaType returns = ReadReturnType(out string returnText);
        if (!_problems.HasFailed && kind is { } known) CheckSignature(known, parameters, returns);
        foreach (WrittenParameter parameter in parameters)
            if (!_scope.Declare(parameter.Definition.Name, new(parameter.Type, ByReference: parameter.Definition.ByReference))) RefuseText(parameter.Syntax, "the name is taken");

        (string statements, string result) = WriteBody(returns);
        if (_problems.HasFailed) return null;
        return new WrittenFunction(_function.Name, parameters, returns, returnText, statements, result, _size, _deepest);
    }

    private FormulaType ReadReturnType(out string text)
    {
        text = "";
        switch (_names.Type(_function.ReturnType))
        {
            case TypeMeaning.Known known when known.Role is null or FormulaRole.Scalar or FormulaRole.ClassRow or FormulaRole.FeatureRow or FormulaRole.ElementRow or FormulaRole.IncomingRow
                    or FormulaRole.Knob or FormulaRole.Flag or FormulaRole.Label or FormulaRole.Value:
                text = known.Name;
                return known.Type;
            case TypeMeaning.Known known:
                _problems.Add(FormulaProblems.UnsupportedType, _function.ReturnType, $"'{known.Name}' as a result", $"return {known.Type}");
                break;
            case TypeMeaning.Foreign foreign:
                _problems.Add(FormulaProblems.UnsupportedType, _function.ReturnType, "'" + ProblemList.Quote(_function.ReturnType) + "'", foreign.Instead);
                break;
            default:
                RefuseText(_function.ReturnType, "there is no such type");
                break;
        }

        return FormulaType.Unknown;
    }

    private void CheckSignature(FormulaKind kind, List<WrittenParameter> parameters, FormulaType returns)
    {
        IReadOnlyList<FormulaSignature> forms = FormulaSignature.Of(kind);
        FormulaParameter[] definitions = [.. parameters.Select(p => p.Definition)];
        if (forms.Any(form => form.Returns == returns && form.Accepts(definitions))) return;
        _problems.Add(
            FormulaProblems.WrongSignature, _function.Identifier.Span, _function.Name, kind.ToString(), string.Join(" or ", forms.Select(form => "'" + form.Form + "'")));
    }

    /// <summary>The body as statements (with their semicolons) and the expression that it returns.</summary>
    private (string Statements, string Result) WriteBody(FormulaType returns)
    {
        if (_function.Result is { } expression) return ("", WriteResult(expression, returns));
        var text = new StringBuilder();
        SyntaxList<StatementSyntax> statements = _function.Body!.Statements;
        DeclareFunctions(statements);
        if (statements.LastOrDefault(s => s is not LocalFunctionStatementSyntax) is not ReturnStatementSyntax { Expression: not null } last)
        {
            _problems.Add(FormulaProblems.UnsupportedSyntax, _function.Identifier.Span, $"'{_function.Name}' without a last statement 'return …;'", "end it with one");
            return ("", "");
        }

        foreach (StatementSyntax statement in statements)
            if (statement != last) WriteStatement(statement, text);
        return (text.ToString(), WriteResult(last.Expression, returns));
    }

    private string WriteResult(ExpressionSyntax expression, FormulaType returns)
    {
        Fragment result = WriteExpression(expression);
        RequireConversion(result.Type, returns, expression, $"the result of '{_function.Name}'");
        return result.Text;
    }

    /// <summary>Sees to it that a value of type <paramref name="from"/> may stand where <paramref name="to"/> is declared.</summary>
    private void RequireConversion(FormulaType from, FormulaType to, ExpressionSyntax value, string target)
    {
        if (from.ConvertsTo(to)) return;
        if (from.Shape == FormulaShape.Scalar && to.Shape == FormulaShape.Number)
            _problems.Add(FormulaProblems.ComputedKnob, value, ProblemList.Quote(value), target);
        else
            RefuseText(value, $"{target} is a {to}, and this is a {from}");
    }

    /// <summary>Refuses what the C# compiler has refused already, if it has seen the function.</summary>
    private void RefuseText(SyntaxNode node, string why)
    {
        if (_names.IsText) _problems.Add(FormulaProblems.UnsupportedSyntax, node, "'" + ProblemList.Quote(node) + "'", why);
        else _problems.Break();
    }

    private Fragment RefuseTextExpression(SyntaxNode node, string why)
    {
        RefuseText(node, why);
        return Fragment.Refused;
    }

    internal static string EscapeName(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && !IsContextual(name) ? name : "@" + name;

    /// <summary>Names that the parser takes for an operator before anything else.</summary>
    internal static bool IsContextual(string word) => word is "await" or "async" or "with";
}
