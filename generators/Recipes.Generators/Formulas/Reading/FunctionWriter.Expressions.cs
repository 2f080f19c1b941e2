using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

// Expressions: literals, names, arithmetic, picks, choices by a switch.
internal sealed partial class FunctionWriter
{
    private Fragment WriteExpression(ExpressionSyntax expression)
    {
        _cancellation.ThrowIfCancellationRequested();
        _size++;
        _deepest = Math.Max(_deepest, ++_depth);
        Fragment written = WriteAnyExpression(expression);
        _depth--;
        return written;
    }

    private Fragment WriteAnyExpression(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return WriteExpression(inner.Expression);
            case LiteralExpressionSyntax literal:
                return WriteLiteral(literal);
            case IdentifierNameSyntax name:
                return _scope.Find(name.Identifier.ValueText) is { } variable
                    ? variable.Constant ?? Fragment.Primary(EscapeName(name.Identifier.ValueText), variable.Type)
                    : WriteName(name);
            case MemberAccessExpressionSyntax member when member.IsKind(SyntaxKind.SimpleMemberAccessExpression):
                return WriteMember(member);
            case ElementAccessExpressionSyntax pick:
                return WritePick(pick);
            case InvocationExpressionSyntax call:
                return WriteCall(call);
            case PrefixUnaryExpressionSyntax unary:
                return WriteUnary(unary);
            case BinaryExpressionSyntax binary:
                return WriteBinary(binary);
            case ConditionalExpressionSyntax choice:
                return WriteChoice(choice);
            case CastExpressionSyntax cast:
                return WriteCast(cast);
            case SwitchExpressionSyntax or IsPatternExpressionSyntax:
                return Refuse(FormulaProblems.ControlFlowOnValues, expression, "write Where(condition, a, b), or '?:' on a switch (bool parameter)");
            case AssignmentExpressionSyntax:
                return RefuseSyntax(expression, "assign in a statement of its own");
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                return RefuseSyntax(expression, "write x = x + 1");
            case ThisExpressionSyntax or BaseExpressionSyntax:
                return Refuse(FormulaProblems.State, expression);
            case PredefinedTypeSyntax or IdentifierNameSyntax { IsMissing: true }:
                return RefuseTextExpression(expression, "a value is missing");
            default:
                return RefuseSyntax(expression, "write arithmetic, functions of Recipes.Formulas.Math, row[label], and '?:' on switches");
        }
    }

    private Fragment WriteLiteral(LiteralExpressionSyntax literal)
    {
        switch (literal.Token.Value)
        {
            case bool flag:
                return Fragment.Primary(flag ? "true" : "false", FormulaType.Flag);
            case double number:
                return Fragment.Number(number, FormulaType.Number);
            // In a text every number is real.
            case int or uint or long or ulong when ToNumber(literal.Token.Value) is { } whole:
                return Fragment.Number(whole, _names.IsText ? FormulaType.Number : FormulaType.Integer);
            case float or decimal:
                _problems.Add(FormulaProblems.UnsupportedType, literal, "'" + literal.Token.Text + "'", $"write a double: {literal.Token.Text.TrimEnd('f', 'F', 'm', 'M')}");
                return Fragment.Refused;
            default:
                return RefuseSyntax(literal, "write a number");
        }
    }

    private Fragment WriteName(ExpressionSyntax name)
    {
        switch (_names.Name(name))
        {
            case NameMeaning.Constant { Value: bool flag }:
                return Fragment.Primary(flag ? "true" : "false", FormulaType.Flag);
            case NameMeaning.Constant constant when ToNumber(constant.Value) is { } number:
                return Fragment.Number(number, constant.Value is double || _names.IsText ? FormulaType.Number : FormulaType.Integer);
            case NameMeaning.Refused refused:
                _problems.Add(refused.Rule, name, refused.Arguments);
                return Fragment.Refused;
            default:
                return RefuseTextExpression(name, "there is no such name");
        }
    }

    private Fragment WriteMember(MemberAccessExpressionSyntax member)
    {
        if (IsNameOfType(member.Expression)) return WriteName(member);
        Fragment value = WriteExpression(member.Expression);
        if (value.Type.IsUnknown) return Fragment.Refused;
        if (value.Type.Shape == FormulaShape.Row && member.Name is IdentifierNameSyntax { Identifier.ValueText: "Count" })
            return Fragment.Primary(value.Within(Precedence.Primary) + ".Count", FormulaType.Number);
        return RefuseSyntax(member, "the only member of a value is the Count of a row");
    }

    /// <summary>Whether a dotted name starts outside of the function, with a type or a namespace.</summary>
    private bool IsNameOfType(ExpressionSyntax expression)
    {
        while (expression is MemberAccessExpressionSyntax member) expression = member.Expression;
        return expression is PredefinedTypeSyntax or AliasQualifiedNameSyntax or GenericNameSyntax
            || (expression is IdentifierNameSyntax name && _scope.Find(name.Identifier.ValueText) is null);
    }

    private Fragment WritePick(ElementAccessExpressionSyntax pick)
    {
        Fragment row = WriteExpression(pick.Expression);
        if (row.Type.IsUnknown) return Fragment.Refused;
        if (row.Type.Shape != FormulaShape.Row || pick.ArgumentList.Arguments.Count != 1 || pick.ArgumentList.Arguments[0] is not { NameColon: null, RefKindKeyword.RawKind: 0 } argument)
            return RefuseSyntax(pick, "a row is read at a Label: row[label]");
        Fragment index = WriteExpression(argument.Expression);
        if (index.Type.IsUnknown) return Fragment.Refused;
        if (index.Type.Shape != FormulaShape.Label) return RefuseSyntax(pick, "a row is read at a Label: row[label]");
        if (row.Type.Axis != index.Type.Axis) return RefuseTextExpression(pick, $"a {row.Type} is not read at a {index.Type}");
        return Fragment.Primary($"{row.Within(Precedence.Primary)}[{index.Text}]", FormulaType.Scalar);
    }

    private Fragment WriteUnary(PrefixUnaryExpressionSyntax unary)
    {
        switch (unary.Kind())
        {
            case SyntaxKind.UnaryMinusExpression:
                Fragment negated = WriteExpression(unary.Operand);
                if (negated.Type.IsUnknown) return Fragment.Refused;
                if (!negated.Type.IsNumeric) return RefuseTextExpression(unary, $"a {negated.Type} has no sign");
                return new("-" + negated.AfterSign(Precedence.Unary), Precedence.Unary, negated.Type);
            case SyntaxKind.UnaryPlusExpression:
                Fragment same = WriteExpression(unary.Operand);
                return same.Type.IsNumeric ? same : RefuseTextExpression(unary, $"a {same.Type} has no sign");
            case SyntaxKind.LogicalNotExpression:
                Fragment flag = WriteExpression(unary.Operand);
                if (flag.Type.IsUnknown) return Fragment.Refused;
                if (flag.Type.Shape != FormulaShape.Flag) return Refuse(FormulaProblems.ControlFlowOnValues, unary, "write Not(condition)");
                return new("!" + flag.Within(Precedence.Unary), Precedence.Unary, FormulaType.Flag);
            case SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression:
                return RefuseSyntax(unary, "write x = x + 1");
            default:
                return RefuseSyntax(unary, "write arithmetic with + - * /");
        }
    }

    private Fragment WriteChoice(ConditionalExpressionSyntax choice)
    {
        Fragment condition = WriteCondition(
            choice.Condition,
            () => $"write Where({SuggestCondition(choice.Condition)}, {ProblemList.Quote(choice.WhenTrue)}, {ProblemList.Quote(choice.WhenFalse)})");
        Fragment whenTrue = WriteExpression(choice.WhenTrue);
        Fragment whenFalse = WriteExpression(choice.WhenFalse);
        if (CommonType(whenTrue.Type, whenFalse.Type) is not { } type) return RefuseTextExpression(choice, $"it is a {whenTrue.Type} or a {whenFalse.Type}");
        return new(
            $"{condition.Within(Precedence.Or)}?{whenTrue.Within(Precedence.Or)}:{whenFalse.Within(Precedence.Or)}", Precedence.Conditional, type);
    }

    private static FormulaType? CommonType(FormulaType a, FormulaType b)
    {
        if (a.IsUnknown || b.IsUnknown) return FormulaType.Unknown;
        return a == b ? a : a.IsScalarLike && b.IsScalarLike ? FormulaType.Union(a, b) : null;
    }

    /// <summary>Something that is true or false when the recipe compiles: switches and what is made of them.</summary>
    private Fragment WriteCondition(ExpressionSyntax condition, Func<string> instead)
    {
        ExpressionSyntax bare = condition;
        while (bare is ParenthesizedExpressionSyntax inner) bare = inner.Expression;
        if (bare is BinaryExpressionSyntax comparison && ComparisonOf(comparison.Kind()) is not null) return Refuse(FormulaProblems.ControlFlowOnValues, condition, instead());
        Fragment written = WriteExpression(condition);
        if (written.Type.IsUnknown || written.Type.Shape == FormulaShape.Flag) return written;
        return Refuse(FormulaProblems.ControlFlowOnValues, condition, instead());
    }

    private Fragment WriteCast(CastExpressionSyntax cast)
    {
        if (_names.Type(cast.Type) is not TypeMeaning.Known known || known.Name != known.Type.ToString())
            return RefuseSyntax(cast, "leave the cast out, or cast to double or Scalar");
        Fragment value = WriteExpression(cast.Expression);
        RequireConversion(value.Type, known.Type, cast, "the cast");
        return value with { Type = known.Type };
    }

    private Fragment Refuse(DiagnosticDescriptor rule, SyntaxNode node, params string[] arguments)
    {
        _problems.Add(rule, node, [ProblemList.Quote(node), .. arguments]);
        return Fragment.Refused;
    }

    private Fragment RefuseSyntax(SyntaxNode node, string instead)
    {
        _problems.Add(FormulaProblems.UnsupportedSyntax, node, "'" + ProblemList.Quote(node) + "'", instead);
        return Fragment.Refused;
    }
}
