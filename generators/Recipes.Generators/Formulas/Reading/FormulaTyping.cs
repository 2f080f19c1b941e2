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
            case FormulaRule.ReductionOrElementwise when arguments.Count == 2:
                return AsValue(Union(arguments));
            case FormulaRule.Reduction or FormulaRule.ReductionOrElementwise:
                return first.Shape == FormulaShape.Row ? FormulaType.Scalar : null;
            case FormulaRule.RowToRow:
                return first.Shape == FormulaShape.Row ? first : null;
            case FormulaRule.Clamp:
                return first.IsNumeric && arguments[1].IsScalarLike && arguments[2].IsScalarLike ? AsValue(first) : null;
            case FormulaRule.Dot:
                return first.Shape == FormulaShape.Row && first == arguments[1] ? FormulaType.Scalar : null;
            case FormulaRule.Same:
                return first.IsNumeric ? AsValue(first) : null;
            case FormulaRule.SameByLabel:
                return first.IsNumeric && arguments[1].Shape == FormulaShape.Label ? AsValue(first) : null;
            case FormulaRule.OneHot:
                return first.Shape == FormulaShape.Label && arguments[1] == FormulaType.Row(FormulaAxis.Class) ? arguments[1] : null;
            case FormulaRule.Comparison:
                return Union(arguments) is { } compared ? AsCondition(compared.Axis) : null;
            case FormulaRule.Logic:
                return arguments.All(a => a.IsCondition) && CommonAxis(arguments) is { } axis ? AsCondition(axis) : null;
            case FormulaRule.Where:
                if (!first.IsCondition || !arguments[1].IsNumeric || !arguments[2].IsNumeric) return null;
                return CommonAxis(arguments) is { } common ? AsValue(common) : null;
            default:
                return null;
        }
    }

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
