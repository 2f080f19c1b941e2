namespace Recipes.Engine;

/// <summary>The operands of a product of patches and weights.</summary>
internal unsafe struct ConvolutionOperands
{
    /// <summary>The left operand of the first group; those of the others begin as many channels later as each has.</summary>
    public Patches Patches;
    /// <summary>The right operand of the first group, [depth, columns].</summary>
    public float* Weights;
    /// <summary>Floats from one row of the weights to the next, and from one group to the next.</summary>
    public nint WeightStride, WeightGroup;
    public int Images, Groups;
    /// <summary>Columns of a group.</summary>
    public int Columns;
    /// <summary>Which pixel of the result a position is.</summary>
    public ResultGrid Grid;
}

/// <summary>A product of patches and weights: for each position, sums over the taps and channels that the kernel covers there; some blocks of positions per task.</summary>
internal readonly unsafe struct ConvolutionJob<TTile, TFinish> : ITaskBody
    where TTile : struct, ITile
    where TFinish : unmanaged, IFinish
{
    // A task is long enough that taking it costs nothing beside it.
    private const long TaskProducts = 200_000;

    private readonly Patches _patches;
    private readonly float* _weights;
    private readonly nint _weightStride, _weightGroup;
    private readonly int _groups, _columns, _depth, _positions, _blockRows, _blocks, _blocksPerTask;
    private readonly ResultGrid _grid;
    private readonly TFinish _finish;

    public ConvolutionJob(in ConvolutionOperands operands, in TFinish finish)
    {
        (_patches, _weightStride, _weightGroup, _groups, _columns) = (operands.Patches, operands.WeightStride, operands.WeightGroup, operands.Groups, operands.Columns);
        _weights = operands.Weights;
        (_grid, _finish) = (operands.Grid, finish);
        _depth = _patches.Depth;
        _positions = operands.Images * _patches.Positions;
        int cached = Blocking.CachedPatchFloats / Math.Max(1, _depth);
        int rows = cached >= 3 * TTile.MaxRows ? Math.Min(cached, Blocking.Rows) : Blocking.Rows;
        _blockRows = rows / TTile.MaxRows * TTile.MaxRows;
        _blocks = (_positions + _blockRows - 1) / _blockRows;
        _blocksPerTask = (int)Math.Max(1, TaskProducts / Math.Max(1L, (long)_blockRows * _depth * _groups * _columns));
    }

    public int Tasks => (_blocks + _blocksPerTask - 1) / _blocksPerTask;

    /// <inheritdoc/>
    public void Run(int task)
    {
        ProductScratch scratch = ProductScratch.Current;
        int end = Math.Min(_blocks, (task + 1) * _blocksPerTask);
        for (int block = task * _blocksPerTask; block < end; block++)
        {
            int first = block * _blockRows, count = Math.Min(_blockRows, _positions - first);
            for (int group = 0; group < _groups; group++) Run(first, count, group, scratch);
        }
    }

    private void Run(int first, int count, int group, ProductScratch scratch)
    {
        Patches patches = _patches;
        patches.FirstChannel += group * patches.Channels;
        float* weights = _weights + (group * _weightGroup);
        int vectors = (_columns + TTile.Lanes - 1) / TTile.Lanes, strips = (vectors + TTile.MaxVectors - 1) / TTile.MaxVectors;
        bool whole = _depth <= Blocking.Depth;
        if (whole) patches.Pack(first, count, 0, _depth, scratch.Patches);
        for (int strip = 0; strip < strips; strip++)
        {
            int firstVector = vectors * strip / strips, stripVectors = (vectors * (strip + 1) / strips) - firstVector;
            int column = firstVector * TTile.Lanes, width = stripVectors * TTile.Lanes, columns = Math.Min(_columns - column, width);
            int step = 0;
            do
            {
                int depth = Math.Min(Blocking.Depth, _depth - step);
                if (!whole) patches.Pack(first, count, step, step + depth, scratch.Patches);
                var tile = new TileOperands
                {
                    Depth = depth, LeftRowStride = depth, LeftStepStride = 1, Right = weights + (step * _weightStride) + column, RightStride = _weightStride,
                    SumStride = width, Accumulate = step > 0,
                };
                if (_weightStride > width && count > TTile.MaxRows) tile.Packed = scratch.Strip;
                step += depth;
                for (int row = 0; row < count; row += TTile.MaxRows)
                {
                    int rows = Math.Min(TTile.MaxRows, count - row);
                    tile.Left = scratch.Patches + (row * depth);
                    tile.Sums = whole ? scratch.Sums : scratch.Sums + (row * width);
                    TTile.Multiply(rows, stripVectors, tile);
                    if (tile.Packed != null)
                    {
                        // The first tile packed the weights in passing; the others read them in order.
                        tile.Right = tile.Packed;
                        tile.RightStride = width;
                        tile.Packed = null;
                    }
                    if (step == _depth) Finish(tile.Sums, width, first + row, (group * _columns) + column, rows, columns);
                }
            }
            while (step < _depth);
        }
    }

    private void Finish(float* sums, int width, int position, int column, int rows, int columns)
    {
        if (_grid.IsWhole) _finish.Finish<TTile>(sums, width, position, column, rows, columns);
        else
        {
            for (int row = 0; row < rows; row++) _finish.Finish<TTile>(sums + (row * width), width, _grid.PixelOf(position + row), column, 1, columns);
        }
    }
}

/// <summary>The pixels of an image that a product computes: all of them, or every so many from one on.</summary>
internal struct ResultGrid
{
    public int Height, Width;
    public int FirstRow, FirstColumn, Step;

    public readonly bool IsWhole => Step == 1;

    public readonly int GridHeight => (Height - FirstRow + Step - 1) / Step;

    public readonly int GridWidth => (Width - FirstColumn + Step - 1) / Step;

    /// <summary>The pixel of a position, counted over the images.</summary>
    public readonly int PixelOf(int position)
    {
        (int line, int column) = Math.DivRem(position, GridWidth);
        (int image, int row) = Math.DivRem(line, GridHeight);
        return (((image * Height) + FirstRow + (row * Step)) * Width) + FirstColumn + (column * Step);
    }
}
