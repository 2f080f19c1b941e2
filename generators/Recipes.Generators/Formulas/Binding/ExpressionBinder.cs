using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Formulas.Binding;

/// <summary>Expressions of a formula, in the scope of one function.</summary>
internal sealed class ExpressionBinder(FormulaGraph graph, FormulaBinder functions, Scope scope, int callDepth)
{
    public Meaning Bind(ExpressionSyntax expression)
    {
        functions.Enter();
        Meaning result = expression switch
        {
            ParenthesizedExpressionSyntax inner => Bind(inner.Expression),
            LiteralExpressionSyntax literal => Literal(literal),
            IdentifierNameSyntax name => Named(name.Identifier.ValueText),
            PrefixUnaryExpressionSyntax unary => Unary(unary),
            BinaryExpressionSyntax binary => Binary(binary.Kind(), Bind(binary.Left), Bind(binary.Right), binary),
            ConditionalExpressionSyntax choice => Bind(choice.Condition).Switch ? Bind(choice.WhenTrue) : Bind(choice.WhenFalse),
            CastExpressionSyntax cast => Bind(cast.Expression),
            ElementAccessExpressionSyntax { ArgumentList.Arguments.Count: 1 } access => Pick(Bind(access.Expression), Bind(access.ArgumentList.Arguments[0].Expression)),
            MemberAccessExpressionSyntax member => Member(member),
            InvocationExpressionSyntax call => Call(call),
            _ => throw Unknown(expression),
        };
        functions.Leave();
        return result;
    }

    /// <summary>What an assignment assigns.</summary>
    public Meaning BindAssigned(AssignmentExpressionSyntax assignment)
    {
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)) return Bind(assignment.Right);
        SyntaxKind operation = assignment.Kind() switch
        {
            SyntaxKind.AddAssignmentExpression => SyntaxKind.AddExpression,
            SyntaxKind.SubtractAssignmentExpression => SyntaxKind.SubtractExpression,
            SyntaxKind.MultiplyAssignmentExpression => SyntaxKind.MultiplyExpression,
            SyntaxKind.DivideAssignmentExpression => SyntaxKind.DivideExpression,
            _ => throw Unknown(assignment),
        };
        return Binary(operation, Bind(assignment.Left), Bind(assignment.Right), assignment);
    }

    private Meaning Literal(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => true,
        SyntaxKind.FalseLiteralExpression => false,
        SyntaxKind.NumericLiteralExpression => graph.Constant(Convert.ToDouble(literal.Token.Value, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw Unknown(literal),
    };

    private Meaning Named(string name)
    {
        if (scope.Values.TryGetValue(name, out Meaning value)) return value;
        return name switch
        {
            "Pi" or "PI" => graph.Constant(Math.PI),
            _ => throw new FormulaLimitException($"'{name}' is not known"),
        };
    }

    private Meaning Unary(PrefixUnaryExpressionSyntax unary) => unary.Kind() switch
    {
        SyntaxKind.UnaryMinusExpression => Bind(unary.Operand) is var operand ? ((Meaning)graph.Negate(operand.Value)).As(operand.Type) : operand,
        SyntaxKind.UnaryPlusExpression => Bind(unary.Operand),
        SyntaxKind.LogicalNotExpression => !Bind(unary.Operand).Switch,
        _ => throw Unknown(unary),
    };

    private Meaning Binary(SyntaxKind kind, Meaning left, Meaning right, ExpressionSyntax whole) => kind switch
    {
        SyntaxKind.AddExpression => Together(graph.Add(left.Value, right.Value), left, right),
        SyntaxKind.SubtractExpression => Together(graph.Subtract(left.Value, right.Value), left, right),
        SyntaxKind.MultiplyExpression => Together(graph.Multiply(left.Value, right.Value), left, right),
        SyntaxKind.DivideExpression => Together(graph.Divide(left.Value, right.Value), left, right),
        SyntaxKind.LogicalAndExpression => left.Switch & right.Switch,
        SyntaxKind.LogicalOrExpression => left.Switch | right.Switch,
        SyntaxKind.EqualsExpression => left.Switch == right.Switch,
        SyntaxKind.NotEqualsExpression => left.Switch != right.Switch,
        _ => throw Unknown(whole),
    };

    private static Meaning Together(Node result, Meaning left, Meaning right) =>
        ((Meaning)result).As(FormulaType.Union(left.Type, right.Type) ?? throw new FormulaLimitException($"a {left.Type} and a {right.Type} do not go together"));

    private Meaning Pick(Meaning row, Meaning index) => graph.Pick(row.Value, index.Label, graph.AxisOf(row.Type.Axis));

    private Meaning Member(MemberAccessExpressionSyntax member)
    {
        string name = member.Name.Identifier.ValueText;
        if (name is "Pi" or "PI") return graph.Constant(Math.PI);
        if (member.Expression is PredefinedTypeSyntax)
        {
            return graph.Constant(name switch
            {
                "NaN" => double.NaN,
                "PositiveInfinity" => double.PositiveInfinity,
                "NegativeInfinity" => double.NegativeInfinity,
                _ => throw Unknown(member),
            });
        }

        if (name != "Count") throw Unknown(member);
        return graph.Length(graph.AxisOf(Bind(member.Expression).Type.Axis));
    }

    private Meaning Call(InvocationExpressionSyntax call)
    {
        string name = call.Expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            _ => throw Unknown(call),
        };
        if (functions.CallNested(name, call.ArgumentList, scope, this, callDepth) is { } nested) return nested;
        var arguments = new Meaning[call.ArgumentList.Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            if (call.ArgumentList.Arguments[i].NameColon is not null) throw Unknown(call);
            arguments[i] = Bind(call.ArgumentList.Arguments[i].Expression);
        }

        return Intrinsics.Call(graph, name, arguments) ?? throw new FormulaLimitException($"there is no function '{name}' of {arguments.Length} arguments");
    }

    private static FormulaLimitException Unknown(ExpressionSyntax expression) =>
        new($"'{FormulaBinder.Shorten(expression)}' is not part of the formula language");
}
