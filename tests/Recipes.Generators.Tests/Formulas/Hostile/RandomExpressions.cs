using System.Globalization;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Tests.Formulas.Hostile;

/// <summary>Random expressions of a type, of what is known at a place.</summary>
/// <param name="random">What they are drawn from.</param>
/// <param name="known">The names at the place, with their types.</param>
/// <param name="helpers">The functions at the place; each gives a number.</param>
internal sealed class RandomExpressions(Random random, IReadOnlyDictionary<string, FormulaType> known, IReadOnlyList<(string Name, FormulaType[] Takes)> helpers)
{
    /// <summary>Elementwise functions that are moderate for moderate numbers; # is the operand.</summary>
    private static readonly string[] s_functions =
    [
        "Tanh(#)", "Sigmoid(#)", "Softplus(#)", "Erf(#)", "Cos(#)", "Sin(#)", "Atan(#)", "Abs(#)", "NormalCdf(#)", "Sign(#)", "Floor(#)", "Round(#)", "-#", "Square(Tanh(#))",
        "Exp(-Square(#))", "Exp(Tanh(#))", "Expm1(-Softplus(#))", "Log(1.2 + Square(#))", "Log1p(Square(#))", "Sqrt(0.4 + Square(#))", "Log(Sigmoid(#))", "Log1mExp(-0.3 - Square(#))",
        "Pow(0.5 + Square(#), 0.7)", "Pow(1 + Sigmoid(#), -2)", "Pow(Tanh(#), 3)", "LogGamma(1.5 + Square(Tanh(#)))", "Asin(0.8 * Tanh(#))", "Probit(0.1 + 0.8 * Sigmoid(#))",
        "ErfInverse(0.8 * Tanh(#))", "Clamp(#, -1.5, 2)", "Stop(#)", "0.3 * Square(#)", "1 / (1.3 + Square(#))",
    ];

    /// <summary>Elementwise functions of two.</summary>
    private static readonly string[] s_pairs =
    [
        "# + @", "# - @", "# * Tanh(@)", "Tanh(#) * Tanh(@)", "# / (1.4 + Square(@))", "Max(#, @)", "Min(#, @)", "Pow(0.6 + Sigmoid(#), Tanh(@))", "0.4 * # * @",
    ];

    private IEnumerable<FormulaAxis> Axes => known.Values.Where(t => t.Shape is FormulaShape.Row or FormulaShape.Label).Select(t => t.Axis).Distinct();

    /// <summary>An expression of a numeric type.</summary>
    public string Of(FormulaType type, int depth) => type.Shape switch
    {
        FormulaShape.Row => Row(type.Axis, depth),
        FormulaShape.Matrix => Matrix(type.Axis, type.Columns, depth),
        _ => Number(depth),
    };

    /// <summary>A number of each example, or of all.</summary>
    public string Number(int depth)
    {
        if (depth <= 0) return LeafNumber();
        int less = depth - 1;
        return random.Next(18) switch
        {
            0 => LeafNumber(),
            1 or 2 => Apply(s_functions, Number(less), ""),
            3 or 4 => Apply(s_pairs, Number(less), Number(less)),
            5 => $"Where({Condition(less)}, {Number(less)}, {Number(less)})",
            6 or 7 or 8 => Reduction(AnyAxis(), less),
            9 => Masked(AnyAxis(), less),
            10 => Pick(less),
            11 => Batch(NumberOfExamples(less), isRow: false),
            12 when Label() is { } label => $"{MeanBy(label)}({Number(less)}, {label})",
            13 when Label() is { } label => $"CountBy({label})",
            14 when helpers.Count > 0 => Call(less),
            15 => OfMatrix(less),
            16 when random.Next(2) == 0 => $"StraightThrough({Number(less)}, {Number(less)})",
            _ => $"Stop({Number(less)})",
        };
    }

