using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>Activations and masks that do not ride in a product's epilogue.</summary>
/// <remarks>Buffers are [rows, columns], compact. An output may be the same buffer as an input of its shape. NaN propagates; nothing is allocated.</remarks>
public static unsafe class Elementwise
{
    private const int TaskLength = 16_384;

    /// <summary>y = activation(x) · mask.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="x">[rows, columns].</param>
    /// <param name="y">Receives the values, [rows, columns].</param>
    /// <param name="activation">The function; <see cref="Identity"/> for a mask alone.</param>
    /// <param name="mask">[rows, columns], or empty.</param>
    public static void Forward<TActivation>(
        ThreadTeam? team, int rows, int columns, NativeBuffer<float> x, NativeBuffer<float> y, TActivation activation, NativeBuffer<float> mask = default)
        where TActivation : unmanaged, IActivation
        => Forward(VectorPaths.Best, team, rows, columns, x, y, activation, mask);

    /// <summary>dx = dy · mask · activation'(x).</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="x">What the activation was applied to, [rows, columns]; may be empty for <see cref="Identity"/>.</param>
    /// <param name="dy">Gradient at the output, [rows, columns].</param>
    /// <param name="dx">Receives the gradient at x, [rows, columns].</param>
    /// <param name="activation">The function.</param>
    /// <param name="mask">[rows, columns], or empty.</param>
    public static void Backward<TActivation>(
        ThreadTeam? team, int rows, int columns, NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> dx, TActivation activation,
        NativeBuffer<float> mask = default)
        where TActivation : unmanaged, IActivation
        => Backward(VectorPaths.Best, team, rows, columns, x, dy, dx, activation, mask);

    /// <summary>y += x.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="x">[rows, columns].</param>
    /// <param name="y">What x is added to, [rows, columns].</param>
    public static void Add(ThreadTeam? team, int rows, int columns, NativeBuffer<float> x, NativeBuffer<float> y)
    {
        var job = new AddJob { Length = rows * columns, X = x.Pointer, Y = y.Pointer };
        Run(team, job.Length, ref job);
    }

    internal static void Forward<TActivation>(
        VectorPath path, ThreadTeam? team, int rows, int columns, NativeBuffer<float> x, NativeBuffer<float> y, TActivation activation, NativeBuffer<float> mask)
        where TActivation : unmanaged, IActivation
    {
        var job = new ForwardJob<TActivation>
        {
            Path = path, Length = rows * columns, X = x.Pointer, Y = y.Pointer, Mask = mask.PointerOrNull, Activation = activation,
        };
        Run(team, job.Length, ref job);
    }

    internal static void Backward<TActivation>(
        VectorPath path, ThreadTeam? team, int rows, int columns, NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> dx,
        TActivation activation, NativeBuffer<float> mask)
        where TActivation : unmanaged, IActivation
    {
        var job = new BackwardJob<TActivation>
        {
            Path = path, Length = rows * columns, X = x.PointerOrNull, Dy = dy.Pointer, Dx = dx.Pointer, Mask = mask.PointerOrNull, Activation = activation,
        };
        Run(team, job.Length, ref job);
    }

    private static void Run<TBody>(ThreadTeam? team, int length, ref TBody body) where TBody : unmanaged, ITaskBody
    {
        int tasks = (length + TaskLength - 1) / TaskLength;
        ThreadTeam.For(team, tasks, ref body);
    }

    private struct AddJob : ITaskBody
    {
        public int Length;
        public float* X, Y;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int task)
        {
            int i = task * TaskLength, end = Math.Min(Length, i + TaskLength);
            for (; i + 8 <= end; i += 8) (Vector256.Load(X + i) + Vector256.Load(Y + i)).Store(Y + i);
            for (; i < end; i++) Y[i] += X[i];
        }
    }

    // A buffer is one long row of a tile that needs no sums.

    private struct ForwardJob<TActivation> : ITaskBody where TActivation : unmanaged, IActivation
    {
        public VectorPath Path;
        public int Length;
        public float* X, Y, Mask;
        public TActivation Activation;

        public readonly void Run(int task)
        {
            int start = task * TaskLength, count = Math.Min(TaskLength, Length - start);
            float* mask = Mask == null ? null : Mask + start;
            switch (Path)
            {
                case VectorPath.Avx512: Avx512Tile.FinishForward(X + start, 0, 1, count, null, null, mask, Y + start, 0, Activation); break;
                case VectorPath.Avx2: Avx2Tile.FinishForward(X + start, 0, 1, count, null, null, mask, Y + start, 0, Activation); break;
                default: PortableTile.FinishForward(X + start, 0, 1, count, null, null, mask, Y + start, 0, Activation); break;
            }
        }
    }

    private struct BackwardJob<TActivation> : ITaskBody where TActivation : unmanaged, IActivation
    {
        public VectorPath Path;
        public int Length;
        public float* X, Dy, Dx, Mask;
        public TActivation Activation;

        public readonly void Run(int task)
        {
            int start = task * TaskLength, count = Math.Min(TaskLength, Length - start);
            float* mask = Mask == null ? null : Mask + start, x = X == null ? null : X + start;
            switch (Path)
            {
                case VectorPath.Avx512: Avx512Tile.FinishBackward(Dy + start, 0, 1, count, x, mask, Dx + start, 0, Activation); break;
                case VectorPath.Avx2: Avx2Tile.FinishBackward(Dy + start, 0, 1, count, x, mask, Dx + start, 0, Activation); break;
                default: PortableTile.FinishBackward(Dy + start, 0, 1, count, x, mask, Dx + start, 0, Activation); break;
            }
        }
    }
}
