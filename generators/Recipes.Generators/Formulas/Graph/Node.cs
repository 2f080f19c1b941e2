using System;

namespace Recipes.Generators.Formulas.Graph;

/// <summary>A value of a formula: immutable, and one object for one value. Made by <see cref="FormulaGraph"/> only.</summary>
internal sealed class Node(NodeKind kind, Axes axes, Node[] operands, double[] weights, double value, string name, int selector)
{
    public static readonly double[] NoWeights = [];

    /// <summary>The order of birth: an operand's is smaller than its user's.</summary>
    public int Id { get; set; }

    public NodeKind Kind { get; } = kind;

    public Axes Axes { get; } = axes;

    public Node[] Operands { get; } = operands;

    /// <summary>The coefficients of a total, the exponents of a product.</summary>
    public double[] Weights { get; } = weights;

    /// <summary>A constant's value; what a total adds.</summary>
    public double Value { get; } = value;

    /// <summary>An input's name.</summary>
    public string Name { get; } = name;

    /// <summary>The function or relation.</summary>
    public int Selector { get; } = selector;

    public Function Function => Kind == NodeKind.Function ? (Function)Selector : Function.None;

    /// <summary>The axis that a reduction, a pick or a one-hot row is about.</summary>
    public Axes Axis => (Axes)Selector;

    public Relation Relation => (Relation)Selector;

    /// <summary>How many reductions over the row are nested in it: it is known after so many sweeps over the row.</summary>
    public int Level { get; set; }

    /// <summary>How many reductions over the batch are nested in it: it is known after so many barriers.</summary>
    public int Stage { get; set; }

    /// <summary>How many nodes are nested in it; bounded, so that passes may recur.</summary>
    public int Depth { get; set; }

    /// <summary>A name for people, from the formula's own text; not part of the value.</summary>
    public string? Hint { get; set; }

    /// <summary>For an input that a knob gives: its declared value; else NaN. Not part of the value.</summary>
    public double Declared { get; set; } = double.NaN;

    /// <summary>Whether it is computed of whole arrays, between passes over the batch.</summary>
    public bool IsOfWholeBatch => Kind is NodeKind.Relabelled or NodeKind.MatrixProduct or NodeKind.Transposed or NodeKind.Ranked or NodeKind.Permuted
        or NodeKind.Inverse or NodeKind.LogDeterminant or NodeKind.Eigenvalues or NodeKind.Eigenvectors;

    public bool IsLabel => Kind is NodeKind.LabelInput or NodeKind.RowArgMax;

    public bool IsCondition => Kind is NodeKind.Comparison or NodeKind.SameLabel or NodeKind.Both or NodeKind.Either or NodeKind.Not;

    public bool IsConstant(double number) => Kind == NodeKind.Constant && Value == number;

    public bool Has(Axes axis) => (Axes & axis) != 0;

    /// <summary>Whether both have the same kind, operands and parameters.</summary>
    public bool SameAs(Node other)
    {
        if (Kind != other.Kind || Selector != other.Selector || Axes != other.Axes || !BitsEqual(Value, other.Value)
            || Operands.Length != other.Operands.Length || Weights.Length != other.Weights.Length || Name != other.Name) return false;
        for (int i = 0; i < Operands.Length; i++)
            if (!ReferenceEquals(Operands[i], other.Operands[i])) return false;
        for (int i = 0; i < Weights.Length; i++)
            if (!BitsEqual(Weights[i], other.Weights[i])) return false;
        return true;
    }

    public int StructureHash()
    {
        unchecked
        {
            int hash = ((int)Kind * 31) + Selector;
            hash = (hash * 31) + Value.GetHashCode();
            hash = (hash * 31) + StringComparer.Ordinal.GetHashCode(Name);
            foreach (Node operand in Operands) hash = (hash * 31) + operand.Id;
            foreach (double weight in Weights) hash = (hash * 31) + weight.GetHashCode();
            return hash;
        }
    }

    private static bool BitsEqual(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);
}
