using System;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>An axis-free value as one C# expression in double, without locals.</summary>
internal static class DoubleText
{
    /// <summary>The expression; <paramref name="name"/> gives the text of what is not computed in it.</summary>
    public static string Of(Operation operation, Func<Operation, string?> name) => VectorArithmetic.Bare(Operand(operation, name));

    private static string Operand(Operation operation, Func<Operation, string?> name)
    {
        if (name(operation) is { } text) return text;
        if (operation.Kind is Operator.Input) throw new FormulaLimitException($"'{operation.Name}' is not given");
        var operands = new string[operation.Operands.Length];
        for (int i = 0; i < operands.Length; i++) operands[i] = Operand(operation.Operands[i], name);
        return DoubleArithmetic.Instance.Write(operation, operands).Operand;
    }
}
