using System.Globalization;
using System.Text;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Tests.Formulas.Hostile;

/// <summary>A loss that nobody would write: well-typed, of everything that the language has, the same for the same seed.</summary>
/// <remarks>Its numbers stay moderate, so that a wrong one is told from one that is rounded.</remarks>
internal sealed class RandomFormula
{
    /// <summary>What it may be given beside logits and label.</summary>
    private static readonly (string Type, string Name, FormulaType Is)[] s_parameters =
    [
        ("Embedding", "h", FormulaType.Row(FormulaAxis.Feature)),
        ("OtherEmbedding", "k", FormulaType.Row(FormulaAxis.Feature)),
        ("OtherLogits", "o", FormulaType.Row(FormulaAxis.Class)),
        ("SoftTarget", "q", FormulaType.Row(FormulaAxis.Class)),
        ("Teacher", "e", FormulaType.Row(FormulaAxis.Class)),
        ("ClassPrior", "prior", FormulaType.Row(FormulaAxis.Class)),
        ("Transition", "noise", FormulaType.Matrix(FormulaAxis.Class, FormulaAxis.Class)),
        ("SampleWeight", "s", FormulaType.Scalar),
        ("Progress", "u", FormulaType.Scalar),
        ("Group", "g", FormulaType.Position(FormulaAxis.Groups)),
        ("Domain", "d", FormulaType.Position(FormulaAxis.Domains)),
        ("Learned", "a", FormulaType.Scalar),
        ("LearnedRow<Class>", "b", FormulaType.Row(FormulaAxis.Class)),
        ("LearnedRow<Feature>", "c", FormulaType.Row(FormulaAxis.Feature)),
        ("LearnedMatrix<Class, Feature>", "m", FormulaType.Matrix(FormulaAxis.Class, FormulaAxis.Feature)),
        ("ref Memory", "kept", FormulaType.Row(FormulaAxis.Class)),
        ("ref ExampleMemory", "number", FormulaType.Scalar),
        ("ref Running", "running", FormulaType.Scalar),
        ("ref Running<Class>", "rows", FormulaType.Row(FormulaAxis.Class)),
    ];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, FormulaType> _known = [];
    private readonly List<(string Name, FormulaType[] Takes)> _helpers = [];

    /// <param name="seed">What it is drawn from.</param>
    /// <param name="depth">How deep its expressions are.</param>
    public RandomFormula(int seed, int depth)
    {
        _random = new Random(seed);
        _known["z"] = FormulaType.Row(FormulaAxis.Class);
        _known["y"] = FormulaType.Label;
        List<string> assigned = [];
        List<string> parameters = ["Logits z", "Label y"];
        foreach ((string type, string name, FormulaType its) in s_parameters)
        {
            if (_random.Next(5) != 0) continue;
            // Rows of features need to know how many there are.
            if (type.Contains("Feature", StringComparison.Ordinal) && !_known.ContainsKey("h")) continue;
            parameters.Add($"{type} {name}");
            _known[name] = its;
            if (type.StartsWith("ref", StringComparison.Ordinal)) assigned.Add(name);
        }

        if (_random.Next(3) == 0)
        {
            parameters.Add("[Range(0.5, 3)] double width = 1.5");
            _known["width"] = FormulaType.Number;
        }

        bool isSwitched = _random.Next(6) == 0;
        if (isSwitched) parameters.Add($"bool isOn = {(_random.Next(2) == 0 ? "true" : "false")}");

        _text.Append(CultureInfo.InvariantCulture, $"static Scalar F({string.Join(", ", parameters)}) {{ ");
        for (int i = _random.Next(3) - 1; i >= 0; i--) Helper(depth - 1);
        int locals = _random.Next(4);
        for (int i = 0; i < locals; i++) Local(i, depth);
        if (isSwitched) _text.Append(CultureInfo.InvariantCulture, $"Scalar ofSwitch = {Expressions().Number(1)}; if (isOn) ofSwitch = {Expressions().Number(depth - 1)}; else ofSwitch *= 0.5; ");
        if (isSwitched) _known["ofSwitch"] = FormulaType.Scalar;
        foreach (string name in assigned) Assign(name, depth);
        _text.Append(CultureInfo.InvariantCulture, $"return {string.Join(" + ", Results(depth))}; }}");
        Text = _text.ToString();
    }

    /// <summary>The formula: one static function.</summary>
    public string Text { get; }

    /// <summary>The terms of the result; what nothing has called is called here.</summary>
    private IEnumerable<string> Results(int depth)
    {
        List<string> results = [.. Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Expressions().Number(depth))];
        string before = _text + string.Concat(results);
        foreach ((string name, FormulaType[] takes) in _helpers)
            if (before.Split(name + "(").Length == 2) results.Add(Expressions().Call(name, takes, 1));
        return results;
    }

    private RandomExpressions Expressions() => new(_random, _known, _helpers);

    private void Local(int index, int depth)
    {
        FormulaType[] types = [FormulaType.Scalar, .. _known.Values.Where(t => t.Shape is FormulaShape.Row or FormulaShape.Matrix), FormulaType.Row(FormulaAxis.Other)];
        FormulaType type = types[_random.Next(types.Length)];
        string name = $"local{index}";
        _text.Append(CultureInfo.InvariantCulture, $"{Name(type)} {name} = {Expressions().Of(type, depth)}; ");
        _known[name] = type;
    }

    /// <summary>A function of a row and maybe a number, which sees nothing else.</summary>
    private void Helper(int depth)
    {
        FormulaType[] rows = [.. _known.Values.Where(t => t.Shape == FormulaShape.Row)];
        FormulaType[] takes = [rows[_random.Next(rows.Length)], .. _random.Next(2) == 0 ? [FormulaType.Scalar] : Array.Empty<FormulaType>()];
        Dictionary<string, FormulaType> inside = takes.Select((type, i) => ($"x{i}", type)).ToDictionary(p => p.Item1, p => p.type);
        string name = $"Helper{_helpers.Count}";
        _text.Append(CultureInfo.InvariantCulture, $"static Scalar {name}({string.Join(", ", takes.Select((type, i) => $"{Name(type)} x{i}"))}) => {new RandomExpressions(_random, inside, []).Number(depth)}; ");
        _helpers.Add((name, takes));
    }

    /// <summary>What is kept: of the run, so the same for all examples, or of each example.</summary>
    private void Assign(string name, int depth)
    {
        string value = Expressions().Of(_known[name], depth - 1);
        bool isOfRun = name is "running" or "rows";
        _text.Append(CultureInfo.InvariantCulture, $"{name} = 0.9 * {name} + 0.1 * {(isOfRun ? $"BatchMean({value})" : value)}; ");
    }

    private static string Name(FormulaType type) => type.ToString().Replace(",", ", ", StringComparison.Ordinal);
}
