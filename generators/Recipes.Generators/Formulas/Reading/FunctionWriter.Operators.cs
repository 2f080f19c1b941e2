using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

// Binary operators: real arithmetic, and logic of switches.
internal sealed partial class FunctionWriter
{
    private Fragment WriteBinary(BinaryExpressionSyntax binary)
    {
        switch (binary.Kind())
        {
            case SyntaxKind.AddExpression:
                return WriteArithmetic(binary, '+');
            case SyntaxKind.SubtractExpression:
                return WriteArithmetic(binary, '-');
            case SyntaxKind.MultiplyExpression:
                return WriteArithmetic(binary, '*');
            case SyntaxKind.DivideExpression:
                return WriteArithmetic(binary, '/');
            case SyntaxKind.LogicalAndExpression:
                return WriteLogic(binary, "&&", Precedence.And, "And");
            case SyntaxKind.LogicalOrExpression:
                return WriteLogic(binary, "||", Precedence.Or, "Or");
            case SyntaxKind kind when ComparisonOf(kind) is not null:
                return Refuse(FormulaProblems.ControlFlowOnValues, binary, $"write {SuggestCondition(binary)} and choose with Where");
            default:
                return RefuseSyntax(binary, "write arithmetic with + - * /");
        }
    }

    private Fragment WriteArithmetic(BinaryExpressionSyntax binary, char sign) =>
        WriteArithmetic(binary, sign, WriteExpression(binary.Left), WriteExpression(binary.Right), binary.Left, binary.Right);

    private Fragment WriteArithmetic(SyntaxNode node, char sign, Fragment left, Fragment right, ExpressionSyntax leftSyntax, ExpressionSyntax rightSyntax)
    {
        if (left.Type.IsUnknown || right.Type.IsUnknown) return Fragment.Refused;
        if (left.Type.Shape == FormulaShape.Integer && right.Type.Shape == FormulaShape.Integer)
            return Refuse(FormulaProblems.IntegerArithmetic, node, IntegerResult(node), SuggestReal(leftSyntax, sign, rightSyntax));
        if (FormulaType.Union(left.Type, right.Type) is not { } type) return RefuseTextExpression(node, $"a {left.Type} and a {right.Type} do not go together");

        Precedence own = sign is '+' or '-' ? Precedence.Sum : Precedence.Product;
        return new(left.Within(own) + sign + right.AfterSign(own + 1), own, type);
    }

    private Fragment WriteLogic(BinaryExpressionSyntax binary, string sign, Precedence own, string function)
    {
        Fragment left = WriteExpression(binary.Left);
        Fragment right = WriteExpression(binary.Right);
        if (left.Type.IsUnknown || right.Type.IsUnknown) return Fragment.Refused;
        if (left.Type.Shape != FormulaShape.Flag || right.Type.Shape != FormulaShape.Flag)
            return Refuse(FormulaProblems.ControlFlowOnValues, binary, $"write {function}(a, b) and choose with Where");
        return new(left.Within(own) + sign + right.Within(own + 1), own, FormulaType.Flag);
    }

    /// <summary>The function that compares as an operator does; null when the operator does not compare.</summary>
    private static string? ComparisonOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => "Less",
        SyntaxKind.LessThanOrEqualExpression => "LessOrEqual",
        SyntaxKind.GreaterThanExpression => "Greater",
        SyntaxKind.GreaterThanOrEqualExpression => "GreaterOrEqual",
        SyntaxKind.EqualsExpression => "Equal",
        SyntaxKind.NotEqualsExpression => "Not(Equal",
        _ => null,
    };

    private static string SuggestCondition(ExpressionSyntax condition)
    {
        while (condition is ParenthesizedExpressionSyntax inner) condition = inner.Expression;
        if (condition is not BinaryExpressionSyntax binary || ComparisonOf(binary.Kind()) is not { } function) return ProblemList.Quote(condition);
        string closing = binary.IsKind(SyntaxKind.NotEqualsExpression) ? "))" : ")";
        return $"{function}({ProblemList.Quote(binary.Left)}, {ProblemList.Quote(binary.Right)}{closing}";
    }

    /// <summary>What C# makes of it, for two literals; a division that loses its remainder is the case that matters.</summary>
    private static string IntegerResult(SyntaxNode node) => node is BinaryExpressionSyntax
    {
        RawKind: (int)SyntaxKind.DivideExpression,
        Left: LiteralExpressionSyntax { Token.Value: int dividend },
        Right: LiteralExpressionSyntax { Token.Value: int divisor and not 0 },
    }
        ? "it is " + Literals.Literal(dividend / divisor)
        : "both sides are integers";

    private static string SuggestReal(ExpressionSyntax left, char sign, ExpressionSyntax right)
    {
        if (left is LiteralExpressionSyntax { Token.Value: int number }) return $"{Literals.Literal((double)number)} {sign} {ProblemList.Quote(right)}";
        if (right is LiteralExpressionSyntax { Token.Value: int other }) return $"{ProblemList.Quote(left)} {sign} {Literals.Literal((double)other)}";
        return "one side as a double";
    }

    private static bool IsIntegerKeyword(SyntaxKind keyword) => keyword is SyntaxKind.IntKeyword or SyntaxKind.UIntKeyword or SyntaxKind.LongKeyword
        or SyntaxKind.ULongKeyword or SyntaxKind.ShortKeyword or SyntaxKind.UShortKeyword or SyntaxKind.ByteKeyword or SyntaxKind.SByteKeyword;
}
