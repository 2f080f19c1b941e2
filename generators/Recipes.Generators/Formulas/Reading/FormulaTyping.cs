using System.Collections.Generic;
using System.Linq;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>The types of results of the language's functions.</summary>
internal static class FormulaTyping
{
    /// <summary>The type of a function's result; null when it does not take <paramref name="arguments"/>. (Their number has been checked.)</summary>
    public static FormulaType? ResultOf(FormulaRule rule, IReadOnlyList<FormulaType> arguments)
    {
        FormulaType first = arguments[0];
        switch (rule)
        {
            case FormulaRule.Elementwise:
                return AsValue(Union(arguments));
            case FormulaRule.ReductionOrElementwise when arguments.Count == 2 && arguments[1].Shape != FormulaShape.RowCondition:
                return AsValue(Union(arguments));
            case FormulaRule.Reduction or FormulaRule.ReductionOrElementwise:
                return first.Shape == FormulaShape.Row && IsUnmasked(arguments) ? FormulaType.Scalar : null;
            case FormulaRule.RowToRow:
                return first.Shape == FormulaShape.Row && IsUnmasked(arguments) ? first : null;
            case FormulaRule.Clamp:
                return first.IsNumeric && arguments[1].IsScalarLike && arguments[2].IsScalarLike ? AsValue(first) : null;
            case FormulaRule.Dot:
                return first.Shape == FormulaShape.Row && first == arguments[1] ? FormulaType.Scalar : null;
            case FormulaRule.AsGiven:
                return first.IsNumeric ? AsValue(first) : null;
            case FormulaRule.ByIndex:
                return first.IsNumeric && first.Shape != FormulaShape.Matrix && arguments[1].Shape == FormulaShape.Label ? AsValue(first) : null;
            case FormulaRule.OneHot when arguments.Count == 1:
                return first.Shape == FormulaShape.Label && first.Axis is FormulaAxis.Groups or FormulaAxis.Domains ? FormulaType.Row(first.Axis) : null;
            case FormulaRule.OneHot:
                return first == FormulaType.Label && arguments[1] == FormulaType.Row(FormulaAxis.Class) ? arguments[1] : null;
            case FormulaRule.Comparison when first.Shape == FormulaShape.Label:
                return first == FormulaType.Label && arguments[1] == FormulaType.Label ? FormulaType.Condition : null;
            case FormulaRule.Comparison:
                return Union(arguments) is { Shape: not FormulaShape.Matrix } compared ? AsCondition(compared.Axis) : null;
            case FormulaRule.Count:
                return first.Shape == FormulaShape.RowCondition ? FormulaType.Scalar : null;
            case FormulaRule.PairDot:
                return first.Shape == FormulaShape.Row && first.Axis != FormulaAxis.Other && first == arguments[1] ? s_others : null;
            case FormulaRule.OfOthers:
                return first.IsScalarLike ? s_others : null;
            case FormulaRule.SumOfOthers:
                return first == s_others && arguments[1].Shape == FormulaShape.Row && arguments[1].Axis != FormulaAxis.Other ? arguments[1] : null;
            case FormulaRule.Same:
                return first.Shape == FormulaShape.Label ? FormulaType.RowCondition(FormulaAxis.Other) : null;
            case FormulaRule.IsSelf:
                return first == s_others ? FormulaType.RowCondition(FormulaAxis.Other) : null;
            case FormulaRule.Transpose:
                return first == s_others || IsSquare(first) ? first : null;
            case FormulaRule.BatchScalar:
                return first.IsScalarLike ? FormulaType.Scalar : null;
            case FormulaRule.BatchOrder:
                return first.IsNumeric && first.Shape != FormulaShape.Matrix ? AsValue(first) : null;
            case FormulaRule.ArgMax:
                return first.Shape == FormulaShape.Row ? FormulaType.Position(first.Axis) : null;
            case FormulaRule.CountBy:
                return first.Shape == FormulaShape.Label ? FormulaType.Scalar : null;
            case FormulaRule.Polynomial:
                return first == FormulaType.Row(FormulaAxis.Incoming) && arguments.Skip(1).All(a => a.IsScalarLike) ? first : null;
            default:
                return ResultOfMatrices(rule, arguments);
        }
    }

