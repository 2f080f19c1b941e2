using System.Collections.Generic;

namespace Recipes.Generators.Formulas.Graph;

/// <content>Reductions over the row, picks and one-hot rows.</content>
internal sealed partial class FormulaGraph
{
    /// <summary>Σ over the row.</summary>
    public Node RowSum(Node x, Axes axis = Axes.Row)
    {
        if (!x.Has(axis)) return Multiply(Length(axis), x);
        if (_rowSums.TryGetValue((x, axis), out Node known)) return known;
        Node sum = NewRowSum(x, axis);
        _rowSums[(x, axis)] = sum;
        return sum;
    }

    public Node RowMean(Node x, Axes axis = Axes.Row) => Divide(RowSum(x, axis), Length(axis));

    public Node RowMaximum(Node x, Axes axis = Axes.Row) => x.Has(axis) ? Reduced(NodeKind.RowMaximum, x, axis) : x;

    public Node RowMinimum(Node x, Axes axis = Axes.Row) => Negate(RowMaximum(Negate(x), axis));

    public Node ArgMax(Node x, Axes axis = Axes.Row) => Reduced(NodeKind.RowArgMax, x, axis);

    /// <summary>x − its maximum, of which no gradient is taken.</summary>
    public Node Centred(Node x, Axes axis = Axes.Row) => x.Has(axis) ? Shifted(x, Reduced(NodeKind.RowOffset, x, axis)) : Zero;

    public Node LogSumExp(Node x, Axes axis = Axes.Row)
    {
        Node centred = Centred(x, axis);
        return centred.Kind == NodeKind.Shifted ? Add(centred.Operands[1], LogOfExponentials(centred, axis)) : Add(x, Apply(Function.Log, Length(axis)));
    }

    public Node LogSoftmax(Node x, Axes axis = Axes.Row)
    {
        Node centred = Centred(x, axis);
        return Subtract(centred, LogOfExponentials(centred, axis));
    }

    public Node Softmax(Node x, Axes axis = Axes.Row)
    {
        Node exponential = Apply(Function.Exp, Centred(x, axis));
        return Divide(exponential, RowSum(exponential, axis));
    }

    /// <summary>√Σx², whose gradient at the zero row is 0.</summary>
    public Node Norm(Node x, Axes axis = Axes.Row) => Apply(Function.Sqrt, RowSum(Square(x), axis));

    /// <summary>The entry of the row <paramref name="x"/> at <paramref name="label"/>.</summary>
    public Node Pick(Node x, Node label, Axes axis = Axes.Row)
    {
        if (!x.Has(axis)) return x;
        if (_picks.TryGetValue((x, label, axis), out Node known)) return known;
        Node picked = NewPick(x, label, axis);
        _picks[(x, label, axis)] = picked;
        return picked;
    }

    /// <summary>A row that is <paramref name="a"/> at <paramref name="label"/>, else 0.</summary>
    public Node OneHot(Node a, Node label, Axes axis = Axes.Row)
    {
        Node value = Pick(a, label, axis);
        return value.IsConstant(0) ? value : Intern(NodeKind.OneHot, value.Axes | label.Axes | axis, [value, label], selector: (int)axis);
    }

    private Node Same(Node a, Node b) => Intern(NodeKind.SameLabel, a.Axes | b.Axes, [a, b]);

    private Node Reduced(NodeKind kind, Node x, Axes axis) => Intern(kind, x.Axes & ~axis, [x], selector: (int)axis);

    private Node Shifted(Node x, Node offset) => Intern(NodeKind.Shifted, x.Axes | offset.Axes, [x, offset]);

    private Node LogOfExponentials(Node centred, Axes axis) => Apply(Function.Log, RowSum(Apply(Function.Exp, centred), axis));

