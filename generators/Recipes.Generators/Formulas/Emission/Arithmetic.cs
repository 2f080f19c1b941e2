using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>How operations are written for one kind of number: a vector of floats, or a double.</summary>
internal abstract class Arithmetic
{
    /// <summary>The C# type of a value.</summary>
    public abstract string Type { get; }

    /// <summary>The C# type of a condition.</summary>
    public abstract string ConditionType { get; }

    public abstract string Constant(double value);

    /// <summary>The text of an operation that is computed from its operands alone.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="operands">The operands' texts, each fit to be an operand of an operator.</param>
    public Text Write(Operation operation, string[] operands) => operation.Kind switch
    {
        Operator.Add => new($"{operands[0]} + {operands[1]}", false),
        Operator.Subtract => new($"{operands[0]} - {operands[1]}", false),
        Operator.Multiply => new($"{operands[0]} * {operands[1]}", false),
        Operator.Divide => new($"{operands[0]} / {operands[1]}", false),
        Operator.Negate => new($"-{operands[0]}", false),
        Operator.MultiplyAdd => MultiplyAdd(operands[0], operands[1], operands[2]),
        Operator.Function => Function(operation.Function, operands[0]),
        Operator.Power => Power(operation, operands[0], operands[1]),
        Operator.Maximum => Maximum(operation, operands[0], operands[1]),
        Operator.Minimum => Minimum(operation, operands[0], operands[1]),
        Operator.Compare => Compare(operation.Relation, operands[0], operands[1]),
        Operator.And => new($"{operands[0]} & {operands[1]}", false),
        Operator.Or => new($"{operands[0]} | {operands[1]}", false),
        Operator.Not => Not(operands[0]),
        Operator.Expand => new(operands[0], true),
        Operator.LabelNumber => LabelNumber(operands[0]),
        Operator.Select => Select(operands[0], operands[1], operands[2]),
        Operator.Mask => Mask(operands[0], operands[1]),
        Operator.SameLabel => SameLabel(operands[0], operands[1]),
        Operator.Constant => new(Constant(operation.Value), true),
        _ => throw new FormulaLimitException($"a {operation.Kind} cannot be emitted here"),
    };

    protected abstract Text MultiplyAdd(string a, string b, string c);

    protected abstract Text Function(Function function, string x);

    protected abstract Text Power(Operation operation, string x, string p);

    protected abstract Text Maximum(Operation operation, string a, string b);

    protected abstract Text Minimum(Operation operation, string a, string b);

    protected abstract Text Compare(Relation relation, string a, string b);

    protected abstract Text Not(string a);

    protected abstract Text Select(string condition, string a, string b);

    protected abstract Text Mask(string condition, string a);

    protected abstract Text SameLabel(string a, string b);

    /// <summary>The index of a label as a number.</summary>
    protected abstract Text LabelNumber(string label);
}

/// <summary>An expression's text, and whether it can be an operand as it is.</summary>
internal readonly record struct Text(string Value, bool IsAtom)
{
    public string Operand => IsAtom ? Value : $"({Value})";
}
