using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>One double.</summary>
internal sealed class DoubleArithmetic : Arithmetic
{
    public static readonly DoubleArithmetic Instance = new();

    public override string Type => "double";

    public override string ConditionType => "bool";

    public override string Constant(double value) => Literals.Literal(value) is var text && text[0] == '-' ? $"({text})" : text;

    protected override Text MultiplyAdd(string a, string b, string c) => new($"({a} * {b}) + {c}", false);

    protected override Text Function(Function function, string x) => new(function switch
    {
        Graph.Function.Exp or Graph.Function.Log or Graph.Function.Sqrt or Graph.Function.Abs or Graph.Function.Tanh
            or Graph.Function.Cos or Graph.Function.Sin or Graph.Function.Asin or Graph.Function.Acos or Graph.Function.Atan
            or Graph.Function.Floor or Graph.Function.Round => $"double.{function}({VectorArithmetic.Bare(x)})",
        _ => $"ScalarMath.{function}({VectorArithmetic.Bare(x)})",
    }, true);

    protected override Text Power(Operation operation, string x, string p) => new($"double.Pow({VectorArithmetic.Bare(x)}, {VectorArithmetic.Bare(p)})", true);

    protected override Text Maximum(Operation operation, string a, string b) => new($"double.Max({VectorArithmetic.Bare(a)}, {VectorArithmetic.Bare(b)})", true);

    protected override Text Minimum(Operation operation, string a, string b) => new($"double.Min({VectorArithmetic.Bare(a)}, {VectorArithmetic.Bare(b)})", true);

    // C# warns of a comparison with itself, which says whether it is a number.
    protected override Text Compare(Relation relation, string a, string b) => a == b ? (relation == Relation.Less ? new("false", true) : new($"!double.IsNaN({VectorArithmetic.Bare(a)})", true)) : new(relation switch
    {
        Relation.Less => $"{a} < {b}",
        Relation.LessOrEqual => $"{a} <= {b}",
        _ => $"{a} == {b}",
    }, false);

    protected override Text Not(string a) => new($"!{a}", true);

    protected override Text Select(string condition, string a, string b) => new($"{condition} ? {a} : {b}", false);

    protected override Text Mask(string condition, string a) => new($"{condition} ? {a} : 0.0", false);

    protected override Text LabelNumber(string label) => new($"(double){label}", false);

    protected override Text SameLabel(string a, string b) => new($"{a} == {b}", false);
}
