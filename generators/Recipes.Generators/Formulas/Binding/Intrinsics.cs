using System;
using System.Collections.Generic;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Formulas.Binding;

/// <summary>The functions of the formula language: the whole list, with what each means in the graph.</summary>
internal static class Intrinsics
{
    private delegate Meaning Builder(FormulaGraph graph, Meaning[] arguments);

    private static readonly Dictionary<(string Name, int Arguments), Builder> s_table = new()
    {
        [("Exp", 1)] = Unary(Function.Exp),
        [("Log", 1)] = Unary(Function.Log),
        [("Expm1", 1)] = Unary(Function.Expm1),
        [("Log1p", 1)] = Unary(Function.Log1p),
        [("Sqrt", 1)] = Unary(Function.Sqrt),
        [("Abs", 1)] = Unary(Function.Abs),
        [("Sign", 1)] = Unary(Function.Sign),
        [("Tanh", 1)] = Unary(Function.Tanh),
        [("Sigmoid", 1)] = Unary(Function.Sigmoid),
        [("Softplus", 1)] = Unary(Function.Softplus),
        [("Erf", 1)] = Unary(Function.Erf),
        [("Cos", 1)] = Unary(Function.Cos),
        [("Sin", 1)] = Unary(Function.Sin),
        [("Asin", 1)] = Unary(Function.Asin),
        [("Acos", 1)] = Unary(Function.Acos),
        [("Atan", 1)] = Unary(Function.Atan),
        [("Floor", 1)] = Unary(Function.Floor),
        [("Round", 1)] = Unary(Function.Round),
        [("ErfInverse", 1)] = Unary(Function.ErfInverse),
        [("NormalCdf", 1)] = Unary(Function.NormalCdf),
        [("Probit", 1)] = Unary(Function.Probit),
        [("Log1mExp", 1)] = Unary(Function.Log1mExp),
        [("LogGamma", 1)] = Unary(Function.LogGamma),
        [("Digamma", 1)] = Unary(Function.Digamma),
        [("Square", 1)] = (g, a) => g.Square(a[0].Value),
        [("Pow", 2)] = (g, a) => g.Power(a[0].Value, a[1].Value),
        [("Min", 2)] = (g, a) => g.Lesser(a[0].Value, a[1].Value),
        [("Max", 2)] = (g, a) => g.Greater(a[0].Value, a[1].Value),
        [("Clamp", 3)] = (g, a) => g.Lesser(g.Greater(a[0].Value, a[1].Value), a[2].Value),

        [("Less", 2)] = (g, a) => g.Compare(Relation.Less, a[0].Value, a[1].Value),
        [("LessOrEqual", 2)] = (g, a) => g.Compare(Relation.LessOrEqual, a[0].Value, a[1].Value),
        [("Greater", 2)] = (g, a) => g.Compare(Relation.Less, a[1].Value, a[0].Value),
        [("GreaterOrEqual", 2)] = (g, a) => g.Compare(Relation.LessOrEqual, a[1].Value, a[0].Value),
        [("Equal", 2)] = (g, a) => g.Compare(Relation.Equal, a[0].Value, a[1].Value),
        [("And", 2)] = (g, a) => g.Both(a[0].Condition, a[1].Condition),
        [("Or", 2)] = (g, a) => g.Either(a[0].Condition, a[1].Condition),
        [("Not", 1)] = (g, a) => g.Not(a[0].Condition),
        [("Where", 3)] = (g, a) => g.Choose(a[0].Condition, a[1].Value, a[2].Value),

        [("Sum", 1)] = (g, a) => g.RowSum(a[0].Value, Axis(g, a[0])),
        [("Sum", 2)] = (g, a) => MaskedIntrinsics.Sum(g, a[0].Value, a[1].Condition, Axis(g, a[0])),
        [("Mean", 1)] = (g, a) => g.RowMean(a[0].Value, Axis(g, a[0])),
        [("Mean", 2)] = (g, a) => MaskedIntrinsics.Mean(g, a[0].Value, a[1].Condition, Axis(g, a[0])),
        [("Max", 1)] = (g, a) => g.RowMaximum(a[0].Value, Axis(g, a[0])),
        [("Min", 1)] = (g, a) => g.RowMinimum(a[0].Value, Axis(g, a[0])),
        [("LogSumExp", 1)] = (g, a) => g.LogSumExp(a[0].Value, Axis(g, a[0])),
        [("LogSumExp", 2)] = (g, a) => MaskedIntrinsics.LogSumExp(g, a[0].Value, a[1].Condition, Axis(g, a[0])),
        [("Softmax", 1)] = (g, a) => g.Softmax(a[0].Value, Axis(g, a[0])),
        [("Softmax", 2)] = (g, a) => MaskedIntrinsics.Softmax(g, a[0].Value, a[1].Condition, Axis(g, a[0])),
        [("LogSoftmax", 1)] = (g, a) => g.LogSoftmax(a[0].Value, Axis(g, a[0])),
        [("LogSoftmax", 2)] = (g, a) => MaskedIntrinsics.LogSoftmax(g, a[0].Value, a[1].Condition, Axis(g, a[0])),
        [("Count", 1)] = (g, a) => MaskedIntrinsics.Count(g, a[0].Condition, Axis(g, a[0])),
        [("Norm", 1)] = (g, a) => g.Norm(a[0].Value, Axis(g, a[0])),
        [("Dot", 2)] = (g, a) => g.RowSum(g.Multiply(a[0].Value, a[1].Value), Axis(g, a[0])),
        [("OneHot", 1)] = (g, a) => g.OneHot(g.One, a[0].Label, Axis(g, a[0])),
        [("OneHot", 2)] = (g, a) => g.OneHot(g.One, a[0].Label, Axis(g, a[1])),
        [("ArgMax", 1)] = (g, a) => g.ArgMax(a[0].Value, Axis(g, a[0])),

        [("Rank", 1)] = (g, a) => g.Ranked(a[0].Value, Axis(g, a[0])),
        [("Sorted", 1)] = (g, a) => Sorted(g, a[0].Value, Axis(g, a[0])),
        [("BatchRank", 1)] = (g, a) => g.Ranked(OfExamples(a[0], "BatchRank"), Axes.Example),
        [("BatchSorted", 1)] = (g, a) => Sorted(g, a[0].Value, Axes.Example),
        [("Indices", 1)] = (g, a) => g.Positions(Axis(g, a[0])),

        [("BatchMean", 1)] = (g, a) => g.BatchMean(a[0].Value),
        [("BatchSum", 1)] = (g, a) => g.ExampleSum(OfExamples(a[0], "BatchSum")),
        [("BatchCount", 1)] = (g, a) => OfExamples(a[0], "BatchCount") is var _ ? g.Examples : null!,
        [("UnitSum", 1)] = (g, a) => g.ExampleSum(a[0].Value),
        [("UnitMean", 1)] = (g, a) => g.BatchMean(a[0].Value),
        [("UnitMax", 1)] = (g, a) => g.ExampleMaximum(a[0].Value),
        [("UnitCount", 1)] = (g, _) => g.Examples,
        [("ModelSum", 1)] = (g, a) => g.ModelSum(a[0].Value),
        [("OddPolynomial", 4)] = (g, a) => g.OddPolynomial(a[0].Value, a[1].Value, a[2].Value, a[3].Value),
        [("MeanByLabel", 2)] = (g, a) => g.MeanByLabel(a[0].Value, a[1].Label),
        [("MeanBy", 2)] = (g, a) => g.MeanByLabel(a[0].Value, a[1].Label),
        [("CountBy", 1)] = (g, a) => g.OfLabel(g.LabelSum(g.One, a[0].Label), a[0].Label),

        [("PairDot", 2)] = (g, a) => PairDot(g, a[0], a[1]),
        [("OfOthers", 1)] = (g, a) => g.Relabelled(OfExamples(a[0], "OfOthers"), Axes.Other),
        [("SumOfOthers", 2)] = (g, a) => g.MatrixProduct(
            g.Expanded(a[0].Value, Axes.Example | Axes.Other), g.Expanded(a[1].Value, Axes.Example | Axis(g, a[1])), Transposition.Neither, Axes.Example | Axis(g, a[1])),
        [("Same", 1)] = (g, a) => g.Compare(Relation.Equal, g.LabelNumber(a[0].Label), g.Relabelled(g.LabelNumber(a[0].Label), Axes.Other)),
        [("IsSelf", 1)] = (g, _) => g.Compare(Relation.Equal, g.OneHot(g.One, g.OuterIndex(Axes.Example), Axes.Other), g.One),
        [("Transpose", 1)] = (g, a) => g.Transposed(a[0].Value),

        [("Gram", 2)] = (g, a) => MatrixIntrinsics.Gram(g, a[0].Value, Axis(g, a[0]), a[1].Value, Axis(g, a[1])),
        [("Product", 2)] = (g, a) => MatrixIntrinsics.Product(g, a[0].Value, Cells(g, a[0]), a[1].Value, Axis(g, a[1])),
        [("Multiply", 2)] = (g, a) => g.MatrixProduct(g.Expanded(a[0].Value, Cells(g, a[0])), g.Expanded(a[1].Value, Cells(g, a[0])), Transposition.Neither, Cells(g, a[0])),
        [("Identity", 1)] = (g, a) => g.OneHot(g.One, g.OuterIndex(Axis(g, a[0])), AxisSets.Column(Axis(g, a[0]))),
        [("Inverse", 1)] = (g, a) => g.Inverse(a[0].Value, Cells(g, a[0])),
        [("LogDeterminant", 1)] = (g, a) => g.LogDeterminant(a[0].Value, Cells(g, a[0])),
        [("Eigenvalues", 1)] = (g, a) => g.Eigenvalues(a[0].Value, Cells(g, a[0])),
        [("Total", 1)] = (g, a) => g.RowSum(g.RowSum(a[0].Value, AxisSets.Inner(Cells(g, a[0]))), Axis(g, a[0])),
        [("RowSums", 1)] = (g, a) => g.RowSum(a[0].Value, AxisSets.Inner(Cells(g, a[0]))),
        [("Diagonal", 1)] = (g, a) => g.Pick(a[0].Value, g.OuterIndex(Axis(g, a[0])), AxisSets.Inner(Cells(g, a[0]))),
        [("ScaleRows", 2)] = (g, a) => g.Multiply(a[0].Value, a[1].Value),
        [("ScaleColumns", 2)] = (g, a) => g.Multiply(a[0].Value, g.Relabelled(a[1].Value, AxisSets.Inner(Cells(g, a[0])))),
        [("Observed", 2)] = (g, a) => g.OfLabel(g.Input(a[0].Value.Name, Axes.Label | Axes.Row), a[1].Label),
        [("StraightThrough", 2)] = (g, a) => g.StraightThrough(a[0].Value, a[1].Value),
        [("Stop", 1)] = (g, a) => g.Detach(a[0].Value),
    };

