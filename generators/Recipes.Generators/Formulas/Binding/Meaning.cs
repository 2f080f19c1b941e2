using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Binding;

/// <summary>What an expression of a formula stands for: a value, a condition or a label (<see cref="Node"/>), or a switch that is known.</summary>
internal readonly struct Meaning
{
    private Meaning(Node? node, bool? flag)
    {
        Node = node;
        Flag = flag;
    }

    public Node? Node { get; }

    public bool? Flag { get; }

    public static implicit operator Meaning(Node node) => new(node, null);

    public static implicit operator Meaning(bool flag) => new(null, flag);

    /// <summary>The number or row.</summary>
    public Node Value => Node is { IsCondition: false, IsLabel: false } node ? node : throw new FormulaLimitException("a number was expected");

    public Node Condition => Node is { IsCondition: true } node ? node : throw new FormulaLimitException("a condition was expected");

    public Node Label => Node is { IsLabel: true } node ? node : throw new FormulaLimitException("a label was expected");

    public bool Switch => Flag ?? throw new FormulaLimitException("a switch was expected");
}
