namespace Recipes.Engine;

/// <summary>A matrix product [rows, depth]·[depth, columns], one block of rows and one strip of columns per task.</summary>
internal unsafe struct ProductJob<TTile, TFinish> : ITaskBody
    where TTile : struct, ITile
    where TFinish : unmanaged, IFinish
{
    public int Rows, Columns, Depth;
    /// <summary>The left operand: element [row, step] is at row · LeftRowStride + step · LeftStepStride.</summary>
    public float* Left;
    public nint LeftRowStride, LeftStepStride;
    /// <summary>The right operand: [step, column] at step · RightStride + column, or, transposed, at column · RightStride + step.</summary>
    public float* Right;
    public nint RightStride;
    public bool RightTransposed;
    public TFinish Finish;

    private int _strips, _vectors;

    private readonly int Blocks => (Rows + Blocking.Rows - 1) / Blocking.Rows;

    /// <summary>Runs the product, on the team if it is worth waking.</summary>
    public void Run(ThreadTeam? team)
    {
        _vectors = (Columns + TTile.Lanes - 1) / TTile.Lanes;
        _strips = (_vectors + TTile.MaxVectors - 1) / TTile.MaxVectors;
        int tasks = _strips * Blocks;
        bool shared = (long)Rows * Columns * Depth >= MatrixProduct.SharedFrom;
        ThreadTeam.For(shared ? team : null, tasks, ref this);
    }

    /// <inheritdoc/>
    public readonly void Run(int task)
    {
        (int block, int strip) = Math.DivRem(task, _strips);
        int firstRow = (int)((long)Rows * block / Blocks), rows = (int)((long)Rows * (block + 1) / Blocks) - firstRow;
        // Strips as even as whole vectors allow.
        int firstVector = _vectors * strip / _strips, vectors = (_vectors * (strip + 1) / _strips) - firstVector;
        int column = firstVector * TTile.Lanes, columns = Math.Min(Columns - column, vectors * TTile.Lanes);
        ProductScratch scratch = ProductScratch.Current;
        nint width = vectors * TTile.Lanes;
        for (int step = 0; step < Depth; step += Blocking.Depth)
        {
            int depth = Math.Min(Blocking.Depth, Depth - step);
            float* right = Right + (step * RightStride) + column;
            nint rightStride = RightStride;
            if (RightTransposed)
            {
                TTile.PackTransposed(Right + (column * RightStride) + step, RightStride, depth, columns, vectors, scratch.Strip);
                right = scratch.Strip;
                rightStride = width;
            }
            else if (rows > 2 * TTile.MaxRows && Depth > 16)
            {
                TTile.Pack(right, RightStride, depth, vectors, scratch.Strip);
                right = scratch.Strip;
                rightStride = width;
            }
            for (int row = 0; row < rows; row += TTile.MaxRows)
            {
                int tileRows = Math.Min(TTile.MaxRows, rows - row);
                float* sums = scratch.Sums + (row * width);
                float* left = Left + ((firstRow + row) * LeftRowStride) + (step * LeftStepStride);
                TTile.Multiply(tileRows, vectors, depth, left, LeftRowStride, LeftStepStride, right, rightStride, sums, accumulate: step > 0);
                if (step + depth == Depth) Finish.Finish<TTile>(sums, width, firstRow + row, column, tileRows, columns);
            }
        }
    }
}
