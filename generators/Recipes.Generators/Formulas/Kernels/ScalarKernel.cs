using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The C# of one number.</summary>
/// <param name="Statements">Locals that the expression uses, and assignments to what is kept; may be empty.</param>
/// <param name="Expression">A C# expression of type double.</param>
/// <param name="Problem">Why nothing was emitted; null if all is well.</param>
internal sealed record ScalarKernelResult(string Statements, string Expression, string? Problem = null);

/// <summary>Writes formulas of numbers that are computed once per step, epoch or run, in double: schedules, weightings.</summary>
internal static class ScalarKernel
{
    /// <summary>Writes a formula, with a C# expression for each role that is no knob and is not kept; what is kept is in its slots.</summary>
    public static ScalarKernelResult Write(BoundFormula formula, IReadOnlyDictionary<FormulaRole, string> arguments)
    {
        try
        {
            return WriteNumber(formula, arguments);
        }
        catch (FormulaLimitException problem)
        {
            return new ScalarKernelResult("", "", problem.Message);
        }
    }

    private static ScalarKernelResult WriteNumber(BoundFormula formula, IReadOnlyDictionary<FormulaRole, string> arguments)
    {
        var graph = new FormulaGraph();
        var meanings = new FormulaArguments(graph);
        var kept = new List<(string Parameter, Node Node, string Place)>();
        BoundBody body = meanings.Bind(formula, p =>
        {
            if (p.Role == FormulaRole.Running)
            {
                string place = FormulaArguments.Slot(formula, p.Name);
                kept.Add((p.Name, meanings.Scalar($"{formula.Prefix}.{p.Name}", place), place));
                return kept[kept.Count - 1].Node;
            }

            return arguments.TryGetValue(p.Role, out string expression)
                ? meanings.Scalar($"{formula.Prefix}.{p.Name}", expression)
                : throw new FormulaLimitException($"'{p.Name}' is not something that a {formula.Formula.Kind} is given");
        });

        (Node Value, string Place)[] assigned = [.. kept.Where(k => body.Assigned.ContainsKey(k.Parameter)).Select(k => (body.Assigned[k.Parameter], k.Place))];
        var lowering = new Lowering(graph);
        Operation[] lowered = [.. Substitution.Attach(graph, [body.Result, .. assigned.Select(a => a.Value)]).Select(lowering.Lower)];

        var output = new SourceWriter();
        var writer = new ExpressionWriter(DoubleArithmetic.Instance, output, new NameTable(ReservedNames([.. arguments.Values, .. kept.Select(k => k.Place)])))
        {
            Outside = o => o.Kind == Operator.Input && meanings.Scalars.TryGetValue(o.Name, out string expression) ? AsDouble(expression) : null,
        };
        // What is kept is read before any of it is replaced.
        foreach ((_, Node node, string place) in kept) writer.Declare(lowering.Lower(node), place);
        writer.Write(lowered, o => o.Kind != Operator.Input);
        if (assigned.Length > 0)
        {
            foreach (Operation value in lowered)
                if (value.Kind != Operator.Constant && !writer.IsNamed(value)) writer.Declare(value, writer.Use(value));
            for (int i = 0; i < assigned.Length; i++) output.WriteLine($"{assigned[i].Place} = {writer.Use(lowered[1 + i])};");
        }

        return new ScalarKernelResult(output.ToString(), writer.Use(lowered[0]));
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
