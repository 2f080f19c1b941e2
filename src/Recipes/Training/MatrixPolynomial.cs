using System.ComponentModel;
using Recipes.Engine;

namespace Recipes.Training;

/// <summary>a·X + b·(X·Xᵀ)·X + c·(X·Xᵀ)²·X, for the update of weight matrices.</summary>
/// <remarks>
/// Of X·Xᵀ and Xᵀ·X the smaller is made: with G one of them, the result is (a + b·G + c·G²)·X, or X·(…). X is as it lies in memory, as
/// the polynomial of the transpose is the transpose of the polynomial. Bit-identical for any number of threads.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MatrixPolynomial
{
    private NativeBuffer<float> _gram, _square;

    /// <summary>Takes memory for the largest of the matrices.</summary>
    public void Allocate(NativeArena arena, ParameterChunks chunks)
    {
        ArgumentNullException.ThrowIfNull(arena);
        ArgumentNullException.ThrowIfNull(chunks);
        long cells = 0;
        for (int tensor = 0; tensor < chunks.Tensors; tensor++)
        {
            if (!chunks.IsMatrix[tensor]) continue;
            long side = Math.Min(chunks.TensorRows[tensor], chunks.TensorColumns[tensor]);
            cells = Math.Max(cells, side * side);
        }

        _gram = arena.Allocate<float>(cells);
        _square = arena.Allocate<float>(cells);
    }

    /// <summary>Computes the polynomial of one matrix; allocates nothing.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="chunks">The shapes and places of the matrices.</param>
    /// <param name="tensor">Which matrix.</param>
    /// <param name="from">X, where the parameters have it.</param>
    /// <param name="a">The factor of X.</param>
    /// <param name="b">The factor of the third power.</param>
    /// <param name="c">The factor of the fifth power.</param>
    /// <param name="to">Receives the polynomial, where the parameters have the matrix; another buffer than <paramref name="from"/>.</param>
    public void Apply(ThreadTeam? team, ParameterChunks chunks, int tensor, NativeBuffer<float> from, double a, double b, double c, NativeBuffer<float> to)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        int rows = chunks.TensorRows[tensor], columns = chunks.TensorColumns[tensor], side = Math.Min(rows, columns);
        NativeBuffer<float> x = from.Slice(chunks.TensorStart[tensor], rows * columns), y = to.Slice(chunks.TensorStart[tensor], rows * columns);
        NativeBuffer<float> gram = _gram.Slice(0, side * side), square = _square.Slice(0, side * side);
        bool isWide = rows < columns;
        if (isWide) MatrixProduct.BackwardInput(team, rows, rows, columns, x, x, default, default, gram, new Identity());
        else MatrixProduct.BackwardWeights(team, rows, columns, columns, x, x, gram);
        if (c == 0) square.Span.Clear();
        else MatrixProduct.Forward(team, side, side, side, gram, gram, default, default, square, new Identity());
        for (nint cell = 0; cell < (nint)side * side; cell++) square[cell] = (float)((b * gram[cell]) + (c * square[cell]));
        for (nint i = 0; i < side; i++) square[i * (side + 1)] += (float)a;
        if (isWide) MatrixProduct.Forward(team, rows, rows, columns, square, x, default, default, y, new Identity());
        else MatrixProduct.Forward(team, rows, columns, columns, x, square, default, default, y, new Identity());
    }
}
