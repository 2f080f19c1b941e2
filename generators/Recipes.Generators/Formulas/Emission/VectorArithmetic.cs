using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>Vectors of floats of one width.</summary>
internal sealed class VectorArithmetic(int bits) : Arithmetic
{
    /// <summary>The widths that every loop is emitted for, the widest first.</summary>
    public static readonly int[] Widths = [512, 256, 128];

    public int Bits { get; } = bits;

    /// <summary>Floats in a vector.</summary>
    public int Lanes => Bits / 32;

    /// <summary><c>Vector512</c>, <c>Vector256</c> or <c>Vector128</c>.</summary>
    public string Vector { get; } = $"Vector{bits}";

    public override string Type => $"{Vector}<float>";

    public override string ConditionType => Type;

    public string Zero => $"{Vector}<float>.Zero";

    /// <summary>Whether the processor has this width; null for the width that needs nothing.</summary>
    public static string? Support(int bits) => bits switch
    {
        512 => "Avx512F.IsSupported",
        256 => "Avx2.IsSupported && Fma.IsSupported",
        _ => null,
    };

    public string Create(string value) => $"{Vector}.Create({value})";

    public override string Constant(double value) => (float)value == 0 ? Zero : Create(Literals.Literal((float)value));

    protected override Text MultiplyAdd(string a, string b, string c) => new($"{Vector}.FusedMultiplyAdd({Bare(a)}, {Bare(b)}, {Bare(c)})", true);

    protected override Text Function(Function function, string x) => new(function switch
    {
        Graph.Function.Sqrt or Graph.Function.Abs or Graph.Function.Floor or Graph.Function.Round => $"{Vector}.{function}({Bare(x)})",
        Graph.Function.Sign => $"Lanes.Sign({Bare(x)})",
        _ => $"VectorMath.{function}({Bare(x)})",
    }, true);

    protected override Text Power(Operation operation, string x, string p) => new($"VectorMath.Pow({Bare(x)}, {Bare(p)})", true);

    // x86's maximum returns its second operand when either is NaN.
    protected override Text Maximum(Operation operation, string a, string b) => Extreme(operation, "Max", a, b);

    protected override Text Minimum(Operation operation, string a, string b) => Extreme(operation, "Min", a, b);

    protected override Text Compare(Relation relation, string a, string b) => new(relation switch
    {
        Relation.Less => $"{Vector}.LessThan({Bare(a)}, {Bare(b)})",
        Relation.LessOrEqual => $"{Vector}.LessThanOrEqual({Bare(a)}, {Bare(b)})",
        _ => $"{Vector}.Equals({Bare(a)}, {Bare(b)})",
    }, true);

    protected override Text Not(string a) => new($"~{a}", true);

    protected override Text Select(string condition, string a, string b) => new($"{Vector}.ConditionalSelect({Bare(condition)}, {Bare(a)}, {Bare(b)})", true);

    protected override Text Mask(string condition, string a) => new($"{condition} & {a}", false);

    protected override Text LabelNumber(string label) => new($"{Vector}.ConvertToSingle({Bare(label)})", true);

    protected override Text SameLabel(string a, string b) => new($"{Vector}.Equals({a}, {b}).AsSingle()", true);

    /// <summary>An operand's text where no operator surrounds it.</summary>
    public static string Bare(string operand)
    {
        if (operand.Length < 2 || operand[0] != '(' || operand[operand.Length - 1] != ')') return operand;
        int open = 0;
        for (int i = 0; i < operand.Length - 1; i++)
        {
            if (operand[i] == '(') open++;
            else if (operand[i] == ')' && --open == 0) return operand;
        }

        return operand.Substring(1, operand.Length - 2);
    }

    private Text Extreme(Operation operation, string name, string a, string b)
    {
        if (operation.Operands[0].Kind == Operator.Constant) return new($"{Vector}.{name}Native({Bare(a)}, {Bare(b)})", true);
        if (operation.Operands[1].Kind == Operator.Constant) return new($"{Vector}.{name}Native({Bare(b)}, {Bare(a)})", true);
        return new($"Lanes.{name}({Bare(a)}, {Bare(b)})", true);
    }
}
