using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>Masks that silence activations at random while training.</summary>
/// <remarks>Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", 2014; inverted, so that evaluation needs no scaling.</remarks>
public static unsafe class Dropout
{
    private const int TaskLength = 8_192;

    /// <summary>Fills the mask with 0 (with probability <paramref name="rate"/>) and 1/(1 − rate).</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Rows of the mask.</param>
    /// <param name="columns">Columns of the mask.</param>
    /// <param name="mask">Receives the mask, [rows, columns].</param>
    /// <param name="key">The purpose's key; the element is the column.</param>
    /// <param name="firstOrdinal">The draw ordinal of row 0; row r takes <paramref name="firstOrdinal"/> + r.</param>
    /// <param name="rate">Probability of a zero, in [0, 1).</param>
    public static void FillMask(ThreadTeam? team, int rows, int columns, NativeBuffer<float> mask, RandomKey key, ulong firstOrdinal, double rate)
        => FillMask(VectorPaths.Best, team, rows, columns, mask, key, firstOrdinal, rate);

    internal static void FillMask(
        VectorPath path, ThreadTeam? team, int rows, int columns, NativeBuffer<float> mask, RandomKey key, ulong firstOrdinal, double rate)
    {
        if (!(rate >= 0 && rate < 1)) throw new ArgumentOutOfRangeException(nameof(rate), rate, "A dropout rate lies in [0, 1).");
        var job = new MaskJob
        {
            Path = path, Rows = rows, Columns = columns, Mask = mask.Pointer, Key = key, FirstOrdinal = firstOrdinal,
            RowsPerTask = Math.Max(1, TaskLength / Math.Max(1, columns)), Threshold = (uint)Math.Min(uint.MaxValue, Math.Round(rate * 4294967296.0)),
            Scale = (float)(1 / (1 - rate)),
        };
        int tasks = (rows + job.RowsPerTask - 1) / job.RowsPerTask;
        ThreadTeam.For(team, tasks, ref job);
    }

    private struct MaskJob : ITaskBody
    {
        public VectorPath Path;
        public int Rows, Columns, RowsPerTask;
        public float* Mask;
        public RandomKey Key;
        public ulong FirstOrdinal;
        public uint Threshold;
        public float Scale;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int task)
        {
            uint* words = stackalloc uint[Philox.GroupLength];
            int end = Math.Min(Rows, (task + 1) * RowsPerTask);
            for (int row = task * RowsPerTask; row < end; row++)
            {
                float* target = Mask + ((nint)row * Columns);
                for (int column = 0; column < Columns; column += Philox.GroupLength)
                {
                    Key.FillGroup(Path, FirstOrdinal + (ulong)row, (uint)column / Philox.GroupLength, words);
                    Select(words, target + column, Math.Min(Philox.GroupLength, Columns - column));
                }
            }
        }

        private readonly void Select(uint* words, float* target, int count)
        {
            Vector256<float> scale = Vector256.Create(Scale);
            Vector256<uint> threshold = Vector256.Create(Threshold);
            int i = 0;
            for (; i + 8 <= count; i += 8)
            {
                Vector256<uint> kept = Vector256.GreaterThanOrEqual(Vector256.Load(words + i), threshold);
                (kept.AsSingle() & scale).Store(target + i);
            }
            for (; i < count; i++) target[i] = words[i] >= Threshold ? Scale : 0;
        }
    }
}
