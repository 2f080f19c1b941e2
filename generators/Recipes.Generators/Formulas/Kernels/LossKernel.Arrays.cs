using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <content>What is computed of whole arrays, between the passes: products, transposition, order.</content>
internal sealed partial class LossKernel
{
    private string? _order;
    private int _orderLength;
    private string? _scratch;
    private int _scratchLength;

    /// <summary>Finds room for an array, and has its operands stored.</summary>
    private void PlaceArray(Operation array)
    {
        foreach (Operation operand in array.Operands) Stored(operand);
        if (array.Kind == Operator.Relabel)
        {
            (string source, string start) = Stored(array.Operands[0]);
            if (array.Axes == Axes.Example) _numbers[array] = new ExamplePlace(source, start, null);
            else VectorField(array);
            return;
        }

        if (array.IsOfMatrix) MakeScratch(2 * Most(AxisSets.Outer(array.Operands[0].Axes)) * Most(AxisSets.Outer(array.Operands[0].Axes)));
        if (array.Axes == Axes.None) return;
        string meaning = NameTable.Meaning(array);
        if (array.Kind == Operator.Rank) MakeOrder(Most(array.Axis));
        if (array.Axes == Axes.Example) _numbers[array] = new ExamplePlace(Buffer(meaning, _request.BatchSize, "A number for each example [batch]."), "0", null);
        else if (AxisSets.IsVector(array.Axes)) VectorField(array);
        else
        {
            (Axes outer, Axes inner) = (AxisSets.Outer(array.Axes), AxisSets.Inner(array.Axes));
            string buffer = Buffer(meaning, (long)Most(outer) * Most(inner), $"{char.ToUpperInvariant(meaning[0])}{meaning.Substring(1)} [{NameOf(outer)}, {NameOf(inner)}].");
            _rows[array] = new RowPlace(buffer, null, null, meaning);
        }
    }

    /// <summary>Scratch for putting numbers in order, as long as the longest row.</summary>
    private void MakeOrder(int length)
    {
        if (_order is not null && length <= _orderLength) return;
        if (_order is not null) _declared.RemoveAll(d => d.Name == _order);
        _order ??= FieldName("order");
        _orderLength = length;
        _declared.Add((OrderType, _order, length.ToString(System.Globalization.CultureInfo.InvariantCulture), "Keys of numbers that are put in order."));
    }

    /// <summary>Scratch for small matrices, in double.</summary>
    private void MakeScratch(int length)
    {
        if (_scratch is not null && length <= _scratchLength) return;
        if (_scratch is not null) _declared.RemoveAll(d => d.Name == _scratch);
        _scratch ??= FieldName("matrixScratch");
        _scratchLength = length;
        _declared.Add((ScratchType, _scratch, length.ToString(System.Globalization.CultureInfo.InvariantCulture), "Matrices while they are inverted or diagonalised, in double."));
    }

    /// <summary>An array as an argument.</summary>
    private string Part(Operation operand)
    {
        (string buffer, string start) = Stored(operand);
        if (start == "0") return buffer;
        string length = AxisSets.Count(operand.Axes) == 2 ? $"{LengthOf(AxisSets.Outer(operand.Axes))} * {LengthOf(AxisSets.Inner(operand.Axes))}" : LengthOf(operand.Axes);
        return $"{buffer}.Slice({start}, {length})";
    }

    /// <summary>The number that a matrix gives.</summary>
    private string NumberOfMatrix(Operation array) => $"SmallMatrices.LogDeterminant({Part(array.Operands[0])}, {Shape(array.Operands[0]).Rows}, {_scratch})";

    private void WriteArray(Operation array)
    {
        if (array.Kind is Operator.Relabel or Operator.LogDeterminant) return;

        string result = _rows.TryGetValue(array, out RowPlace rows) ? rows.Buffer : _numbers.TryGetValue(array, out ExamplePlace numbers) ? numbers.Buffer : _vectors[array].Buffer;
        string first = Part(array.Operands[0]);
        // A single row, or one for each of something.
        string count = AxisSets.Count(array.Axes) == 2 ? LengthOf(AxisSets.Outer(array.Axes)) : "1";
        string length = LengthOf(AxisSets.Inner(array.Axes));
        string columns = AxisSets.Count(array.Axes) == 2 && array.Axis == AxisSets.Outer(array.Axes) ? "Columns" : "";
        switch (array.Kind)
        {
            case Operator.Inverse:
                _output.WriteLine($"SmallMatrices.Invert({first}, {result}, {length}, {_scratch});");
                break;
            case Operator.Eigenvalues or Operator.Eigenvectors:
                _output.WriteLine($"SmallMatrices.{array.Kind}({first}, {result}, {length}, {_scratch});");
                break;
            case Operator.MatrixProduct:
                WriteProduct(array, first, Part(array.Operands[1]), result);
                break;
            case Operator.Transpose:
                _output.WriteLine($"Arrays.Transpose({first}, {result}, {count}, {length});");
                break;
            case Operator.Rank:
                _output.WriteLine($"Arrays.Rank{columns}({first}, {result}, {count}, {length}, {_order});");
                break;
            default:
                _output.WriteLine($"Arrays.Move{columns}{(array.Value != 0 ? "Back" : "To")}({first}, {Part(array.Operands[1])}, {result}, {count}, {length});");
                break;
        }
    }

    private void WriteProduct(Operation array, string a, string b, string result)
    {
        (string rowsOfA, string columnsOfA) = Shape(array.Operands[0]);
        (string rowsOfB, string columnsOfB) = Shape(array.Operands[1]);
        _output.WriteLine((Transposition)array.Selector switch
        {
            Transposition.Neither => $"MatrixProduct.Forward(Team, {rowsOfA}, {columnsOfA}, {columnsOfB}, {a}, {b}, default, default, {result}, default(Identity));",
            Transposition.Second => $"MatrixProduct.BackwardInput(Team, {rowsOfA}, {rowsOfB}, {columnsOfA}, {a}, {b}, default, default, {result}, default(Identity));",
            _ => $"MatrixProduct.BackwardWeights(Team, {rowsOfA}, {columnsOfA}, {columnsOfB}, {a}, {b}, {result});",
        });
    }

    private (string Rows, string Columns) Shape(Operation array) => (LengthOf(AxisSets.Outer(array.Axes)), LengthOf(AxisSets.Inner(array.Axes)));
}
