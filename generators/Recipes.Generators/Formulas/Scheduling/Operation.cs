using System;
using System.Collections.Generic;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Scheduling;

/// <summary>What one line of emitted code can do.</summary>
internal enum Operator
{
    Constant,
    Input,
    LabelInput,
    Add,
    Subtract,
    Multiply,
    Divide,
    /// <summary>a·b + c.</summary>
    MultiplyAdd,
    Negate,
    Function,
    Power,
    Maximum,
    Minimum,
    Compare,
    SameLabel,
    And,
    Or,
    Not,
    Select,
    /// <summary>b where a holds, else 0.</summary>
    Mask,
    RowSum,
    RowMaximum,
    RowOffset,
    RowArgMax,
    Pick,
    OneHot,
    ExampleSum,
    LabelSum,
    OfLabel,
    /// <summary>A number per row of a matrix that a loop over its rows leaves behind: a barrier.</summary>
    Kept,
    /// <summary>The numbers of one axis along another: a barrier.</summary>
    Relabel,
    /// <summary>A product of arrays: a barrier.</summary>
    MatrixProduct,
    /// <summary>An array with its axes swapped: a barrier.</summary>
    Transpose,
    /// <summary>The inverse of a matrix: a barrier.</summary>
    Inverse,
    /// <summary>log |det| of a matrix: a barrier.</summary>
    LogDeterminant,
    /// <summary>Eigenvalues of a symmetric matrix: a barrier.</summary>
    Eigenvalues,
    /// <summary>Eigenvectors of a symmetric matrix: a barrier.</summary>
    Eigenvectors,
    /// <summary>Places from the greatest: a barrier.</summary>
    Rank,
    /// <summary>Numbers moved to their places or back: a barrier.</summary>
    Permute,
    /// <summary>The same number once for each entry of further axes.</summary>
    Expand,
    /// <summary>The index of a label as a number.</summary>
    LabelNumber,
}

/// <summary>A value of a formula, broken down to what one line of code computes. Made by <see cref="Lowering"/>, each value once.</summary>
internal sealed class Operation(Operator kind, Axes axes, Operation[] operands, double value, string name, int selector)
{
    /// <summary>The order of birth: an operand's is smaller than its user's.</summary>
    public int Id { get; set; }

    public Operator Kind { get; } = kind;

    public Axes Axes { get; } = axes;

    public Operation[] Operands { get; } = operands;

    /// <summary>A constant's value. For a power with an axis-free exponent: the exponent at the knobs' declared values, or NaN.</summary>
    public double Value { get; } = value;

    /// <summary>An input's name.</summary>
    public string Name { get; } = name;

    /// <summary>The function or relation.</summary>
    public int Selector { get; } = selector;

    /// <summary>How many barriers over the batch lie beneath it.</summary>
    public int Stage { get; set; }

    /// <summary>A name for people.</summary>
    public string? Hint { get; set; }

    public Function Function => (Function)Selector;

    public Relation Relation => (Relation)Selector;

    public bool Has(Axes axis) => (Axes & axis) != 0;

    public bool IsRowReduction => Kind is Operator.RowSum or Operator.RowMaximum or Operator.RowOffset or Operator.RowArgMax;

    public bool IsBarrier => Kind is Operator.ExampleSum or Operator.LabelSum or Operator.Kept || IsOfWholeBatch;

    /// <summary>Whether it is computed of whole arrays, between passes over the batch.</summary>
    public bool IsOfWholeBatch => Kind is Operator.Relabel or Operator.MatrixProduct or Operator.Transpose or Operator.Rank or Operator.Permute || IsOfMatrix;

    /// <summary>Whether it is a function of a square matrix.</summary>
    public bool IsOfMatrix => Kind is Operator.Inverse or Operator.LogDeterminant or Operator.Eigenvalues or Operator.Eigenvectors;

    /// <summary>The inner axis of the loop that it is computed in; none where any loop will do.</summary>
    public Axes Home { get; set; }

    /// <summary>The axis that a reduction, a pick or a one-hot row is about.</summary>
    public Axes Axis => (Axes)Selector;

    public bool IsCondition => Kind is Operator.Compare or Operator.SameLabel or Operator.And or Operator.Or or Operator.Not;

    public bool IsLabel => Kind is Operator.LabelInput or Operator.RowArgMax;

    /// <summary>Whether computing it again costs more than storing it: functions, powers and divisions.</summary>
    public bool IsCostly => Kind is Operator.Power or Operator.Divide || (Kind == Operator.Function && Function is not (Function.Abs or Function.Sign or Function.Floor or Function.Round));

    /// <summary>Structural equality of operations.</summary>
    internal sealed class Structure : IEqualityComparer<Operation>
    {
        public bool Equals(Operation x, Operation y)
        {
            if (x.Kind != y.Kind || x.Selector != y.Selector || x.Axes != y.Axes || x.Name != y.Name || x.Operands.Length != y.Operands.Length
                || BitConverter.DoubleToInt64Bits(x.Value) != BitConverter.DoubleToInt64Bits(y.Value)) return false;
            for (int i = 0; i < x.Operands.Length; i++)
                if (!ReferenceEquals(x.Operands[i], y.Operands[i])) return false;
            return true;
        }

        public int GetHashCode(Operation operation)
        {
            unchecked
            {
                int hash = ((int)operation.Kind * 31) + operation.Selector;
                hash = (hash * 31) + operation.Value.GetHashCode();
                hash = (hash * 31) + StringComparer.Ordinal.GetHashCode(operation.Name);
                foreach (Operation operand in operation.Operands) hash = (hash * 31) + operand.Id;
                return hash;
            }
        }
    }
}
