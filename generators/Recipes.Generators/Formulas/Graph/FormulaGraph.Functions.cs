using System;
using System.Collections.Generic;

namespace Recipes.Generators.Formulas.Graph;

/// <content>Functions of one value, choices and conditions.</content>
internal sealed partial class FormulaGraph
{
    public Node Apply(Function function, Node x)
    {
        if (x.Kind == NodeKind.Constant && !IsSpecial(function)) return Constant(Evaluate(function, x.Value));
        switch (function)
        {
            case Function.Log:
                if (x.Kind == NodeKind.Function && x.Function == Function.Exp) return x.Operands[0];
                // log(eᵃ·b / c) = a + log b − log c: nothing underflows on the way.
                if (x.Kind == NodeKind.Product && HoldsExponential(x) && IsPositive(x)) return SumOfLogarithms(x);
                if (x.Kind == NodeKind.Total && x.Operands.Length == 1 && x.Value == 0 && x.Weights[0] > 0 && HoldsExponential(x) && IsPositive(x))
                    return Total([(1, Apply(Function.Log, x.Operands[0]))], Math.Log(x.Weights[0]));
                if (x.Kind == NodeKind.Function && x.Function == Function.Sigmoid) return Negate(Apply(Function.Softplus, Negate(x.Operands[0])));
                break;
            case Function.Abs or Function.Sqrt when x.Kind == NodeKind.Product && x.Operands.Length == 1 && x.Weights[0] == 2:
                return function == Function.Sqrt ? Apply(Function.Abs, x.Operands[0]) : x;
            case Function.Floor or Function.Round when x.Kind == NodeKind.Function && x.Function is Function.Floor or Function.Round or Function.Sign:
            case Function.Abs when IsPositive(x):
                return x;
        }

        return Intern(NodeKind.Function, x.Axes, [x], selector: (int)function);
    }

    public Node Square(Node x) => Product([(x, 2)]);

    /// <summary>The greater; NaN if either is; its gradient goes to the first at a tie.</summary>
    public Node Greater(Node a, Node b) => Extreme(NodeKind.Greater, a, b, Math.Max);

    /// <summary>The lesser; NaN if either is; its gradient goes to the first at a tie.</summary>
    public Node Lesser(Node a, Node b) => Extreme(NodeKind.Lesser, a, b, Math.Min);

    public Node Compare(Relation relation, Node a, Node b)
    {
        if (a.Kind == NodeKind.Constant && b.Kind == NodeKind.Constant)
            return Truth(relation switch { Relation.Less => a.Value < b.Value, Relation.LessOrEqual => a.Value <= b.Value, _ => a.Value == b.Value });
        return Intern(NodeKind.Comparison, a.Axes | b.Axes, [a, b], selector: (int)relation);
    }

    public Node Both(Node a, Node b) => IsTruth(a, out bool holds) ? (holds ? b : a) : IsTruth(b, out holds) ? (holds ? a : b) : Intern(NodeKind.Both, a.Axes | b.Axes, [a, b]);

    public Node Either(Node a, Node b) => IsTruth(a, out bool holds) ? (holds ? a : b) : IsTruth(b, out holds) ? (holds ? b : a) : Intern(NodeKind.Either, a.Axes | b.Axes, [a, b]);

    public Node Not(Node a) => a.Kind == NodeKind.Not ? a.Operands[0] : IsTruth(a, out bool holds) ? Truth(!holds) : Intern(NodeKind.Not, a.Axes, [a]);

    public Node Choose(Node condition, Node a, Node b)
    {
        if (ReferenceEquals(a, b)) return a;
        if (IsTruth(condition, out bool holds)) return holds ? a : b;
        return Intern(NodeKind.Choice, condition.Axes | a.Axes | b.Axes, [condition, a, b]);
    }

    /// <summary><paramref name="a"/> where the condition holds, else 0.</summary>
    public Node Masked(Node condition, Node a)
    {
        if (a.IsConstant(0)) return a;
        if (IsTruth(condition, out bool holds)) return holds ? a : Zero;
        return Intern(NodeKind.Masked, condition.Axes | a.Axes, [condition, a]);
    }

