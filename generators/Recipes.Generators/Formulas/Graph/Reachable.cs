using System.Collections.Generic;

namespace Recipes.Generators.Formulas.Graph;

/// <summary>What a set of nodes is made of.</summary>
internal static class Reachable
{
    /// <summary>The nodes and all that is nested in them, operands before their users.</summary>
    public static List<Node> From(IEnumerable<Node> outputs)
    {
        var seen = new HashSet<Node>();
        var waiting = new Stack<Node>(outputs);
        var result = new List<Node>();
        while (waiting.Count > 0)
        {
            Node node = waiting.Pop();
            if (!seen.Add(node)) continue;
            result.Add(node);
            foreach (Node operand in node.Operands) waiting.Push(operand);
        }

        result.Sort((a, b) => a.Id.CompareTo(b.Id));
        return result;
    }
}