    /// <summary>The meaning of a call, or null if the language has no such function.</summary>
    public static Meaning? Call(FormulaGraph graph, string name, Meaning[] arguments)
    {
        if (!s_table.TryGetValue((name, arguments.Length), out Builder builder)) return null;
        var types = new FormulaType[arguments.Length];
        for (int i = 0; i < types.Length; i++) types[i] = arguments[i].Type;
        Meaning result = name is "Max" or "Min" && arguments.Length == 2 && arguments[1].Node is { IsCondition: true } mask
            ? name == "Max" ? MaskedIntrinsics.Maximum(graph, arguments[0].Value, mask, Axis(graph, arguments[0])) : MaskedIntrinsics.Minimum(graph, arguments[0].Value, mask, Axis(graph, arguments[0]))
            : name == "Equal" && arguments[0].Node is { IsLabel: true } label ? graph.Compare(Relation.Equal, graph.LabelNumber(label), graph.LabelNumber(arguments[1].Label))
            : builder(graph, arguments);
        return result.As(FormulaTyping.ResultOf(FormulaLanguage.Functions[name].Rule, types) ?? FormulaType.Scalar);
    }

    private static Builder Unary(Function function) => (graph, arguments) => graph.Apply(function, arguments[0].Value);

    /// <summary>A value of each example; the method that is simply called cannot know of another how many examples there are.</summary>
    private static Node OfExamples(Meaning x, string function) => x.Value is var node && (node.Has(Axes.Example) || node.IsConstant(0)) ? node
        : throw new FormulaLimitException($"{function} is given a value that is the same for all examples; give it one of each example");

    private static Axes Axis(FormulaGraph graph, Meaning row) => graph.AxisOf(row.Type.Axis);

    /// <summary>Both axes of a matrix.</summary>
    private static Axes Cells(FormulaGraph graph, Meaning matrix) => graph.AxesOf(matrix.Type);

    private static Node Sorted(FormulaGraph graph, Node x, Axes axis) => graph.Permuted(x, graph.Ranked(graph.Detach(x), axis), axis, back: false);

    private static Node PairDot(FormulaGraph graph, Meaning a, Meaning b)
    {
        Axes rows = Axes.Example | Axis(graph, a);
        OfExamples(b, "PairDot");
        return graph.MatrixProduct(graph.Expanded(a.Value, rows), graph.Expanded(b.Value, rows), Transposition.Second, Axes.Example | Axes.Other);
    }
}
