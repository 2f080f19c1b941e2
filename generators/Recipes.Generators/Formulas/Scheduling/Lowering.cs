using System;
using System.Collections.Generic;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Scheduling;

/// <summary>Breaks nodes down into operations.</summary>
/// <remarks>
/// Factors and terms are grouped by their axes, the fewest first, so that what does not vary along the row is multiplied and divided
/// outside of the loop over it: p / s · w with s and w per example becomes p · (w / s).
/// </remarks>
internal sealed class Lowering(FormulaGraph graph)
{
    private readonly Dictionary<Operation, Operation> _operations = new(new Operation.Structure());
    private readonly Dictionary<Node, Operation> _lowered = [];

    public Operation Lower(Node output)
    {
        foreach (Node node in Reachable.From([output]))
        {
            if (_lowered.ContainsKey(node)) continue;
            Operation operation = LowerNew(node);
            if (node.Kind is not (NodeKind.Constant or NodeKind.Input)) operation.Hint ??= node.Hint;
            _lowered[node] = operation;
        }

        return _lowered[output];
    }

    public Operation Constant(double value) => Make(Operator.Constant, [], value: value);

    public Operation Multiply(Operation a, Operation b) => Make(Operator.Multiply, [a, b]);

    private Operation LowerNew(Node node)
    {
        Operation At(int index) => _lowered[node.Operands[index]];
        switch (node.Kind)
        {
            case NodeKind.Constant: return Constant(node.Value);
            case NodeKind.Input: return Make(Operator.Input, [], node.Axes, name: node.Name);
            case NodeKind.LabelInput: return Make(Operator.LabelInput, [], node.Axes, name: node.Name);
            case NodeKind.Total: return Total(node);
            case NodeKind.Product: return Product(node, 1);
            case NodeKind.Function: return Make(Operator.Function, [At(0)], selector: node.Selector);
            case NodeKind.Power: return Make(Operator.Power, [At(0), At(1)], value: DeclaredExponent(node.Operands[1]));
            case NodeKind.Greater: return Make(Operator.Maximum, [At(0), At(1)]);
            case NodeKind.Lesser: return Make(Operator.Minimum, [At(0), At(1)]);
            case NodeKind.Comparison: return Make(Operator.Compare, [At(0), At(1)], selector: node.Selector);
            case NodeKind.SameLabel: return Make(Operator.SameLabel, [At(0), At(1)], node.Axes);
            case NodeKind.Both: return Make(Operator.And, [At(0), At(1)]);
            case NodeKind.Either: return Make(Operator.Or, [At(0), At(1)]);
            case NodeKind.Not: return Make(Operator.Not, [At(0)]);
            case NodeKind.Choice: return Make(Operator.Select, [At(0), At(1), At(2)]);
            case NodeKind.Masked: return Make(Operator.Mask, [At(0), At(1)]);
            case NodeKind.Shifted: return Make(Operator.Subtract, [At(0), At(1)]);
            case NodeKind.RowSum: return Reduce(Operator.RowSum, node, At(0));
            case NodeKind.RowMaximum: return Reduce(Operator.RowMaximum, node, At(0));
            case NodeKind.RowOffset: return Reduce(Operator.RowOffset, node, At(0));
            case NodeKind.RowArgMax: return Reduce(Operator.RowArgMax, node, At(0));
            case NodeKind.Pick: return Keep(Make(Operator.Pick, [At(0), At(1)], node.Axes, selector: node.Selector));
            case NodeKind.OneHot: return Make(Operator.OneHot, [At(0), At(1)], node.Axes, selector: node.Selector);
            case NodeKind.Relabelled: return Make(Operator.Relabel, [At(0)], node.Axes);
            case NodeKind.MatrixProduct: return Make(Operator.MatrixProduct, [At(0), At(1)], node.Axes, selector: node.Selector);
            case NodeKind.Transposed: return Make(Operator.Transpose, [At(0)], node.Axes);
            case NodeKind.Inverse: return Make(Operator.Inverse, [At(0)], node.Axes);
            case NodeKind.LogDeterminant: return Make(Operator.LogDeterminant, [At(0)], node.Axes);
            case NodeKind.Eigenvalues: return Make(Operator.Eigenvalues, [At(0)], node.Axes);
            case NodeKind.Eigenvectors: return Make(Operator.Eigenvectors, [At(0)], node.Axes);
            case NodeKind.Ranked: return Make(Operator.Rank, [At(0)], node.Axes, selector: node.Selector);
            case NodeKind.Permuted: return Make(Operator.Permute, [At(0), At(1)], node.Axes, value: node.Value, selector: node.Selector);
            case NodeKind.Expanded: return Make(Operator.Expand, [At(0)], node.Axes);
            case NodeKind.LabelNumber: return Make(Operator.LabelNumber, [At(0)], node.Axes);
            case NodeKind.ExampleSum: return Make(Operator.ExampleSum, [At(0)], node.Axes);
            case NodeKind.LabelSum: return Make(Operator.LabelSum, [At(0), At(1)], node.Axes);
            case NodeKind.OfLabel: return Make(Operator.OfLabel, [At(0), At(1)], node.Axes);
            case NodeKind.Detached or NodeKind.StraightThrough: return At(0);
            default: throw new FormulaLimitException($"a {node.Kind} cannot be emitted");
        }
    }

