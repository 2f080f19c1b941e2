namespace Recipes.Engine;

/// <summary>Maxima and means over windows of images [rows, height, width, channels].</summary>
/// <remarks>Windows beyond the padding are cut off, as PyTorch does. The same, bit for bit, for any team or none; nothing is allocated. NaN propagates.</remarks>
public static unsafe class Pooling
{
    /// <summary>y = the greatest of each window; pixels of the padding do not count.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Images.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="x">[rows, height, width, channels].</param>
    /// <param name="y">Receives [rows, output height, output width, channels].</param>
    public static void Maximum(ThreadTeam? team, int rows, in PoolingShape shape, NativeBuffer<float> x, NativeBuffer<float> y)
    {
        var job = new MaximumJob { Shape = shape, X = x.Pointer, Y = y.Pointer };
        ThreadTeam.For(team, rows, ref job);
    }

    /// <summary>The gradient at x, which goes to the first of the greatest of each window, times the mask and the activation's derivative below.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Images.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="x">What was pooled, [rows, height, width, channels].</param>
    /// <param name="y">The maxima, [rows, output height, output width, channels].</param>
    /// <param name="dy">Gradient at y.</param>
    /// <param name="preactivationOfInput">The preactivation that x was activated from, shaped as x; or empty.</param>
    /// <param name="mask">The mask that x was multiplied by, shaped as x; or empty.</param>
    /// <param name="dx">Receives the gradient, shaped as x.</param>
    /// <param name="activation">The activation that made x.</param>
    public static void MaximumBackward<TActivation>(
        ThreadTeam? team, int rows, in PoolingShape shape, NativeBuffer<float> x, NativeBuffer<float> y, NativeBuffer<float> dy,
        NativeBuffer<float> preactivationOfInput, NativeBuffer<float> mask, NativeBuffer<float> dx, TActivation activation)
        where TActivation : unmanaged, IActivation
    {
        var job = new MaximumBackwardJob<TActivation>
        {
            Shape = shape, X = x.Pointer, Y = y.Pointer, Dy = dy.Pointer,
            Tail = new PoolingTail<TActivation>(shape.Floats, preactivationOfInput.PointerOrNull, mask.PointerOrNull, dx.Pointer, activation),
        };
        ThreadTeam.For(team, rows, ref job);
    }

    /// <summary>y = the mean of each window; pixels of the padding count as zeros.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Images.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="x">[rows, height, width, channels].</param>
    /// <param name="y">Receives [rows, output height, output width, channels].</param>
    public static void Average(ThreadTeam? team, int rows, in PoolingShape shape, NativeBuffer<float> x, NativeBuffer<float> y)
    {
        var job = new AverageJob { Shape = shape, X = x.Pointer, Y = y.Pointer };
        ThreadTeam.For(team, rows, ref job);
    }

    /// <summary>The gradient at x, of which each pixel of a window gets an equal share, times the mask and the activation's derivative below.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Images.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="dy">Gradient at the means, [rows, output height, output width, channels].</param>
    /// <param name="preactivationOfInput">The preactivation that x was activated from, shaped as x; or empty.</param>
    /// <param name="mask">The mask that x was multiplied by, shaped as x; or empty.</param>
    /// <param name="dx">Receives the gradient, [rows, height, width, channels].</param>
    /// <param name="activation">The activation that made x.</param>
    public static void AverageBackward<TActivation>(
        ThreadTeam? team, int rows, in PoolingShape shape, NativeBuffer<float> dy,
        NativeBuffer<float> preactivationOfInput, NativeBuffer<float> mask, NativeBuffer<float> dx, TActivation activation)
        where TActivation : unmanaged, IActivation
    {
        var job = new AverageBackwardJob<TActivation>
        {
            Shape = shape, Dy = dy.Pointer,
            Tail = new PoolingTail<TActivation>(shape.Floats, preactivationOfInput.PointerOrNull, mask.PointerOrNull, dx.Pointer, activation),
        };
        ThreadTeam.For(team, rows, ref job);
    }
}