    private Node NewRowSum(Node x, Axes axis)
    {
        switch (x.Kind)
        {
            case NodeKind.OneHot when x.Axis == axis:
                return x.Operands[0];
            case NodeKind.Detached:
                return Detach(RowSum(x.Operands[0], axis));
            case NodeKind.Expanded:
                return Expanded(RowSum(x.Operands[0], axis), x.Axes & ~axis);
            case NodeKind.Total:
            {
                var terms = new List<(double, Node)> { (x.Value, Length(axis)) };
                for (int i = 0; i < x.Operands.Length; i++) terms.Add((x.Weights[i], RowSum(x.Operands[i], axis)));
                return Total(terms);
            }
            case NodeKind.Product:
                return SumOfProduct(x, axis);
            default:
                return Reduced(NodeKind.RowSum, x, axis);
        }
    }

    private Node SumOfProduct(Node x, Axes axis)
    {
        var outside = new List<(Node, double)>();
        var inside = new List<(Node Node, double Exponent)>();
        for (int i = 0; i < x.Operands.Length; i++)
        {
            if (x.Operands[i].Has(axis)) inside.Add((x.Operands[i], x.Weights[i]));
            else outside.Add((x.Operands[i], x.Weights[i]));
        }

        if (outside.Count > 0)
        {
            outside.Add((RowSum(Product(inside), axis), 1));
            return Product(outside);
        }

        for (int i = 0; i < inside.Count; i++)
        {
            Node sum = inside[i].Node;
            if (sum.Kind != NodeKind.Total || inside[i].Exponent != 1 || !DistributingPays(sum, inside, i, axis)) continue;
            inside.RemoveAt(i);
            Node rest = Product(inside);
            var terms = new List<(double, Node)> { (sum.Value, RowSum(rest, axis)) };
            for (int k = 0; k < sum.Operands.Length; k++) terms.Add((sum.Weights[k], RowSum(Multiply(sum.Operands[k], rest), axis)));
            return Total(terms);
        }

        return Reduced(NodeKind.RowSum, x, axis);
    }

    /// <summary>
    /// Σ p·(a + b): taken apart where a one-hot term makes a sum disappear, or where a term without the row is what makes the
    /// sum wait for another reduction.
    /// </summary>
    private static bool DistributingPays(Node sum, List<(Node Node, double Exponent)> factors, int index, Axes axis)
    {
        int level = 0;
        int lower = 0;
        for (int i = 0; i < factors.Count; i++)
        {
            if (i == index) continue;
            level = System.Math.Max(level, factors[i].Node.Level);
            lower = System.Math.Max(lower, factors[i].Node.Level);
        }

        foreach (Node term in sum.Operands)
        {
            if (term.Kind == NodeKind.OneHot && term.Axis == axis) return true;
            level = System.Math.Max(level, term.Level);
            lower = System.Math.Max(lower, LevelInRow(term, axis));
        }

        return lower < level;
    }

    /// <summary>The level of the part of a term that is left when its factors without the row are taken out.</summary>
    private static int LevelInRow(Node term, Axes axis)
    {
        if (!term.Has(axis)) return 0;
        if (term.Kind != NodeKind.Product) return term.Level;
        int level = 0;
        foreach (Node factor in term.Operands)
            if (factor.Has(axis)) level = System.Math.Max(level, factor.Level);
        return level;
    }

    private Node NewPick(Node x, Node label, Axes axis)
    {
        switch (x.Kind)
        {
            case NodeKind.OneHot when x.Axis == axis:
                return ReferenceEquals(x.Operands[1], label)
                    ? x.Operands[0]
                    : Masked(Same(x.Operands[1], label), x.Operands[0]);
            case NodeKind.Total or NodeKind.Product or NodeKind.Function or NodeKind.Power or NodeKind.Greater or NodeKind.Lesser or NodeKind.Comparison
                or NodeKind.Both or NodeKind.Either or NodeKind.Not or NodeKind.Choice or NodeKind.Masked or NodeKind.Shifted or NodeKind.Detached or NodeKind.StraightThrough:
            {
                var operands = new Node[x.Operands.Length];
                for (int i = 0; i < operands.Length; i++) operands[i] = Pick(x.Operands[i], label, axis);
                return Rebuild(x, operands);
            }
            default:
                return Intern(NodeKind.Pick, (x.Axes & ~axis) | label.Axes, [x, label], selector: (int)axis);
        }
    }
}
