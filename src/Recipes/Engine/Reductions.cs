using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>Sums in a fixed order: the same, bit for bit, for any number of threads and any vector width.</summary>
public static unsafe class Reductions
{
    private const int MaxChunks = 256, MinChunkLength = 16_384;

    /// <summary>Σ x² over the buffer, accumulated in double precision. NaN and infinity propagate; allocates nothing.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="buffer">[any length]; an empty buffer has sum 0.</param>
    public static double SumOfSquares(ThreadTeam? team, NativeBuffer<float> buffer)
    {
        double* partial = stackalloc double[MaxChunks];
        int chunk = Math.Max(MinChunkLength, (((buffer.Length / MaxChunks) + 16) + 15) & ~15);
        int chunks = (int)(((long)buffer.Length + chunk - 1) / chunk);
        var job = new SquaresJob { Values = buffer.Pointer, Length = buffer.Length, ChunkLength = chunk, Partial = partial };
        ThreadTeam.For(team, chunks, ref job);
        double sum = 0;
        for (int task = 0; task < chunks; task++) sum += partial[task];
        return sum;
    }

    /// <summary>sums[c] = Σ_r matrix[r, c], in order of the rows, in single precision.</summary>
    /// <param name="rows">Rows; 0 gives zeros.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="matrix">[rows, columns], compact.</param>
    /// <param name="sums">Receives the sums, [columns].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ColumnSums(int rows, int columns, NativeBuffer<float> matrix, NativeBuffer<float> sums)
    {
        nint stride = columns, column = 0;
        for (; column + 32 <= columns; column += 32)
        {
            Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
            float* from = matrix.Pointer + column;
            for (int row = 0; row < rows; row++, from += stride)
            {
                s0 += Vector256.Load(from);
                s1 += Vector256.Load(from + 8);
                s2 += Vector256.Load(from + 16);
                s3 += Vector256.Load(from + 24);
            }
            float* to = sums.Pointer + column;
            s0.Store(to);
            s1.Store(to + 8);
            s2.Store(to + 16);
            s3.Store(to + 24);
        }
        for (; column < columns; column += 8)
        {
            Vector256<float> s = default;
            float* from = matrix.Pointer + column;
            for (int row = 0; row < rows; row++, from += stride) s += Vector256.Load(from);
            for (int lane = 0; lane < 8 && column + lane < columns; lane++) sums.Pointer[column + lane] = s.GetElement(lane);
        }
    }

    /// <summary>sums[c] = Σ over the blocks of their partial sum c, in order, in double precision.</summary>
    /// <param name="blocks">Blocks.</param>
    /// <param name="partials">[blocks, stride].</param>
    /// <param name="stride">Partial sums of a block.</param>
    /// <param name="start">The first of those that are added up.</param>
    /// <param name="count">How many are.</param>
    /// <param name="sums">Receives the sums, [count].</param>
    public static void BlockSums(int blocks, NativeBuffer<float> partials, int stride, int start, int count, NativeBuffer<float> sums)
    {
        for (int c = 0; c < count; c++)
        {
            double sum = 0;
            for (int block = 0; block < blocks; block++) sum += partials[((nint)block * stride) + start + c];
            sums[c] = (float)sum;
        }
    }

    /// <summary>Σ over the blocks of all of their partial sums from <paramref name="start"/> on, in order, in double precision.</summary>
    /// <param name="blocks">Blocks.</param>
    /// <param name="partials">[blocks, stride].</param>
    /// <param name="stride">Partial sums of a block.</param>
    /// <param name="start">The first of those that are added up.</param>
    /// <param name="count">How many of each block are.</param>
    public static float BlockTotal(int blocks, NativeBuffer<float> partials, int stride, int start, int count)
    {
        double sum = 0;
        for (int block = 0; block < blocks; block++)
            for (int c = 0; c < count; c++) sum += partials[((nint)block * stride) + start + c];
        return (float)sum;
    }

    private struct SquaresJob : ITaskBody
    {
        public float* Values;
        public int Length, ChunkLength;
        public double* Partial;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int task)
        {
            int start = task * ChunkLength, count = Math.Min(ChunkLength, Length - start), i = 0;
            float* values = Values + start;
            Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
            for (; i + 16 <= count; i += 16)
            {
                (Vector256<double> a, Vector256<double> b) = Vector256.Widen(Vector256.Load(values + i));
                (Vector256<double> c, Vector256<double> d) = Vector256.Widen(Vector256.Load(values + i + 8));
                s0 += a * a;
                s1 += b * b;
                s2 += c * c;
                s3 += d * d;
            }
            double sum = Vector256.Sum((s0 + s1) + (s2 + s3));
            for (; i < count; i++) sum += (double)values[i] * values[i];
            Partial[task] = sum;
        }
    }
}