    /// <summary>A row along an axis.</summary>
    public string Row(FormulaAxis axis, int depth)
    {
        if (depth <= 0) return LeafRow(axis);
        int less = depth - 1;
        return random.Next(16) switch
        {
            0 => LeafRow(axis),
            1 or 2 => Apply(s_functions, Row(axis, less), ""),
            3 => Apply(s_pairs, Row(axis, less), Row(axis, less)),
            4 => Apply(s_pairs, Row(axis, less), Parenthesised(Number(less))),
            5 => Apply(s_pairs, Number(less), Row(axis, less)),
            6 => $"{Any("Softmax", "LogSoftmax", "Sorted")}({Row(axis, less)})",
            7 => $"Tanh({Any("Softmax", "LogSoftmax")}({Row(axis, less)}, {Mask(axis, less)}))",
            8 => $"Where({Mask(axis, less)}, {Row(axis, less)}, {(random.Next(2) == 0 ? Row(axis, less) : Number(less))})",
            9 => $"Where({Condition(less)}, {Row(axis, less)}, {(random.Next(2) == 0 ? Row(axis, less) : Number(less))})",
            10 when axis != FormulaAxis.Other => Batch(RowOfExamples(axis, less), isRow: true),
            10 => $"BatchMean({Row(axis, less)})",
            11 when Label() is { } label => $"{MeanBy(label)}({Row(axis, less)}, {label})",
            12 when random.Next(3) == 0 => $"StraightThrough({Row(axis, less)}, {Row(axis, less)})",
            12 => $"(0.1 * {Any("Rank", "Indices")}({Row(axis, less)}))",
            13 => $"({Row(axis, less)} - {Any("Max", "Mean", "LogSumExp")}({Row(axis, less)}))",
            14 when axis != FormulaAxis.Other => OfMatrixOrOthers(axis, less),
            _ => axis == FormulaAxis.Other ? Others(less) : Row(axis, less),
        };
    }

    /// <summary>A matrix, one for the whole batch.</summary>
    public string Matrix(FormulaAxis rows, FormulaAxis columns, int depth)
    {
        int less = depth - 1;
        string? leaf = NameOf(FormulaType.Matrix(rows, columns));
        if (depth <= 0) return leaf ?? $"(0.05 * Gram({LeafRow(rows)}, {RowOfExamples(columns, 0)}))";
        bool isSquare = rows == columns;
        return random.Next(13) switch
        {
            0 when leaf is not null => leaf,
            1 => $"Tanh(0.1 * {Matrix(rows, columns, less)})",
            2 => $"({Matrix(rows, columns, less)} {Any("+", "-")} {Matrix(rows, columns, less)})",
            3 => $"(0.2 * {Matrix(rows, columns, less)} * {Matrix(rows, columns, less)})",
            4 => $"({Matrix(rows, columns, less)} * {Any("0.4", $"Tanh(BatchMean({Number(less)}))")})",
            5 => $"ScaleRows({Matrix(rows, columns, less)}, BatchMean({Row(rows, less)}))",
            6 => $"ScaleColumns({Matrix(rows, columns, less)}, BatchMean({Row(columns, less)}))",
            7 when isSquare => $"Transpose({Matrix(rows, columns, less)})",
            8 when isSquare => $"(0.1 * Multiply({Matrix(rows, columns, less)}, {Matrix(rows, columns, less)}))",
            9 when isSquare => $"Inverse({Definite(rows, less)})",
            10 when isSquare => $"({Matrix(rows, columns, less)} + Identity({Matrix(rows, columns, 0)}))",
            11 => $"Stop({Matrix(rows, columns, less)})",
            _ => $"(0.05 * Gram({Row(rows, less)}, {RowOfExamples(columns, less)}))",
        };
    }

    /// <summary>A condition for each example.</summary>
    private string Condition(int depth)
    {
        int less = depth - 1;
        return random.Next(depth > 0 ? 8 : 4) switch
        {
            4 => $"And({Condition(less)}, {Condition(less)})",
            5 => $"Or({Condition(less)}, {Condition(less)})",
            6 => $"Not({Condition(less)})",
            7 when known.ContainsKey("y") => $"Equal(ArgMax({Row(FormulaAxis.Class, less)}), y)",
            _ => $"{Any("Less", "LessOrEqual", "Greater", "GreaterOrEqual")}({Number(less)}, {Number(less)})",
        };
    }

