using System.ComponentModel;
using Recipes.Engine;

namespace Recipes.Training;

/// <summary>The parameters in pieces, for the update: small enough to stay in a core's cache, the same for any number of threads.</summary>
/// <remarks>A piece lies in one tensor. Where the update looks at rows of matrices, a piece of a matrix is some whole rows of it as it lies in memory.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterChunks
{
    private const int ChunkFloats = 4096;

    /// <param name="parameters">The tensors, in order of their place.</param>
    /// <param name="byRows">Whether chunks of matrices are whole rows.</param>
    public ParameterChunks(IReadOnlyList<ParameterInfo> parameters, bool byRows)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var (start, length, tensorOf, firstRow, columnPart) = (new List<int>(), new List<int>(), new List<int>(), new List<int>(), new List<int>());
        Tensors = parameters.Count;
        TensorStart = [.. parameters.Select(p => p.Offset)];
        TensorLength = [.. parameters.Select(p => p.Length)];
        IsMatrix = [.. parameters.Select(p => p.IsMatrix)];
        UnitsInColumns = [.. parameters.Select(p => p.IsMatrix && p.Transposed)];
        TensorDecays = [.. parameters.Select(p => p.Decays)];
        TensorColumns = [.. parameters.Select(p => !p.IsMatrix ? p.Length : p.Transposed ? p.Shape[0] : p.Length / p.Shape[0])];
        TensorRows = [.. TensorLength.Zip(TensorColumns, (all, columns) => all / columns)];
        RowStart = new int[Tensors];
        ColumnStart = new int[Tensors];
        FirstChunk = new int[Tensors + 1];
        for (int tensor = 0; tensor < Tensors; tensor++)
        {
            bool isCutByRows = byRows && IsMatrix[tensor];
            int chunk = isCutByRows ? Math.Max(1, ChunkFloats / TensorColumns[tensor]) * TensorColumns[tensor] : ChunkFloats;
            (RowStart[tensor], ColumnStart[tensor], FirstChunk[tensor]) = (MatrixRows, Columns, start.Count);
            for (int first = 0; first < TensorLength[tensor]; first += chunk)
            {
                start.Add(TensorStart[tensor] + first);
                length.Add(Math.Min(chunk, TensorLength[tensor] - first));
                tensorOf.Add(tensor);
                firstRow.Add(isCutByRows ? MatrixRows + (first / TensorColumns[tensor]) : 0);
                columnPart.Add(ColumnParts);
                if (isCutByRows) ColumnParts += Padded(TensorColumns[tensor]);
            }

            if (!isCutByRows) continue;
            MatrixRows += TensorRows[tensor];
            Columns += Padded(TensorColumns[tensor]);
        }

        FirstChunk[Tensors] = start.Count;
        (Start, Length, Tensor, FirstRow, ColumnPart) = ([.. start], [.. length], [.. tensorOf], [.. firstRow], [.. columnPart]);
        Decays = [.. Tensor.Select(t => TensorDecays[t])];
    }

    /// <summary>The number of chunks.</summary>
    public int Count => Start.Length;

    /// <summary>The number of tensors.</summary>
    public int Tensors { get; }

    /// <summary>Index of each chunk's first float in the parameter buffer, [chunks].</summary>
    public int[] Start { get; }

    /// <summary>Floats of each chunk, [chunks].</summary>
    public int[] Length { get; }

    /// <summary>The tensor of each chunk, [chunks].</summary>
    public int[] Tensor { get; }

    /// <summary>Whether weight decay applies to the chunk's tensor, [chunks].</summary>
    public bool[] Decays { get; }

    /// <summary>The chunk's first row among those of all matrices, [chunks].</summary>
    public int[] FirstRow { get; }

    /// <summary>Where the chunk leaves a number for each column of its matrix, [chunks].</summary>
    public int[] ColumnPart { get; }

    /// <summary>Index of each tensor's first float in the parameter buffer, [tensors].</summary>
    public int[] TensorStart { get; }

    /// <summary>Floats of each tensor, [tensors].</summary>
    public int[] TensorLength { get; }

    /// <summary>Rows of each tensor in memory, [tensors].</summary>
    public int[] TensorRows { get; }

    /// <summary>Columns of each tensor in memory, [tensors].</summary>
    public int[] TensorColumns { get; }

    /// <summary>Whether weight decay applies to the tensor, [tensors].</summary>
    public bool[] TensorDecays { get; }

    /// <summary>Whether the tensor is the weight matrix of a layer, [tensors].</summary>
    public bool[] IsMatrix { get; }

    /// <summary>Whether a column of the matrix in memory holds the weights that come into one unit, [tensors].</summary>
    public bool[] UnitsInColumns { get; }

    /// <summary>The first chunk of each tensor, and at the end the number of chunks, [tensors + 1].</summary>
    public int[] FirstChunk { get; }

    /// <summary>The tensor's first row among those of all matrices, [tensors].</summary>
    public int[] RowStart { get; }

    /// <summary>The tensor's first column among those of all matrices, [tensors].</summary>
    public int[] ColumnStart { get; }

    /// <summary>Rows of all matrices that are cut by rows.</summary>
    public int MatrixRows { get; }

    /// <summary>Columns of all matrices that are cut by rows, gaps included.</summary>
    public int Columns { get; }

    /// <summary>Numbers that chunks leave for the columns of their matrices.</summary>
    public int ColumnParts { get; }

    /// <summary>Adds up what the chunks of a tensor left for its columns, in their order, in double.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="parts">[<see cref="ColumnParts"/>].</param>
    /// <param name="sums">Receives the sums, [<see cref="Columns"/>].</param>
    public void SumColumns(int tensor, NativeBuffer<float> parts, NativeBuffer<float> sums)
    {
        int columns = TensorColumns[tensor];
        for (int column = 0; column < columns; column++)
        {
            double sum = 0;
            for (int chunk = FirstChunk[tensor]; chunk < FirstChunk[tensor + 1]; chunk++) sum += parts[ColumnPart[chunk] + column];
            sums[ColumnStart[tensor] + column] = (float)sum;
        }
    }

    /// <summary>The greatest of what the chunks of a tensor left for its columns; NaN if one is.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="parts">[<see cref="ColumnParts"/>].</param>
    /// <param name="maxima">Receives them, [<see cref="Columns"/>].</param>
    public void MaximumColumns(int tensor, NativeBuffer<float> parts, NativeBuffer<float> maxima)
    {
        int columns = TensorColumns[tensor];
        for (int column = 0; column < columns; column++)
        {
            float greatest = float.NegativeInfinity;
            for (int chunk = FirstChunk[tensor]; chunk < FirstChunk[tensor + 1]; chunk++) greatest = MathF.Max(greatest, parts[ColumnPart[chunk] + column]);
            maxima[ColumnStart[tensor] + column] = greatest;
        }
    }

    private static int Padded(int floats) => (floats + 15) / 16 * 16;
}
