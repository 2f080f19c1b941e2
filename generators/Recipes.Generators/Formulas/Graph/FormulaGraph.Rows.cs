using System.Collections.Generic;

namespace Recipes.Generators.Formulas.Graph;

/// <content>Reductions over the row, picks and one-hot rows.</content>
internal sealed partial class FormulaGraph
{
    /// <summary>Σ over the row.</summary>
    public Node RowSum(Node x)
    {
        if (!x.Has(Axes.Row)) return Multiply(RowLength, x);
        if (_rowSums.TryGetValue(x, out Node known)) return known;
        Node sum = NewRowSum(x);
        _rowSums[x] = sum;
        return sum;
    }

    public Node RowMean(Node x) => Divide(RowSum(x), RowLength);

    public Node RowMaximum(Node x) => x.Has(Axes.Row) ? Intern(NodeKind.RowMaximum, x.Axes & ~Axes.Row, [x]) : x;

    public Node RowMinimum(Node x) => Negate(RowMaximum(Negate(x)));

    public Node ArgMax(Node x) => Intern(NodeKind.RowArgMax, x.Axes & ~Axes.Row, [x]);

    /// <summary>x − its maximum, of which no gradient is taken.</summary>
    public Node Centred(Node x) => x.Has(Axes.Row) ? Shifted(x, Intern(NodeKind.RowOffset, x.Axes & ~Axes.Row, [x])) : Zero;

    public Node LogSumExp(Node x)
    {
        Node centred = Centred(x);
        return centred.Kind == NodeKind.Shifted ? Add(centred.Operands[1], LogOfExponentials(centred)) : Add(x, Apply(Function.Log, RowLength));
    }

    public Node LogSoftmax(Node x)
    {
        Node centred = Centred(x);
        return Subtract(centred, LogOfExponentials(centred));
    }

    public Node Softmax(Node x)
    {
        Node exponential = Apply(Function.Exp, Centred(x));
        return Divide(exponential, RowSum(exponential));
    }

    /// <summary>√Σx², whose gradient at the zero row is 0.</summary>
    public Node Norm(Node x) => Apply(Function.Sqrt, RowSum(Square(x)));

    /// <summary>The entry of the row <paramref name="x"/> at <paramref name="label"/>.</summary>
    public Node Pick(Node x, Node label)
    {
        if (!x.Has(Axes.Row)) return x;
        if (_picks.TryGetValue((x, label), out Node known)) return known;
        Node picked = NewPick(x, label);
        _picks[(x, label)] = picked;
        return picked;
    }

    /// <summary>A row that is <paramref name="a"/> at <paramref name="label"/>, else 0.</summary>
    public Node OneHot(Node a, Node label)
    {
        Node value = Pick(a, label);
        return value.IsConstant(0) ? value : Intern(NodeKind.OneHot, value.Axes | label.Axes | Axes.Row, [value, label]);
    }

    private Node Shifted(Node x, Node offset) => Intern(NodeKind.Shifted, x.Axes | offset.Axes, [x, offset]);

    private Node LogOfExponentials(Node centred) => Apply(Function.Log, RowSum(Apply(Function.Exp, centred)));

    private Node NewRowSum(Node x)
    {
        switch (x.Kind)
        {
            case NodeKind.OneHot:
                return x.Operands[0];
            case NodeKind.Detached:
                return Detach(RowSum(x.Operands[0]));
            case NodeKind.Total:
            {
                var terms = new List<(double, Node)> { (x.Value, RowLength) };
                for (int i = 0; i < x.Operands.Length; i++) terms.Add((x.Weights[i], RowSum(x.Operands[i])));
                return Total(terms);
            }
            case NodeKind.Product:
                return SumOfProduct(x);
            default:
                return Intern(NodeKind.RowSum, x.Axes & ~Axes.Row, [x]);
        }
    }

    private Node SumOfProduct(Node x)
    {
        var outside = new List<(Node, double)>();
        var inside = new List<(Node Node, double Exponent)>();
        for (int i = 0; i < x.Operands.Length; i++)
        {
            if (x.Operands[i].Has(Axes.Row)) inside.Add((x.Operands[i], x.Weights[i]));
            else outside.Add((x.Operands[i], x.Weights[i]));
        }

        if (outside.Count > 0)
        {
            outside.Add((RowSum(Product(inside)), 1));
            return Product(outside);
        }

        for (int i = 0; i < inside.Count; i++)
        {
            Node sum = inside[i].Node;
            if (sum.Kind != NodeKind.Total || inside[i].Exponent != 1 || !DistributingPays(sum, inside, i)) continue;
            inside.RemoveAt(i);
            Node rest = Product(inside);
            var terms = new List<(double, Node)> { (sum.Value, RowSum(rest)) };
            for (int k = 0; k < sum.Operands.Length; k++) terms.Add((sum.Weights[k], RowSum(Multiply(sum.Operands[k], rest))));
            return Total(terms);
        }

        return Intern(NodeKind.RowSum, x.Axes & ~Axes.Row, [x]);
    }

    /// <summary>
    /// Σ p·(a + b): taken apart where a one-hot term makes a sum disappear, or where a term without the row is what makes the
    /// sum wait for another reduction.
    /// </summary>
    private static bool DistributingPays(Node sum, List<(Node Node, double Exponent)> factors, int index)
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
            if (term.Kind == NodeKind.OneHot) return true;
            level = System.Math.Max(level, term.Level);
            lower = System.Math.Max(lower, LevelInRow(term));
        }

        return lower < level;
    }

    /// <summary>The level of the part of a term that is left when its factors without the row are taken out.</summary>
    private static int LevelInRow(Node term)
    {
        if (!term.Has(Axes.Row)) return 0;
        if (term.Kind != NodeKind.Product) return term.Level;
        int level = 0;
        foreach (Node factor in term.Operands)
            if (factor.Has(Axes.Row)) level = System.Math.Max(level, factor.Level);
        return level;
    }

    private Node NewPick(Node x, Node label)
    {
        switch (x.Kind)
        {
            case NodeKind.OneHot:
                return ReferenceEquals(x.Operands[1], label)
                    ? x.Operands[0]
                    : Masked(Intern(NodeKind.SameLabel, x.Operands[1].Axes | label.Axes, [x.Operands[1], label]), x.Operands[0]);
            case NodeKind.Total or NodeKind.Product or NodeKind.Function or NodeKind.Power or NodeKind.Greater or NodeKind.Lesser or NodeKind.Comparison
                or NodeKind.Both or NodeKind.Either or NodeKind.Not or NodeKind.Choice or NodeKind.Masked or NodeKind.Shifted or NodeKind.Detached:
            {
                var operands = new Node[x.Operands.Length];
                for (int i = 0; i < operands.Length; i++) operands[i] = Pick(x.Operands[i], label);
                return Rebuild(x, operands);
            }
            default:
                return Intern(NodeKind.Pick, (x.Axes & ~Axes.Row) | label.Axes, [x, label]);
        }
    }
}
