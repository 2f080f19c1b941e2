using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Tests.Formulas.Mutants;

/// <summary>Losses that together use every derivative rule, each short, so that a wrong rule has nowhere to hide.</summary>
internal static class MutantFormulas
{
    /// <summary>Where a function is not defined, or has a kink, for every real number.</summary>
    private static readonly Dictionary<Function, string> s_arguments = new()
    {
        [Function.Log] = "0.7 + Square(z)",
        [Function.Log1p] = "Square(z)",
        [Function.Sqrt] = "0.7 + Square(z)",
        [Function.ErfInverse] = "0.9 * Tanh(z)",
        [Function.Probit] = "Sigmoid(z)",
        [Function.Log1mExp] = "-0.2 - Square(z)",
        [Function.LogGamma] = "0.7 + Square(z)",
        [Function.Digamma] = "0.7 + Square(z)",
        [Function.Asin] = "0.9 * Tanh(z)",
        [Function.Acos] = "0.9 * Tanh(z)",
    };

    private static readonly string[] s_bodies =
    [
        "Square(2 * z[y] - 3 * Sum(Square(z)) + 1)",
        "z[y] * Square(Sum(Square(z))) / (2 + Square(Mean(z)))",
        "Sum(z * z * z / (2 + Square(z)))",
        "Pow(0.5 + Square(z[y]), 1.3 + Tanh(Mean(z)))",
        "Sum(Pow(0.5 + Square(z), 2 * Sigmoid(z)))",
        "Sum(Pow(0.5 + Square(z), 1.5) * z)",
        "Square(Max(Square(z[y]), 2 * Sum(z)))",
        "Square(Min(Square(z[y]), 2 * Sum(z)))",
        "Sum(z * Max(0.3 * z, Square(z) - 0.5)) + Sum(z * Min(0.3 * z, Square(z) - 0.5))",
        "Square(Sum(Where(Less(z, 0.1), Square(z), 3 * z)))",
        "Sum(z * Exp(0.5 * z + OneHot(y, z) * z))",
        "-LogSoftmax(z)[y] * Sum(Softmax(z) * z)",
        "Sum(Square(z - Max(z)) * z)",
        "Square(Max(z) + z[y])",
        "Square(BatchMean(Square(z[y])) - z[y]) + Sum(Square(BatchMean(z)) * z)",
        "Sum(Square(z - MeanByLabel(z, y))) + z[y] * MeanByLabel(Square(z[y]), y)",
        "Square(Sum(StraightThrough(Sign(z) * z * z, Square(z) * z)) + z[y])",
        "Square(z[y] - Stop(Sum(Square(z)))) * Sum(z * Stop(z))",
        "Sum(Exp(-Square(z[y] - OfOthers(Tanh(z[y]))))) * z[y]",
        "Sum(z * SumOfOthers(Tanh(PairDot(z, Square(z))), Sigmoid(z)))",
        "Sum(PairDot(z, Square(z)) * Transpose(Tanh(PairDot(z, Square(z)))))",
        "Sum(Square(Transpose(PairDot(z, Square(z)))) * OfOthers(z[y]))",
        "Total(Square(Gram(z, Square(z))) * Transpose(Gram(z, Square(z))))",
        "Total(Square(Multiply(Gram(z, z), Gram(z, Square(z)))))",
        "Sum(Square(Sorted(z)) * Indices(z)) + BatchSorted(z[y]) * Square(Sum(z))",
        "Sum(Square(BatchSorted(Square(z) * z)) * Square(z)) * Tanh(z[y])",
        "Total(Inverse(Gram(z, z) + 2 * Identity(Gram(z, z)))) + LogDeterminant(Gram(z, Square(z)) + 40 * Identity(Gram(z, z)))",
        "Sum(Square(Eigenvalues(Gram(z, z) + Transpose(Gram(z, Square(z))) + Gram(z, Square(z)))) * Indices(z))",
        "Sum(z * SumOfOthers(OfOthers(Square(z[y])), Square(z)))",
    ];

    private static readonly string[] s_learned =
    [
        "static Scalar F(Logits z, Label y, Learned a, Learned b) => Exp(a) * z[y] + Square(Sum(b * z)) + a * b",
        "static Scalar F(Logits z, Label y, Learned a, Learned b) => Sum(Square(z - a)) * Tanh(b * z[y])",
    ];

    /// <summary>The functions that a formula can call.</summary>
    public static IReadOnlyList<Function> Functions { get; } =
        [.. Enum.GetValues<Function>().Where(f => Intrinsics.Call(new FormulaGraph(), f.ToString(), [new FormulaGraph().Input("x", Axes.None)]) is not null)];

    /// <summary>Their texts.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        .. Functions
            .Select(f => Loss($"Square(0.3 + Mean({f}({(s_arguments.TryGetValue(f, out string? argument) ? argument : "0.7 * z")}) * z))")),
        .. s_bodies.Select(Loss),
        .. s_learned.Select(text => text + ";"),
    ];

    private static string Loss(string body) => $"static Scalar F(Logits z, Label y) => {body};";
}
