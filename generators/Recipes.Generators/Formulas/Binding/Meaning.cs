using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Formulas.Binding;

/// <summary>What an expression of a formula stands for: a value, a condition or a label (<see cref="Node"/>), or a switch that is known.</summary>
internal readonly struct Meaning
{
    private Meaning(Node? node, bool? flag, FormulaType type)
    {
        Node = node;
        Flag = flag;
        Type = type;
    }

    public Node? Node { get; }

    public bool? Flag { get; }

    /// <summary>The type that the text gives it. Its axis is that of the text, which a value may lack: a constant row.</summary>
    public FormulaType Type { get; }

    public static implicit operator Meaning(Node node) => new(node, null, FormulaType.Scalar);

    public static implicit operator Meaning(bool flag) => new(null, flag, FormulaType.Flag);

    /// <summary>The same, of another type.</summary>
    public Meaning As(FormulaType type) => new(Node, Flag, type);

    /// <summary>The number or row.</summary>
    public Node Value => Node is { IsCondition: false, IsLabel: false } node ? node : throw new FormulaLimitException("a number was expected");

    public Node Condition => Node is { IsCondition: true } node ? node : throw new FormulaLimitException("a condition was expected");

    public Node Label => Node is { IsLabel: true } node ? node : throw new FormulaLimitException("a label was expected");

    public bool Switch => Flag ?? throw new FormulaLimitException("a switch was expected");
}
