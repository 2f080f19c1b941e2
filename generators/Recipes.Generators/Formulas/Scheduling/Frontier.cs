using System.Collections.Generic;
using System.Linq;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Scheduling;

/// <summary>Axis-free values that values with axes are computed from: what is worth computing once.</summary>
internal static class Frontier
{
    /// <summary>The greatest axis-free parts of <paramref name="outputs"/> that do not come from a reduction, constants left out. Of a condition its parts.</summary>
    public static List<Operation> Of(IEnumerable<Operation> outputs)
    {
        var seen = new HashSet<Operation>();
        var found = new HashSet<Operation>();
        var waiting = new Stack<Operation>(outputs);
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (operation.Kind == Operator.Constant || !seen.Add(operation)) continue;
            if (operation.Axes == Axes.None && !operation.IsCondition && IsPlain(operation)) found.Add(operation);
            else
                foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        return [.. found.OrderBy(o => o.Id)];
    }

    /// <summary>Whether nothing in it runs over an axis.</summary>
    public static bool IsPlain(Operation operation)
    {
        var seen = new HashSet<Operation>();
        var waiting = new Stack<Operation>();
        waiting.Push(operation);
        while (waiting.Count > 0)
        {
            Operation next = waiting.Pop();
            if (!seen.Add(next)) continue;
            if (next.Axes != Axes.None) return false;
            foreach (Operation operand in next.Operands) waiting.Push(operand);
        }

        return true;
    }
}