    /// <summary>A condition at each place of a row.</summary>
    private string Mask(FormulaAxis axis, int depth)
    {
        int less = depth - 1;
        return random.Next(depth > 0 ? 9 : 4) switch
        {
            4 => $"And({Mask(axis, less)}, {(random.Next(2) == 0 ? Mask(axis, less) : Condition(less))})",
            5 => $"Or({Mask(axis, less)}, {Mask(axis, less)})",
            6 => $"Not({Mask(axis, less)})",
            7 when axis == FormulaAxis.Class && known.ContainsKey("y") => $"Less(OneHot(y, {Row(axis, 0)}), 0.5)",
            7 when axis == FormulaAxis.Other && Label() is { } label => Any($"Same({label})", $"And(Same({label}), Not(IsSelf({Others(0)})))"),
            8 => $"Less(Rank({Row(axis, less)}), {random.Next(1, 4)})",
            _ => $"{Any("Less", "LessOrEqual", "Greater", "GreaterOrEqual")}({Row(axis, less)}, {(random.Next(2) == 0 ? Row(axis, less) : Number(less))})",
        };
    }

    private string Reduction(FormulaAxis axis, int depth) => random.Next(8) switch
    {
        0 => $"Tanh(0.2 * Sum({Row(axis, depth)}))",
        1 => $"Tanh(Dot({Row(axis, depth)}, {Row(axis, depth)}) / 9)",
        2 => $"Norm({Row(axis, depth)})",
        3 => $"{Row(axis, 0)}.Count / 40",
        _ => $"{Any("Mean", "Max", "Min", "LogSumExp")}({Row(axis, depth)})",
    };

    /// <summary>A reduction of what a mask leaves over, which may be nothing.</summary>
    private string Masked(FormulaAxis axis, int depth) => random.Next(7) switch
    {
        0 => $"0.1 * Count({Mask(axis, depth)})",
        1 => $"Tanh(0.2 * Sum({Row(axis, depth)}, {Mask(axis, depth)}))",
        2 or 3 => $"Mean({Row(axis, depth)}, {Mask(axis, depth)})",
        _ => $"Tanh(0.3 * {Any("Max", "Min", "LogSumExp")}({Row(axis, depth)}, {Mask(axis, depth)}))",
    };

    private string Pick(int depth)
    {
        FormulaAxis axis = AnyAxis();
        string? label = known.Where(k => k.Value == FormulaType.Position(axis)).Select(k => k.Key).FirstOrDefault();
        string row = Row(axis, depth);
        return label is not null && random.Next(4) != 0 ? $"({row})[{label}]" : $"({row})[ArgMax({Row(axis, depth)})]";
    }

    private string Batch(string value, bool isRow) => random.Next(isRow ? 4 : 5) switch
    {
        0 => $"Tanh(0.1 * BatchSum({value}))",
        1 => $"BatchSorted({value})",
        2 => $"(0.05 * BatchRank({value}))",
        4 => $"0.02 * BatchCount({value})",
        _ => $"BatchMean({value})",
    };

    private string Others(int depth)
    {
        int less = depth - 1;
        return random.Next(depth > 0 ? 4 : 2) switch
        {
            0 => NameOf(FormulaType.Row(FormulaAxis.Other)) ?? OfOthers(less),
            2 => $"Transpose({Row(FormulaAxis.Other, less)})",
            3 => OfOthers(less),
            _ => PairDot(less),
        };
    }

    /// <summary>A number of each other example; the method knows how many there are from an example's number only.</summary>
    private string OfOthers(int depth) => $"OfOthers({NumberOfExamples(depth)})";

    private string PairDot(int depth)
    {
        FormulaAxis axis = OfExamples();
        return $"(0.1 * PairDot({Row(axis, depth)}, {RowOfExamples(axis, depth)}))";
    }

    private string OfMatrixOrOthers(FormulaAxis axis, int depth)
    {
        FormulaAxis columns = OfExamples();
        return random.Next(6) switch
        {
            0 when axis == FormulaAxis.Class && known.ContainsKey("noise") => "Observed(noise, y)",
            1 when axis <= columns => $"RowSums({Matrix(axis, columns, depth)})",
            2 => $"Diagonal({Matrix(axis, axis, depth)})",
            3 => $"Eigenvalues({Definite(axis, depth)})",
            4 when axis <= columns => $"Tanh(Product({Matrix(axis, columns, depth)}, {Row(columns, depth)}))",
            _ => $"Tanh(0.1 * SumOfOthers({Row(FormulaAxis.Other, depth)}, {Row(axis, depth)}))",
        };
    }

