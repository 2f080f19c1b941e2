using System.Collections.Generic;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>How an update runs over a tensor.</summary>
internal enum ParameterLayout
{
    /// <summary>As one row of numbers.</summary>
    Flat,
    /// <summary>As a matrix, a column of which holds the weights that come into one unit.</summary>
    UnitsInColumns,
    /// <summary>As a matrix, a row of which holds them.</summary>
    UnitsInRows,
}

/// <summary>What a barrier adds up or otherwise makes of a whole tensor or of the model.</summary>
internal enum BarrierKind
{
    /// <summary>Σ over a tensor.</summary>
    TensorSum,
    TensorMaximum,
    /// <summary>Σ over the rows of a matrix: a number for each column.</summary>
    ColumnSum,
    ColumnMaximum,
    /// <summary>Σ over a value per column.</summary>
    VectorSum,
    VectorMaximum,
    /// <summary>Σ over all tensors.</summary>
    ModelSum,
    /// <summary>An odd polynomial of a matrix.</summary>
    Polynomial,
}

/// <summary>A value that is known only when all of a tensor, or all tensors, have been read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Operands">What it is made of.</param>
/// <param name="Input">What stands for it in the rest of the graph.</param>
internal sealed record ParameterBarrier(BarrierKind Kind, Node[] Operands, Node Input);

/// <summary>A new value, and where it goes.</summary>
/// <param name="Value">The value.</param>
/// <param name="State">What it is the new value of; null for the parameter or the recipe's average.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Buffer">The buffer that it goes to, at the state's place there; null for the state's own.</param>
internal sealed record ParameterResult(Node Value, ParameterState? State, string Name, string? Buffer = null)
{
    /// <summary>Where the new value of a state goes.</summary>
    public string StateBuffer => Buffer ?? State!.Buffer;
}

/// <summary>The update of one kind of tensors: bound, cut at its barriers.</summary>
/// <param name="layout">How it runs over them.</param>
/// <param name="isMatrix">Whether they are weight matrices; null when nothing asks.</param>
internal sealed class ParameterVariant(ParameterLayout layout, bool? isMatrix)
{
    public ParameterLayout Layout { get; } = layout;

    public bool? IsMatrix { get; } = isMatrix;

    public bool IsFlat => Layout == ParameterLayout.Flat;

    /// <summary>The axes of a value per element.</summary>
    public Axes ElementAxes => IsFlat ? Axes.Row : Axes.Example | Axes.Row;

    public List<ParameterBarrier> Barriers { get; } = [];

    public List<ParameterResult> Results { get; } = [];

    /// <summary>What its methods are called after, among those of other variants.</summary>
    public string Suffix => IsMatrix switch { null => "", true => IsFlat ? "OfMatrices" : Layout == ParameterLayout.UnitsInRows ? "OfRows" : "OfColumns", false => "OfVectors" };
}
