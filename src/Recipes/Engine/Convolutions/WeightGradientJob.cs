using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>The gradient by a convolution's weights: patchesᵀ · dy, for parts of the batch whose sums are added up afterwards.</summary>
/// <remarks>
/// A layer has few weights and many positions, so the sums over positions are shared out: each part of the batch has its own, and how
/// many parts there are depends on the layer alone. Layers with many weights are cut by weights as well.
/// </remarks>
internal readonly unsafe struct WeightGradientJob<TTile> : ITaskBody where TTile : struct, ITile
{
    private readonly Patches _patches;
    private readonly ConvolutionShape _shape;
    private readonly float* _dy, _partials;
    private readonly int _images, _parts, _depthBlocks, _stripBlocks, _chunk;
    private readonly bool _sumsBias;

    public WeightGradientJob(in Patches patches, in ConvolutionShape shape, float* dy, float* partials, int images, int parts, bool sumsBias)
    {
        (_patches, _shape, _images, _parts, _sumsBias) = (patches, shape, images, parts, sumsBias);
        _dy = dy;
        _partials = partials;
        _depthBlocks = (shape.Depth + Blocking.Depth - 1) / Blocking.Depth;
        _stripBlocks = parts > 1 ? 1 : (shape.GroupOutputs + Blocking.MaxColumns - 1) / Blocking.MaxColumns;
        _chunk = Math.Clamp(Blocking.CachedPatchFloats / ((shape.Depth + _depthBlocks - 1) / _depthBlocks), 16, Blocking.Rows);
    }

    public int Tasks => _parts * _depthBlocks * _stripBlocks;

    /// <inheritdoc/>
    public void Run(int task)
    {
        (int rest, int stripBlock) = Math.DivRem(task, _stripBlocks);
        (int part, int depthBlock) = Math.DivRem(rest, _depthBlocks);
        int positions = _patches.Positions, outputs = _shape.Outputs;
        int first = (int)((long)_images * part / _parts) * positions, end = (int)((long)_images * (part + 1) / _parts) * positions;
        int from = BlockStart(depthBlock), to = BlockStart(depthBlock + 1);
        int vectors = (_shape.GroupOutputs + TTile.Lanes - 1) / TTile.Lanes, firstVector = vectors * stripBlock / _stripBlocks, endVector = vectors * (stripBlock + 1) / _stripBlocks;
        float* partial = _partials + ((nint)part * _shape.PartFloats);
        ProductScratch scratch = ProductScratch.Current;
        for (int group = 0; group < _shape.Groups; group++)
        {
            Patches patches = _patches;
            patches.FirstChannel += group * patches.Channels;
            float* sums = partial + (group * _shape.GroupStride), dy = _dy + (group * _shape.GroupOutputs);
            if (first == end)
                for (int row = from; row < to; row++) new Span<float>(sums + ((nint)row * _shape.PartStride), _shape.GroupStride).Clear();
            for (int position = first; position < end; position += _chunk)
            {
                int count = Math.Min(_chunk, end - position);
                patches.Pack(position, count, from, to, scratch.Patches);
                var tile = new TileOperands
                {
                    Depth = count, LeftRowStride = 1, LeftStepStride = to - from, RightStride = outputs, SumStride = _shape.PartStride, Accumulate = position > first,
                };
                for (int vector = firstVector; vector < endVector; vector += TTile.MaxVectors)
                {
                    int column = vector * TTile.Lanes, stripVectors = Math.Min(TTile.MaxVectors, endVector - vector);
                    tile.Right = dy + ((nint)position * outputs) + column;
                    for (int row = from; row < to; row += TTile.MaxRows)
                    {
                        tile.Left = scratch.Patches + (row - from);
                        tile.Sums = sums + ((nint)row * _shape.PartStride) + column;
                        TTile.Multiply(Math.Min(TTile.MaxRows, to - row), stripVectors, tile);
                    }
                }
            }
            if (_sumsBias && depthBlock == 0 && stripBlock == 0)
                SumColumns(dy + ((nint)first * outputs), end - first, outputs, _shape.GroupOutputs, sums + ((nint)_shape.Depth * _shape.PartStride));
        }
    }

    private int BlockStart(int block) => (int)((long)_shape.Depth * block / _depthBlocks);

    /// <summary>Sums of columns; four rows at a time, so that additions do not wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumColumns(float* rows, int count, nint stride, int columns, float* sums)
    {
        for (int column = 0; column < columns; column += 8)
        {
            Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
            float* from = rows + column;
            int row = 0;
            for (; row + 4 <= count; row += 4, from += 4 * stride)
            {
                s0 += Vector256.Load(from);
                s1 += Vector256.Load(from + stride);
                s2 += Vector256.Load(from + (2 * stride));
                s3 += Vector256.Load(from + (3 * stride));
            }
            for (; row < count; row++, from += stride) s0 += Vector256.Load(from);
            ((s0 + s1) + (s2 + s3)).Store(sums + column);
        }
    }
}

/// <summary>Adds up the parts of a gradient by weights and bias, in their order.</summary>
internal readonly unsafe struct PartsJob(ConvolutionShape shape, float* partials, int parts, float* dWeights, float* dBias) : ITaskBody
{
    private const int TaskFloats = 4096;
    private readonly int _rowsPerTask = Math.Max(1, TaskFloats / shape.Outputs);

    public int Tasks => (shape.Depth + (dBias == null ? 0 : 1) + _rowsPerTask - 1) / _rowsPerTask;

    /// <inheritdoc/>
    public void Run(int task)
    {
        int end = Math.Min(shape.Depth + (dBias == null ? 0 : 1), (task + 1) * _rowsPerTask), outputs = shape.GroupOutputs;
        for (int row = task * _rowsPerTask; row < end; row++)
        {
            float* target = row == shape.Depth ? dBias : dWeights + ((nint)row * shape.Outputs), source = partials + ((nint)row * shape.PartStride);
            for (int group = 0; group < shape.Groups; group++, target += outputs, source += shape.GroupStride) Add(source, target, outputs);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(float* source, float* target, int count)
    {
        nint stride = shape.PartFloats;
        for (int column = 0; column < count; column += 8)
        {
            Vector256<float> sum = Vector256.Load(source + column);
            for (int part = 1; part < parts; part++) sum += Vector256.Load(source + (part * stride) + column);
            if (column + 8 <= count) sum.Store(target + column);
            else
            {
                for (int lane = 0; column + lane < count; lane++) target[column + lane] = sum.GetElement(lane);
            }
        }
    }
}
