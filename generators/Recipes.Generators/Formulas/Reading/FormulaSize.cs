using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>Measures syntax without recursion, so that what is too deep for the stack is found before anything recursive touches it.</summary>
internal static class FormulaSize
{
    /// <summary>What is too large about <paramref name="root"/>, as arguments of the message after the name; null when nothing is.</summary>
    /// <param name="root">What is measured.</param>
    /// <param name="slack">Levels that nesting in a text adds.</param>
    public static string[]? Refusal(SyntaxNode root, int slack = 0)
    {
        int limit = FormulaLanguage.MaximumDepth + slack;
        (int nodes, int depth) = Measure(root, limit);
        if (nodes > FormulaLanguage.MaximumNodes) return Arguments(nodes, "syntax nodes", FormulaLanguage.MaximumNodes);
        if (depth > limit) return Arguments(depth, "levels of nesting", limit);
        return null;
    }

    /// <summary>The arguments of the message, after the name.</summary>
    public static string[] Arguments(long count, string unit, int limit) => [Literals.Literal((int)System.Math.Min(count, int.MaxValue)), unit, Literals.Literal(limit)];

    private static (int Nodes, int Depth) Measure(SyntaxNode root, int limit)
    {
        int nodes = 0;
        int deepest = 0;
        var waiting = new Stack<(SyntaxNode Node, int Depth)>();
        waiting.Push((root, 1));
        while (waiting.Count > 0)
        {
            (SyntaxNode node, int depth) = waiting.Pop();
            nodes++;
            if (depth > deepest) deepest = depth;
            if (nodes > FormulaLanguage.MaximumNodes || deepest > limit) break;
            foreach (SyntaxNodeOrToken child in node.ChildNodesAndTokens())
                if (child.AsNode() is { } inner) waiting.Push((inner, depth + 1));
        }

        return (nodes, deepest);
    }
}
