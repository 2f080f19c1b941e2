using Recipes.Generators.Formulas.Derivatives;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Tests.Formulas.Mutants;

/// <summary>A way to get a derivative rule wrong.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="Apply">What is sent instead; null where this cannot go wrong in this way.</param>
internal sealed record Mutation(string Name, Func<FormulaGraph, Node, Node, int, Node, (int Operand, Node Part)?> Apply)
{
    private const int MostParts = 4;

    public static readonly Mutation[] All =
    [
        new("sign", (graph, _, _, operand, part) => (operand, graph.Negate(part))),
        new("zero", (graph, _, _, operand, _) => (operand, graph.Zero)),
        new("the arriving gradient alone", (_, _, gradient, operand, _) => (operand, gradient)),
        new("swapped operand", (_, node, _, operand, part) => OtherOperand(node, operand) is { } other ? (other, part) : null),
        new("operand for value", (graph, node, _, operand, part) => (operand, Replaced(graph, part, node, node.Operands[operand]))),
        new("value for operand", (graph, node, _, operand, part) => (operand, Replaced(graph, part, node.Operands[operand], node))),
        new("the other side of the condition", (graph, node, _, operand, part) => Array.Find(node.Operands, o => o.IsCondition) is { } condition || Mask(part, out condition)
            ? (operand, Replaced(graph, part, condition, graph.Not(condition))) : null),
        new("mean instead of sum over the row", (graph, node, _, operand, part) => Lacks(node, operand, Axes.Row) ? (operand, graph.Divide(part, graph.RowLength)) : null),
        new("mean instead of sum over the batch", (graph, node, _, operand, part) => Lacks(node, operand, Axes.Example) ? (operand, graph.Divide(part, graph.Examples)) : null),
        .. Enumerable.Range(0, MostParts).Select(i => new Mutation($"without factor {i}", (graph, _, _, operand, part) => WithoutFactor(graph, part, i) is { } rest ? (operand, rest) : null)),
        .. Enumerable.Range(0, MostParts).Select(i => new Mutation($"without term {i}", (graph, _, _, operand, part) => WithoutTerm(graph, part, i) is { } rest ? (operand, rest) : null)),
    ];

    /// <summary>The mutation at every use of <paramref name="rule"/>.</summary>
    public GradientMutation At(DerivativeRule rule) => (graph, node, gradient, operand, part) =>
    {
        if (DerivativeRule.Of(node, operand) != rule || Apply(graph, node, gradient, operand, part) is not { } wrong) return (operand, part);
        // A row where there was none, or no table where there was one, is not a wrong number but no gradient at all.
        bool isGradient = (wrong.Part.Axes & ~(part.Axes | node.Axes)) == 0 && (wrong.Part.Has(Axes.Label) == part.Has(Axes.Label) || wrong.Part.IsConstant(0));
        return isGradient ? wrong : (operand, part);
    };

    private static int? OtherOperand(Node node, int operand)
    {
        for (int i = 1; i < node.Operands.Length; i++)
        {
            int other = (operand + i) % node.Operands.Length;
            if (!node.Operands[other].IsCondition && !node.Operands[other].IsLabel && node.Operands[other].Kind != NodeKind.Constant) return other;
        }

        return null;
    }

    private static bool Lacks(Node node, int operand, Axes axis) => node.Has(axis) && !node.Operands[operand].Has(axis);

    private static bool Mask(Node part, out Node condition)
    {
        condition = part.Kind is NodeKind.Masked or NodeKind.Choice ? part.Operands[0] : null!;
        return condition is not null;
    }

    /// <summary>A table of labels stands in no other value's place.</summary>
    private static Node Replaced(FormulaGraph graph, Node part, Node old, Node replacement) => old.Has(Axes.Label) != replacement.Has(Axes.Label)
        ? part
        : Substitution.Apply(graph, [part], (node, _) => ReferenceEquals(node, old) ? replacement : null)[0];

    private static Node? WithoutFactor(FormulaGraph graph, Node part, int index)
    {
        List<(Node Node, double Exponent)> factors = Factors(graph, part);
        if (index >= factors.Count) return null;
        factors.RemoveAt(index);
        return graph.Product(factors);
    }

    /// <summary>Without a term of the first factor that is a sum.</summary>
    private static Node? WithoutTerm(FormulaGraph graph, Node part, int index)
    {
        List<(Node Node, double Exponent)> factors = Factors(graph, part);
        int at = factors.FindIndex(f => f.Node.Kind == NodeKind.Total);
        if (at < 0) return null;
        Node sum = factors[at].Node;
        List<(double, Node)> terms = [.. sum.Operands.Select((o, i) => (sum.Weights[i], o))];
        double constant = sum.Value;
        if (index < terms.Count) terms.RemoveAt(index);
        else if (index == terms.Count && constant != 0) constant = 0;
        else return null;
        factors[at] = (graph.Total(terms, constant), factors[at].Exponent);
        return graph.Product(factors);
    }

    private static List<(Node Node, double Exponent)> Factors(FormulaGraph graph, Node part) => part switch
    {
        { Kind: NodeKind.Total, Operands.Length: 1, Value: 0 } => [(graph.Constant(part.Weights[0]), 1), .. Factors(graph, part.Operands[0])],
        { Kind: NodeKind.Product } => [.. part.Operands.Select((o, i) => (o, part.Weights[i]))],
        _ => [(part, 1)],
    };
}