    /// <summary>A reduction over the inner axis is part of the loop over it; over the outer axis it is one over the whole batch.</summary>
    private Operation Reduce(Operator kind, Node node, Operation x)
    {
        if (AxisSets.Count(x.Axes) == 2 && AxisSets.Outer(x.Axes) == node.Axis)
        {
            if (kind != Operator.RowSum) throw new FormulaLimitException("it takes the greatest along the rows of a matrix; transpose the matrix first");
            return Make(Operator.ExampleSum, [x], node.Axes);
        }

        return Keep(Make(kind, [x], node.Axes, selector: node.Selector));
    }

    /// <summary>What a loop over the rows of a matrix finds out is a row from then on.</summary>
    private Operation Keep(Operation found) => found.Home != Axes.None && AxisSets.IsVector(found.Axes) && !found.IsLabel ? Make(Operator.Kept, [found], found.Axes) : found;

    /// <summary>The sets of axes that operands have, the fewest first, and of equally many the outer ones first.</summary>
    private static IEnumerable<Axes> Groups(Node node)
    {
        var groups = new SortedSet<(int, Axes)>();
        foreach (Node operand in node.Operands) groups.Add((AxisSets.Count(operand.Axes), operand.Axes));
        foreach ((_, Axes axes) in groups) yield return axes;
    }

    private Operation Total(Node node)
    {
        if ((node.Axes & Axes.Label) != 0) throw new FormulaLimitException("sums by label are added to each other");
        Operation? sum = node.Value != 0 ? Constant(node.Value) : null;
        foreach (Axes group in Groups(node))
        {
            // What varies along the row only is summed apart before it meets what varies along the examples.
            Operation? apart = null;
            bool isApart = sum is not null && (sum.Axes & ~group) != 0;
            // A subtracted term needs something to be subtracted from: positive terms first.
            for (int sign = 1; sign >= -1; sign -= 2)
            {
                for (int i = 0; i < node.Operands.Length; i++)
                {
                    if (node.Operands[i].Axes != group || (node.Weights[i] > 0 || double.IsNaN(node.Weights[i])) != (sign > 0)) continue;
                    if (isApart) apart = AddTerm(apart, node.Weights[i], node.Operands[i]);
                    else sum = AddTerm(sum, node.Weights[i], node.Operands[i]);
                }
            }

            if (apart is not null) sum = Make(Operator.Add, [sum!, apart]);
        }

        return sum!;
    }

    private Operation AddTerm(Operation? sum, double factor, Node term)
    {
        if (sum is null) return Scaled(factor, term);
        if (factor == 1 && term.Kind != NodeKind.Product) return Make(Operator.Add, [sum, _lowered[term]]);
        if (factor == -1 && (term.Kind != NodeKind.Product || !HasOuterPart(term))) return Make(Operator.Subtract, [sum, _lowered[term]]);
        Operation value = Scaled(factor, term);
        return value.Kind == Operator.Multiply ? Make(Operator.MultiplyAdd, [value.Operands[0], value.Operands[1], sum]) : Make(Operator.Add, [sum, value]);
    }

    private Operation Scaled(double factor, Node term)
    {
        if (factor == 1) return _lowered[term];
        if (term.Kind == NodeKind.Product) return Product(term, factor);
        return factor == -1 ? Make(Operator.Negate, [_lowered[term]]) : Multiply(Constant(factor), _lowered[term]);
    }

    /// <summary>Whether a factor varies along fewer axes than the product does, so that a sign costs nothing.</summary>
    private static bool HasOuterPart(Node product) => Array.Exists(product.Operands, o => o.Axes != product.Axes);

