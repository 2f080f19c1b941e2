using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>The names of a canonical text: those of the language and no others.</summary>
internal sealed class TextNames : FormulaNames
{
    public static readonly TextNames Instance = new();

    public override bool IsText => true;

    public override TypeMeaning Type(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax predefined when predefined.Keyword.IsKind(SyntaxKind.DoubleKeyword) => Known(FormulaRole.Knob, "double"),
        PredefinedTypeSyntax predefined when predefined.Keyword.IsKind(SyntaxKind.BoolKeyword) => Known(FormulaRole.Flag, "bool"),
        IdentifierNameSyntax name => Plain(name.Identifier.ValueText),
        GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } name when name.TypeArgumentList.Arguments[0] is IdentifierNameSyntax axis => WithAxis(name.Identifier.ValueText, axis.Identifier.ValueText),
        GenericNameSyntax { TypeArgumentList.Arguments.Count: 2 } name when name.TypeArgumentList.Arguments[0] is IdentifierNameSyntax rows && name.TypeArgumentList.Arguments[1] is IdentifierNameSyntax columns =>
            WithAxes(name.Identifier.ValueText, rows.Identifier.ValueText, columns.Identifier.ValueText),
        _ => new TypeMeaning.Missing(),
    };

    public override CallMeaning Call(ExpressionSyntax callee) =>
        callee is IdentifierNameSyntax name && FormulaLanguage.Functions.ContainsKey(name.Identifier.ValueText)
            ? new CallMeaning.Intrinsic(name.Identifier.ValueText, Rival: null)
            : new CallMeaning.Missing();

    public override NameMeaning Name(ExpressionSyntax name) =>
        Constant(name) is { } value ? new NameMeaning.Constant(value) : new NameMeaning.Missing();

    public override object? Constant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is double or int or uint or long or ulong or bool ? literal.Token.Value : null,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax { Token.Value: double number } } => -number,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax { Token.Value: int whole } } => -(double)whole,
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.DoubleKeyword } } member =>
            member.Name.Identifier.ValueText switch
            {
                "NaN" => double.NaN,
                "PositiveInfinity" => double.PositiveInfinity,
                "NegativeInfinity" => double.NegativeInfinity,
                _ => null,
            },
        _ => null,
    };

    public override string? ParameterAttribute(AttributeSyntax attribute) =>
        attribute.Name is IdentifierNameSyntax { Identifier.ValueText: "Range" or "Decay" or "Initial" or "Ascends" or "IsMatrix" or "IsStart" } name ? name.Identifier.ValueText : null;

    /// <summary>The type of that name without type arguments.</summary>
    internal static TypeMeaning Plain(string name) =>
        FormulaLanguage.Roles.TryGetValue(name, out FormulaRole role) ? Known(role, name)
        : name == "Condition" ? new TypeMeaning.Known(null, FormulaType.Condition, name)
        : new TypeMeaning.Missing();

    /// <summary>The type of that name over an axis.</summary>
    internal static TypeMeaning WithAxis(string name, string axisName)
    {
        if (!FormulaLanguage.Axes.TryGetValue(axisName, out FormulaAxis axis)) return new TypeMeaning.Missing();
        return name switch
        {
            "Row" => new TypeMeaning.Known(RowRole(axis), FormulaType.Row(axis), FormulaType.Row(axis).ToString()),
            "Running" => new TypeMeaning.Known(FormulaRole.RunningRow, FormulaType.Row(axis), $"Running<{axis}>"),
            "LearnedRow" => new TypeMeaning.Known(FormulaRole.LearnedAxisRow, FormulaType.Row(axis), $"LearnedRow<{axis}>"),
            "Position" => new TypeMeaning.Known(null, FormulaType.Position(axis), $"Position<{axis}>"),
            "Condition" => new TypeMeaning.Known(null, FormulaType.RowCondition(axis), FormulaType.RowCondition(axis).ToString()),
            _ => new TypeMeaning.Missing(),
        };
    }

    internal static TypeMeaning Known(FormulaRole role, string name) => new TypeMeaning.Known(role, FormulaLanguage.TypeOf(role), name);

    /// <summary>The type of that name over the axes of its rows and columns.</summary>
    internal static TypeMeaning WithAxes(string name, string rowName, string columnName)
    {
        if (!FormulaLanguage.Axes.TryGetValue(rowName, out FormulaAxis rows) || !FormulaLanguage.Axes.TryGetValue(columnName, out FormulaAxis columns)) return new TypeMeaning.Missing();
        var type = FormulaType.Matrix(rows, columns);
        return name switch
        {
            "Matrix" => new TypeMeaning.Known(FormulaRole.Value, type, type.ToString()),
            "LearnedMatrix" => new TypeMeaning.Known(FormulaRole.LearnedMatrix, type, $"LearnedMatrix<{rows},{columns}>"),
            _ => new TypeMeaning.Missing(),
        };
    }

    private static FormulaRole RowRole(FormulaAxis axis) => axis switch
    {
        FormulaAxis.Class => FormulaRole.ClassRow,
        FormulaAxis.Feature => FormulaRole.FeatureRow,
        FormulaAxis.Element => FormulaRole.ElementRow,
        FormulaAxis.Incoming => FormulaRole.IncomingRow,
        _ => FormulaRole.Value,
    };
}