    /// <summary>The same value, and no gradient through it.</summary>
    public Node Detach(Node a) => a.Kind is NodeKind.Constant or NodeKind.Detached ? a : Intern(NodeKind.Detached, a.Axes, [a]);

    /// <summary>The first value, with the gradient of the second.</summary>
    public Node StraightThrough(Node value, Node gradientOf) => Intern(NodeKind.StraightThrough, value.Axes | gradientOf.Axes, [value, gradientOf]);

    /// <summary>Functions that only the emitted code can evaluate; of a constant they are computed once, when it runs.</summary>
    private static bool IsSpecial(Function function) =>
        function is Function.ErfInverse or Function.NormalCdf or Function.Probit or Function.Log1mExp or Function.LogGamma or Function.Digamma or Function.Trigamma;

    private static double Evaluate(Function function, double x) => function switch
    {
        Function.Exp => Math.Exp(x),
        Function.Log => Math.Log(x),
        Function.Expm1 => Elementary.Expm1(x),
        Function.Log1p => Elementary.Log1p(x),
        Function.Sqrt => Math.Sqrt(x),
        Function.Abs => Math.Abs(x),
        Function.Sign => x > 0 ? 1 : x < 0 ? -1 : x,
        Function.Tanh => Math.Tanh(x),
        Function.Sigmoid => 1 / (1 + Math.Exp(-x)),
        Function.Softplus => Math.Max(x, 0) + Elementary.Log1p(Math.Exp(-Math.Abs(x))),
        Function.Erf => Elementary.Erf(x),
        Function.Cos => Math.Cos(x),
        Function.Sin => Math.Sin(x),
        Function.Asin => Math.Asin(x),
        Function.Acos => Math.Acos(x),
        Function.Atan => Math.Atan(x),
        Function.Floor => Math.Floor(x),
        _ => Math.Round(x),
    };

    private Node Extreme(NodeKind kind, Node a, Node b, Func<double, double, double> fold)
    {
        if (ReferenceEquals(a, b)) return a;
        if (a.Kind == NodeKind.Constant && b.Kind == NodeKind.Constant) return Constant(fold(a.Value, b.Value));
        return Intern(kind, a.Axes | b.Axes, [a, b]);
    }

    /// <summary>A condition that is known: 0 ≤ 0 or 0 &lt; 0.</summary>
    private Node Truth(bool value) => Intern(NodeKind.Comparison, Axes.None, [Zero, Zero], selector: (int)(value ? Relation.LessOrEqual : Relation.Less));

    private static bool IsTruth(Node condition, out bool holds)
    {
        holds = condition.Relation == Relation.LessOrEqual;
        return condition.Kind == NodeKind.Comparison && condition.Operands[0].IsConstant(0) && condition.Operands[1].IsConstant(0);
    }

    private Node SumOfLogarithms(Node product)
    {
        var terms = new List<(double, Node)>();
        for (int i = 0; i < product.Operands.Length; i++) terms.Add((product.Weights[i], Apply(Function.Log, product.Operands[i])));
        return Total(terms);
    }

    /// <summary>Whether an exponential is among its factors.</summary>
    private static bool HoldsExponential(Node x) => x.Kind switch
    {
        NodeKind.Function => x.Function == Function.Exp,
        NodeKind.Product => Array.Exists(x.Operands, HoldsExponential),
        NodeKind.Total => x.Operands.Length == 1 && x.Value == 0 && HoldsExponential(x.Operands[0]),
        _ => false,
    };

    /// <summary>Whether it is known to be above 0 as a real number.</summary>
    private static bool IsPositive(Node x) => x.Kind switch
    {
        NodeKind.Constant => x.Value > 0,
        NodeKind.Function => x.Function is Function.Exp or Function.Sigmoid or Function.Softplus,
        NodeKind.Product => Array.TrueForAll(x.Operands, IsPositive),
        NodeKind.Total => x.Value >= 0 && Array.TrueForAll(x.Weights, w => w > 0) && Array.TrueForAll(x.Operands, IsPositive),
        NodeKind.RowSum => IsPositive(x.Operands[0]),
        NodeKind.Detached => IsPositive(x.Operands[0]),
        _ => false,
    };
}