    private Operation Product(Node node, double factor)
    {
        if ((node.Axes & Axes.Label) != 0) throw new FormulaLimitException("sums by label are multiplied with each other");
        Operation? product = null;
        foreach (Axes group in Groups(node))
        {
            Operation? over = null;
            Operation? under = null;
            for (int i = 0; i < node.Operands.Length; i++)
            {
                if (node.Operands[i].Axes != group) continue;
                Operation power = Raise(_lowered[node.Operands[i]], Math.Abs(node.Weights[i]));
                if (node.Weights[i] > 0) over = over is null ? power : Multiply(over, power);
                else under = under is null ? power : Multiply(under, power);
            }

            if (over is null && under is null) continue;
            if (product is not null && (product.Axes & ~group) != 0)
            {
                Operation apart = under is null ? over! : Make(Operator.Divide, [over ?? Constant(1), under]);
                product = Multiply(product, apart);
                continue;
            }

            if (product is null && factor != 1)
            {
                // The sign or coefficient goes where it is applied least often.
                if (over is null) over = Constant(factor);
                else over = factor == -1 ? Make(Operator.Negate, [over]) : Multiply(Constant(factor), over);
            }

            if (over is not null) product = product is null ? over : Multiply(product, over);
            if (under is not null) product = Make(Operator.Divide, [product ?? Constant(1), under]);
        }

        return product!;
    }

    private Operation Raise(Operation x, double exponent)
    {
        Operation? result = null;
        Operation square = x;
        for (int bits = (int)exponent; bits > 0; bits >>= 1)
        {
            if ((bits & 1) != 0) result = result is null ? square : Multiply(result, square);
            if (bits > 1) square = Multiply(square, square);
        }

        return result!;
    }

    /// <summary>The exponent at the declared values of the knobs, where that allows a cheaper form; else NaN.</summary>
    private double DeclaredExponent(Node exponent)
    {
        if (exponent.Axes != Axes.None || exponent.Kind == NodeKind.Constant) return double.NaN;
        Node declared = Substitution.Apply(graph, [exponent], (node, _) => node.Kind == NodeKind.Input && !double.IsNaN(node.Declared) ? graph.Constant(node.Declared) : null)[0];
        return declared.Kind == NodeKind.Constant && declared.Value is 0 or 0.5 or 1 or 2 or 3 or 4 ? declared.Value : double.NaN;
    }

    private Operation Make(Operator kind, Operation[] operands, Axes? axes = null, double value = 0, string name = "", int selector = 0)
    {
        Axes union = Axes.None;
        foreach (Operation operand in operands) union |= operand.Axes;
        graph.Spend(1);
        var candidate = new Operation(kind, axes ?? union, operands, value, name, selector);
        Place(candidate);
        if (_operations.TryGetValue(candidate, out Operation known)) return known;
        candidate.Id = _operations.Count;
        _operations.Add(candidate, candidate);
        return candidate;
    }

    /// <summary>
    /// Finds the loop and the stage of an operation. What two different loops of one stage find out comes together a stage later; so does what
    /// one loop finds out and another needs.
    /// </summary>
    private static void Place(Operation operation)
    {
        if (AxisSets.Count(operation.Axes & ~Axes.Label) > 2) throw new FormulaLimitException("a value in it has three axes; reduce one of them first");
        int stage = 0;
        foreach (Operation operand in operation.Operands) stage = Math.Max(stage, operand.Stage);
        if (operation.IsBarrier)
        {
            operation.Stage = stage + 1;
            return;
        }

        Axes own = OwnLoop(operation);
        bool isConflict = false;
        Axes home = own;
        foreach (Operation operand in operation.Operands)
        {
            if (operand.Stage < stage || operand.Home == Axes.None || operand.Home == home) continue;
            if (home == Axes.None) home = operand.Home;
            else isConflict = true;
        }

        operation.Stage = isConflict ? stage + 1 : stage;
        operation.Home = isConflict ? own : home;
    }

    /// <summary>The inner axis of the loop that an operation runs in by itself.</summary>
    private static Axes OwnLoop(Operation operation)
    {
        Axes axes = operation.Axes;
        foreach (Operation operand in operation.Operands)
            if (operation.IsRowReduction || operation.Kind == Operator.Pick) axes |= operand.Axes;
        axes &= ~Axes.Label;
        return AxisSets.Count(axes) == 2 ? AxisSets.Inner(axes) : Axes.None;
    }
}
