using System;
using System.Collections.Generic;

namespace Recipes.Generators.Formulas.Graph;

/// <summary>Nodes made again with some of their parts replaced.</summary>
internal static class Substitution
{
    /// <summary>Each of <paramref name="outputs"/> with what <paramref name="replace"/> makes of a part and its new operands; null keeps the part.</summary>
    public static Node[] Apply(FormulaGraph graph, IReadOnlyList<Node> outputs, Func<Node, Node[], Node?> replace)
    {
        var made = new Dictionary<Node, Node>();
        foreach (Node node in Reachable.From(outputs))
        {
            var operands = new Node[node.Operands.Length];
            bool changed = false;
            for (int i = 0; i < operands.Length; i++)
            {
                operands[i] = made[node.Operands[i]];
                changed |= !ReferenceEquals(operands[i], node.Operands[i]);
            }

            Node again = replace(node, operands) ?? (changed ? graph.Rebuild(node, operands) : node);
            again.Hint ??= node.Hint;
            made[node] = again;
        }

        var result = new Node[outputs.Count];
        for (int i = 0; i < result.Length; i++) result[i] = made[outputs[i]];
        return result;
    }

    /// <summary>The nodes without the marks that only differentiation needs.</summary>
    public static Node[] Attach(FormulaGraph graph, IReadOnlyList<Node> outputs) =>
        Apply(graph, outputs, (node, operands) => node.Kind is NodeKind.Detached or NodeKind.StraightThrough ? operands[0] : null);
}