    private static FormulaType? ResultOfMatrices(FormulaRule rule, IReadOnlyList<FormulaType> arguments)
    {
        FormulaType first = arguments[0];
        switch (rule)
        {
            case FormulaRule.Gram:
                return first.Shape == FormulaShape.Row && arguments[1].Shape == FormulaShape.Row && first.Axis <= arguments[1].Axis ? FormulaType.Matrix(first.Axis, arguments[1].Axis) : null;
            case FormulaRule.Product:
                return first.Shape == FormulaShape.Matrix && arguments[1] == FormulaType.Row(first.Columns) ? FormulaType.Row(first.Axis) : null;
            case FormulaRule.SquareMatrix:
                return IsSquare(first) && arguments.All(a => a == first) ? first : null;
            case FormulaRule.Total:
                return first.Shape == FormulaShape.Matrix ? FormulaType.Scalar : null;
            case FormulaRule.RowSums:
                return first.Shape == FormulaShape.Matrix ? FormulaType.Row(first.Axis) : null;
            case FormulaRule.ScaleRows:
                return first.Shape == FormulaShape.Matrix && arguments[1] == FormulaType.Row(first.Axis) ? first : null;
            case FormulaRule.ScaleColumns:
                return first.Shape == FormulaShape.Matrix && arguments[1] == FormulaType.Row(first.Columns) ? first : null;
            case FormulaRule.Observed:
                return IsSquare(first) && first.Axis == FormulaAxis.Class && arguments[1] == FormulaType.Label ? FormulaType.Row(FormulaAxis.Class) : null;
            case FormulaRule.Logic:
                return arguments.All(a => a.IsCondition) && CommonAxis(arguments) is { } axis ? AsCondition(axis) : null;
            case FormulaRule.Where:
                if (!first.IsCondition || !arguments[1].IsNumeric || !arguments[2].IsNumeric) return null;
                return CommonAxis(arguments) is { } common ? AsValue(common) : null;
            default:
                return null;
        }
    }

    private static readonly FormulaType s_others = FormulaType.Row(FormulaAxis.Other);

    private static bool IsSquare(FormulaType type) => type.Shape == FormulaShape.Matrix && type.Axis == type.Columns;

    /// <summary>Whether there is no mask, or one that fits.</summary>
    private static bool IsUnmasked(IReadOnlyList<FormulaType> arguments) => arguments.Count == 1 || arguments[1] == FormulaType.RowCondition(arguments[0].Axis);

    private static FormulaType? Union(IReadOnlyList<FormulaType> arguments)
    {
        FormulaType? union = arguments[0].IsNumeric ? arguments[0] : null;
        for (int i = 1; i < arguments.Count && union is { } before; i++) union = FormulaType.Union(before, arguments[i]);
        return union;
    }

    /// <summary>A function makes a value of a plain number.</summary>
    private static FormulaType? AsValue(FormulaType? type) => type is { Shape: FormulaShape.Integer or FormulaShape.Number } ? FormulaType.Scalar : type;

    private static FormulaType AsValue(FormulaAxis axis) => axis == FormulaAxis.None ? FormulaType.Scalar : FormulaType.Row(axis);

    private static FormulaType AsCondition(FormulaAxis axis) => axis == FormulaAxis.None ? FormulaType.Condition : FormulaType.RowCondition(axis);

    private static FormulaAxis? CommonAxis(IReadOnlyList<FormulaType> arguments)
    {
        FormulaAxis[] axes = [.. arguments.Select(a => a.Axis).Where(a => a != FormulaAxis.None).Distinct()];
        return axes.Length switch
        {
            0 => FormulaAxis.None,
            1 => axes[0],
            _ => null,
        };
    }
}
