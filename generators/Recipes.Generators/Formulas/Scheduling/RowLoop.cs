using System.Collections.Generic;
using Recipes.Generators.Formulas.Graph;

namespace Recipes.Generators.Formulas.Scheduling;

/// <summary>Where rows of numbers are kept, one for each example.</summary>
/// <param name="Buffer">A <c>NativeBuffer&lt;float&gt;</c>.</param>
/// <param name="FirstRow">What is added to the example's number to get its row; null for nothing.</param>
/// <param name="Index">A <c>NativeBuffer&lt;int&gt;</c> that gives the row of each example; null when they lie in order.</param>
/// <param name="Comment">What the numbers are, for people.</param>
/// <param name="Start">The offset of the only row, when the loop has one.</param>
/// <param name="Stride">What is between the starts of two rows, when that is more than their length.</param>
/// <param name="Offset">What is before the first entry of a row.</param>
internal sealed record RowPlace(string Buffer, string? FirstRow, string? Index, string Comment, string? Start = null, string? Stride = null, string? Offset = null)
{
    /// <summary>Whether rows lie next to each other.</summary>
    public bool IsCompact => Stride is null && Offset is null;
}

/// <summary>Where numbers are kept, one for each example.</summary>
/// <param name="Buffer">A <c>NativeBuffer&lt;float&gt;</c>.</param>
/// <param name="Start">The offset of the first example, or of index 0.</param>
/// <param name="Index">A <c>NativeBuffer&lt;int&gt;</c> that gives the place of each example; null when they lie in order.</param>
internal sealed record ExamplePlace(string Buffer, string Start, string? Index);

/// <summary>Where one row for all examples is kept.</summary>
internal sealed record VectorPlace(string Buffer, string Start);

/// <summary>A row of results for each example, with what is added at single places after the loop over the row.</summary>
/// <param name="Value">The row.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="Points">Numbers that are added at a label each.</param>
/// <param name="CanHold">Whether an intermediate row may be kept there until the results are stored; not if it is an input as well.</param>
internal sealed record RowStore(Operation Value, RowPlace Place, IReadOnlyList<(Operation Value, Operation Label)> Points, bool CanHold = false);

/// <summary>A result for each example.</summary>
internal sealed record ExampleStore(Operation Value, ExamplePlace Place);

/// <summary>A row that is summed over the examples of a task and added to what is there.</summary>
/// <param name="Value">The row.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="IsMaximum">Whether the greater of it and what is there stays, rather than their sum.</param>
internal sealed record RowAccumulation(Operation Value, VectorPlace Place, bool IsMaximum = false);

/// <summary>A loop over examples, each of which has rows: what goes in and what comes out.</summary>
internal sealed class RowLoop
{
    /// <summary>Entries of a row; a constant if <see cref="Length"/> is positive.</summary>
    public required string LengthText { get; init; }

    public required int Length { get; init; }

    /// <summary>The axis of the rows: an entry of a row is one of it.</summary>
    public Axes Inner { get; init; } = Axes.Row;

    /// <summary>What there is a row for each of.</summary>
    public Axes Outer { get; init; } = Axes.Example;

    /// <summary>The most entries of a row, when <see cref="Length"/> is not constant.</summary>
    public int MostEntries { get; init; }

    /// <summary>Labels that are the number of the row itself.</summary>
    public HashSet<Operation> RowNumbers { get; } = [];

    /// <summary>What a position in the row is called.</summary>
    public required string AxisName { get; init; }

    /// <summary>Names that the method has already: its parameters.</summary>
    public HashSet<string> Parameters { get; } = [];

    /// <summary>Whether there is one row only, so that there is no loop over examples.</summary>
    public bool IsSingle { get; init; }

    /// <summary>The most rows that one call of the method goes through; 0 where that is not known.</summary>
    public int BlockRows { get; init; }

    /// <summary>A buffer and an offset for intermediate rows, of each task's own; null if there is none.</summary>
    public VectorPlace? Scratch { get; init; }

    public Dictionary<Operation, RowPlace> Rows { get; } = [];

    public Dictionary<Operation, VectorPlace> Vectors { get; } = [];

    public Dictionary<Operation, ExamplePlace> Examples { get; } = [];

    /// <summary>Labels: a <c>NativeBuffer&lt;int&gt;</c> for each.</summary>
    public Dictionary<Operation, string> Labels { get; } = [];

    /// <summary>Labels for the whole step: a C# expression of type int for each.</summary>
    public Dictionary<Operation, string> StepLabels { get; } = [];

    /// <summary>Values for the whole step: a C# expression of type double or float for each.</summary>
    public Dictionary<Operation, string> Scalars { get; } = [];

    public List<RowStore> RowStores { get; } = [];

    public List<ExampleStore> ExampleStores { get; } = [];

    public List<RowAccumulation> Accumulations { get; } = [];

    public bool IsGiven(Operation operation) =>
        operation.Kind == Operator.Constant || Rows.ContainsKey(operation) || Vectors.ContainsKey(operation) || Examples.ContainsKey(operation)
        || RowNumbers.Contains(operation) || Labels.ContainsKey(operation) || StepLabels.ContainsKey(operation) || Scalars.ContainsKey(operation);

    /// <summary>Everything that is computed or stored.</summary>
    public IEnumerable<Operation> Outputs()
    {
        foreach (RowStore store in RowStores)
        {
            yield return store.Value;
            foreach ((Operation value, Operation label) in store.Points)
            {
                yield return value;
                yield return label;
            }
        }

        foreach (ExampleStore store in ExampleStores) yield return store.Value;
        foreach (RowAccumulation accumulation in Accumulations) yield return accumulation.Value;
    }
}
