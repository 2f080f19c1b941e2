namespace Recipes.Engine;

/// <summary>The operands of a matrix product [rows, depth]·[depth, columns].</summary>
internal unsafe struct ProductOperands
{
    public int Rows, Columns, Depth;
    /// <summary>The left operand: [row, step] is at row · LeftRowStride + step · LeftStepStride.</summary>
    public float* Left;
    public nint LeftRowStride, LeftStepStride;
    /// <summary>The right operand: [step, column] is at step · RightStride + column, or, transposed, at column · RightStride + step.</summary>
    public float* Right;
    public nint RightStride;
    public bool RightTransposed;
    /// <summary>Receives Σ_step right[step, column], in order of the steps, [columns]; or null.</summary>
    public float* RightSums;
}

/// <summary>A matrix product, one block of rows and one strip of columns per task.</summary>
internal readonly unsafe struct ProductJob<TTile, TFinish> : ITaskBody
    where TTile : struct, ITile
    where TFinish : unmanaged, IFinish
{
    private readonly ProductOperands _operands;
    private readonly TFinish _finish;
    private readonly int _tiles, _blocks, _strips, _vectors;

    public ProductJob(in ProductOperands operands, in TFinish finish)
    {
        _operands = operands;
        _finish = finish;
        _tiles = (operands.Rows + TTile.MaxRows - 1) / TTile.MaxRows;
        _blocks = (_tiles + (Blocking.Rows / TTile.MaxRows) - 1) / (Blocking.Rows / TTile.MaxRows);
        _vectors = (operands.Columns + TTile.Lanes - 1) / TTile.Lanes;
        _strips = (_vectors + TTile.MaxVectors - 1) / TTile.MaxVectors;
    }

    public int Tasks => _strips * _blocks;

    /// <inheritdoc/>
    public void Run(int task)
    {
        (int strip, int block) = Math.DivRem(task, _blocks);
        // Blocks as even as whole tiles allow, strips as even as whole vectors do.
        int firstRow = TTile.MaxRows * (int)((long)_tiles * block / _blocks);
        int endRow = Math.Min(_operands.Rows, TTile.MaxRows * (int)((long)_tiles * (block + 1) / _blocks));
        int firstVector = _vectors * strip / _strips, vectors = (_vectors * (strip + 1) / _strips) - firstVector;
        int column = firstVector * TTile.Lanes, width = vectors * TTile.Lanes, columns = Math.Min(_operands.Columns - column, width);
        ProductScratch scratch = ProductScratch.Current;
        for (int step = 0; step < _operands.Depth; step += Blocking.Depth)
        {
            var tile = new TileOperands
            {
                Depth = Math.Min(Blocking.Depth, _operands.Depth - step), LeftRowStride = _operands.LeftRowStride, LeftStepStride = _operands.LeftStepStride,
                Right = _operands.Right + (step * _operands.RightStride) + column, RightStride = _operands.RightStride, Accumulate = step > 0,
            };
            if (_operands.RightTransposed)
            {
                TTile.PackTransposed(_operands.Right + (column * _operands.RightStride) + step, _operands.RightStride, (int)tile.Depth, columns, vectors, scratch.Strip);
                tile.Right = scratch.Strip;
                tile.RightStride = width;
            }
            else if (endRow - firstRow > TTile.MaxRows) tile.Packed = scratch.Strip;
            bool last = step + tile.Depth == _operands.Depth;
            for (int row = firstRow; row < endRow; row += TTile.MaxRows)
            {
                int rows = Math.Min(TTile.MaxRows, endRow - row);
                bool inPlace = TFinish.IsPlain && columns == width;
                tile.Left = _operands.Left + (row * _operands.LeftRowStride) + (step * _operands.LeftStepStride);
                tile.Sums = inPlace ? _finish.Result + (row * _finish.Stride) + column : scratch.Sums + ((row - firstRow) * width);
                tile.SumStride = inPlace ? _finish.Stride : width;
                TTile.Multiply(rows, vectors, tile);
                if (tile.Packed != null)
                {
                    // The first tile packed the strip in passing, which costs it next to nothing; the others read it in order.
                    tile.Right = tile.Packed;
                    tile.RightStride = width;
                    tile.Packed = null;
                }
                if (last && !inPlace) _finish.Finish<TTile>(tile.Sums, width, row, column, rows, columns);
            }
        }
        if (_operands.RightSums != null && block == 0) SumRight(column, columns, vectors, scratch);
    }

    // The sums of the right operand's columns are a product with a row of ones: exact, and in the same order.
    private void SumRight(int column, int columns, int vectors, ProductScratch scratch)
    {
        float one = 1;
        var tile = new TileOperands
        {
            Depth = _operands.Depth, Left = &one, Right = _operands.Right + column, RightStride = _operands.RightStride,
            Sums = scratch.Sums, SumStride = vectors * TTile.Lanes,
        };
        TTile.Multiply(1, vectors, tile);
        TTile.FinishBackward(scratch.Sums, 0, 1, columns, null, null, _operands.RightSums + column, 0, default(Identity));
    }
}
