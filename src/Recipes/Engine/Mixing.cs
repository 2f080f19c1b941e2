using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>Convex combinations of the rows of a batch with partners from the same batch.</summary>
public static unsafe class Mixing
{
    /// <summary>destination[r] = share[r] · x[r] + (1 − share[r]) · x[partner[r]].</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="width">Floats per row.</param>
    /// <param name="x">The batch, [rows, width].</param>
    /// <param name="partners">Row of the batch that each row is mixed with, [rows]; not checked.</param>
    /// <param name="shares">Share of the own row, in [0, 1], [rows].</param>
    /// <param name="destination">Receives the mixed rows, [rows, width]; does not overlap x.</param>
    public static void Rows(
        ThreadTeam? team, int rows, int width, NativeBuffer<float> x, NativeBuffer<int> partners, NativeBuffer<float> shares, NativeBuffer<float> destination)
    {
        var job = new MixJob
        {
            X = x.Pointer, Partners = partners.Pointer, Shares = shares.Pointer, Destination = destination.Pointer,
            Rows = rows, Width = width, RowsPerTask = Gather.RowsPerTask(width),
        };
        int tasks = (rows + job.RowsPerTask - 1) / job.RowsPerTask;
        ThreadTeam.For(team, tasks, ref job);
    }

    private struct MixJob : ITaskBody
    {
        public float* X, Shares, Destination;
        public int* Partners;
        public int Rows, Width, RowsPerTask;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int task)
        {
            int end = Math.Min(Rows, (task + 1) * RowsPerTask);
            for (int row = task * RowsPerTask; row < end; row++)
            {
                float* own = X + ((nint)row * Width), partner = X + ((nint)Partners[row] * Width), target = Destination + ((nint)row * Width);
                float share = Shares[row], rest = 1 - share;
                Vector256<float> shares = Vector256.Create(share), rests = Vector256.Create(rest);
                int i = 0;
                for (; i + 8 <= Width; i += 8) ((shares * Vector256.Load(own + i)) + (rests * Vector256.Load(partner + i))).Store(target + i);
                for (; i < Width; i++) target[i] = (share * own[i]) + (rest * partner[i]);
            }
        }
    }
}
