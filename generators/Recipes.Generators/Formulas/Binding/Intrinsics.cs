using System;
using System.Collections.Generic;
using Recipes.Generators.Formulas.Graph;

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

        [("Sum", 1)] = (g, a) => g.RowSum(a[0].Value),
        [("Mean", 1)] = (g, a) => g.RowMean(a[0].Value),
        [("Max", 1)] = (g, a) => g.RowMaximum(a[0].Value),
        [("Min", 1)] = (g, a) => g.RowMinimum(a[0].Value),
        [("LogSumExp", 1)] = (g, a) => g.LogSumExp(a[0].Value),
        [("Softmax", 1)] = (g, a) => g.Softmax(a[0].Value),
        [("LogSoftmax", 1)] = (g, a) => g.LogSoftmax(a[0].Value),
        [("Norm", 1)] = (g, a) => g.Norm(a[0].Value),
        [("Dot", 2)] = (g, a) => g.RowSum(g.Multiply(a[0].Value, a[1].Value)),
        [("OneHot", 2)] = (g, a) => g.OneHot(g.One, a[0].Label),

        [("BatchMean", 1)] = (g, a) => g.BatchMean(a[0].Value),
        [("MeanByLabel", 2)] = (g, a) => g.MeanByLabel(a[0].Value, a[1].Label),
        [("StraightThrough", 2)] = (g, a) => g.StraightThrough(a[0].Value, a[1].Value),
        [("Stop", 1)] = (g, a) => g.Detach(a[0].Value),
    };

    /// <summary>The meaning of a call, or null if the language has no such function.</summary>
    public static Meaning? Call(FormulaGraph graph, string name, Meaning[] arguments) =>
        s_table.TryGetValue((name, arguments.Length), out Builder builder) ? builder(graph, arguments) : (Meaning?)null;

    private static Builder Unary(Function function) => (graph, arguments) => graph.Apply(function, arguments[0].Value);
}
