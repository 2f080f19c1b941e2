using System.Collections.Generic;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The C# of one number.</summary>
/// <param name="Statements">Locals that the expression uses; may be empty.</param>
/// <param name="Expression">A C# expression of type double.</param>
/// <param name="Problem">Why nothing was emitted; null if all is well.</param>
internal sealed record ScalarKernelResult(string Statements, string Expression, string? Problem = null);

/// <summary>Writes formulas of numbers that are computed once per step or run, in double: schedules, weightings.</summary>
internal static class ScalarKernel
{
    /// <summary>Writes a formula, with a C# expression for each role that is no knob.</summary>
    public static ScalarKernelResult Write(BoundFormula formula, IReadOnlyDictionary<FormulaRole, string> arguments)
    {
        try
        {
            var graph = new FormulaGraph();
            var meanings = new FormulaArguments(graph);
            Node result = meanings.Bind(formula, p => arguments.TryGetValue(p.Role, out string expression)
                ? meanings.Scalar($"{formula.Prefix}.{p.Name}", expression)
                : throw new FormulaLimitException($"'{p.Name}' is not something that a {formula.Formula.Kind} is given")).Result;
            Operation lowered = new Lowering(graph).Lower(Substitution.Attach(graph, [result])[0]);

            var output = new SourceWriter();
            var names = new NameTable(ReservedNames(arguments.Values));
            var writer = new ExpressionWriter(DoubleArithmetic.Instance, output, names)
            {
                Outside = o => o.Kind == Operator.Input && meanings.Scalars.TryGetValue(o.Name, out string expression) ? AsDouble(expression) : null,
            };
            writer.Write([lowered], o => o.Kind != Operator.Input);
            return new ScalarKernelResult(output.ToString(), writer.Use(lowered));
        }
        catch (FormulaLimitException problem)
        {
            return new ScalarKernelResult("", "", problem.Message);
        }
    }

    /// <summary>Whole numbers and floats would compute otherwise than doubles do.</summary>
    private static string AsDouble(string expression) => $"(double){LossKernel.Atom(expression)}";

    /// <summary>Words of the arguments, which locals must not hide.</summary>
    private static string[] ReservedNames(IEnumerable<string> expressions)
    {
        var words = new List<string>();
        foreach (string expression in expressions) words.AddRange(expression.Split(' ', '(', ')', '.', '+', '-', '*', '/', ',', '[', ']'));
        return [.. words];
    }
}