    private string OfMatrix(int depth)
    {
        FormulaAxis axis = OfExamples();
        return random.Next(2) == 0 ? $"Tanh(0.02 * Total({Matrix(axis, axis, depth)}))" : $"0.2 * LogDeterminant({Definite(axis, depth)})";
    }

    /// <summary>A symmetric matrix whose inverse is moderate and whose eigenvalues lie apart.</summary>
    private string Definite(FormulaAxis axis, int depth)
    {
        string row = RowOfExamples(axis, depth);
        return $"(0.05 * Gram({row}, {row}) + ScaleRows(Identity({Matrix(axis, axis, 0)}), 1 + 0.1 * Indices({LeafRow(axis)})))";
    }

    /// <summary>A call of a function, the first parameter of which is a row that examples have.</summary>
    public string Call(string name, FormulaType[] takes, int depth) => $"{name}({string.Join(", ", takes.Select((t, i) => i == 0 ? RowOfExamples(t.Axis, depth) : Of(t, depth)))})";

    private string Call(int depth) => helpers[random.Next(helpers.Count)] is var helper ? Call(helper.Name, helper.Takes, depth) : "";

    private string LeafNumber()
    {
        string[] names = [.. known.Where(k => k.Value.Shape is FormulaShape.Scalar or FormulaShape.Number).Select(k => k.Key)];
        return random.Next(4) switch
        {
            0 => (random.Next(1, 30) / 10.0).ToString("0.0", CultureInfo.InvariantCulture),
            1 when known.ContainsKey("y") => "z[y]",
            _ when names.Length > 0 => names[random.Next(names.Length)],
            _ => Reduction(AnyAxis(), 0),
        };
    }

    private string LeafRow(FormulaAxis axis)
    {
        if (NameOf(FormulaType.Row(axis)) is { } name) return name;
        return axis switch
        {
            FormulaAxis.Groups => "OneHot(g)",
            FormulaAxis.Domains => "OneHot(d)",
            _ => PairDot(0),
        };
    }

    /// <summary>A row that examples have: how many they are the method knows of such rows only.</summary>
    public string RowOfExamples(FormulaAxis axis, int depth)
    {
        string own = axis switch
        {
            FormulaAxis.Class when known.ContainsKey("z") => "z",
            FormulaAxis.Feature when known.ContainsKey("h") => "h",
            FormulaAxis.Groups when known.ContainsKey("g") => "OneHot(g)",
            FormulaAxis.Domains when known.ContainsKey("d") => "OneHot(d)",
            FormulaAxis.Feature when known.ContainsKey("k") => "k",
            _ => "x0",
        };
        return depth <= 0 || random.Next(3) == 0 ? own : $"(0.5 * {own} + {Row(axis, depth)})";
    }

    /// <summary>The same of numbers.</summary>
    private string NumberOfExamples(int depth) => known.ContainsKey("y") ? $"(Tanh(z[y]) + {Number(depth)})" : $"(Tanh(Max(x0)) + {Number(depth)})";

    private string? NameOf(FormulaType type)
    {
        string[] names = [.. known.Where(k => k.Value == type).Select(k => k.Key)];
        return names.Length == 0 ? null : names[random.Next(names.Length)];
    }

    private string? Label()
    {
        string[] labels = [.. known.Where(k => k.Value.Shape == FormulaShape.Label).Select(k => k.Key)];
        return labels.Length == 0 ? null : labels[random.Next(labels.Length)];
    }

    private FormulaAxis AnyAxis()
    {
        FormulaAxis[] axes = [.. Axes.Append(FormulaAxis.Other)];
        return axes[random.Next(axes.Length)];
    }

    /// <summary>An axis of rows that examples have.</summary>
    private FormulaAxis OfExamples()
    {
        FormulaAxis[] axes = [.. Axes.Where(a => a != FormulaAxis.Other)];
        return axes[random.Next(axes.Length)];
    }

    private static string MeanBy(string label) => label == "y" ? "MeanByLabel" : "MeanBy";

    private static string Parenthesised(string text) => $"({text})";

    private string Any(params string[] texts) => texts[random.Next(texts.Length)];

    private string Apply(string[] forms, string first, string second) =>
        $"({forms[random.Next(forms.Length)].Replace("#", Parenthesised(first), StringComparison.Ordinal).Replace("@", Parenthesised(second), StringComparison.Ordinal)})";
}
