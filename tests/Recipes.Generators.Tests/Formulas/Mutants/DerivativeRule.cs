using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Tests.Formulas.Mutants;

/// <summary>An entry of the table of derivative rules: what a kind of node, or a function, sends to one of its operands.</summary>
/// <param name="Kind">The kind of node.</param>
/// <param name="Function">The function, for that kind.</param>
/// <param name="Operand">The operand; 1 stands for all further ones of a sum or a product.</param>
internal readonly record struct DerivativeRule(NodeKind Kind, Function Function, int Operand)
{
    /// <summary>Kinds through which no gradient goes.</summary>
    private static readonly HashSet<NodeKind> s_withoutGradient =
    [
        NodeKind.Constant, NodeKind.Input, NodeKind.LabelInput, NodeKind.Detached,
        // Conditions and labels do not vary with what they are computed from.
        NodeKind.Comparison, NodeKind.SameLabel, NodeKind.Both, NodeKind.Either, NodeKind.Not, NodeKind.RowArgMax, NodeKind.LabelNumber, NodeKind.Ranked, NodeKind.Eigenvectors,
        // x − offset(x) + offset(x): whoever makes an offset adds it back.
        NodeKind.RowOffset,
    ];

    public static DerivativeRule Of(Node node, int operand) =>
        new(node.Kind, node.Function, node.Kind is NodeKind.Total or NodeKind.Product ? Math.Min(operand, 1) : operand);

    /// <summary>Every rule that there must be for the nodes of a graph: one for each operand that is a number.</summary>
    public static IEnumerable<DerivativeRule> Expected(Node node)
    {
        if (s_withoutGradient.Contains(node.Kind)) yield break;
        // The value of a straight-through estimate is another's.
        for (int operand = node.Kind == NodeKind.StraightThrough ? 1 : 0; operand < node.Operands.Length; operand++)
            if (!node.Operands[operand].IsCondition && !node.Operands[operand].IsLabel && !(node.Kind == NodeKind.Permuted && operand == 1)) yield return Of(node, operand);
    }

    /// <summary>The kinds that a formula of the tests must contain, as they have rules.</summary>
    public static IEnumerable<NodeKind> KindsWithRules() => Enum.GetValues<NodeKind>().Except(s_withoutGradient);

    public override string ToString() => $"{(Kind == NodeKind.Function ? Function : Kind)}[{Operand}]";
}
