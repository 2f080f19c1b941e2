using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>Means of windows, one image per task.</summary>
internal unsafe struct AverageJob : ITaskBody
{
    public PoolingShape Shape;
    public float* X, Y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int task)
    {
        int channels = Shape.Channels, line = Shape.Width * channels;
        var share = Vector256.Create(1f / (Shape.WindowHeight * Shape.WindowWidth));
        float* image = X + ((nint)task * Shape.Floats), y = Y + ((nint)task * Shape.OutputFloats);
        for (int row = 0; row < Shape.OutputHeight; row++)
            for (int column = 0; column < Shape.OutputWidth; column++, y += channels)
            {
                PoolingWindow window = new(Shape, row, column);
                for (int channel = 0; channel < channels; channel += 8)
                {
                    Vector256<float> sum = default;
                    for (int tapRow = window.Top; tapRow < window.Bottom; tapRow++)
                    {
                        float* tap = image + (tapRow * line) + (window.Left * channels) + channel;
                        for (int tapColumn = window.Left; tapColumn < window.Right; tapColumn++, tap += channels) sum += Vector256.Load(tap);
                    }
                    PoolingWindow.Store(sum * share, y + channel, channels - channel);
                }
            }
    }
}

/// <summary>Gradients of means, one image per task.</summary>
internal unsafe struct AverageBackwardJob<TActivation> : ITaskBody where TActivation : unmanaged, IActivation
{
    public PoolingShape Shape;
    public float* Dy;
    public PoolingTail<TActivation> Tail;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int task)
    {
        int channels = Shape.Channels, line = Shape.Width * channels;
        var share = Vector256.Create(1f / (Shape.WindowHeight * Shape.WindowWidth));
        float* gradient = Tail.Begin(task), dy = Dy + ((nint)task * Shape.OutputFloats);
        for (int row = 0; row < Shape.OutputHeight; row++)
            for (int column = 0; column < Shape.OutputWidth; column++, dy += channels)
            {
                PoolingWindow window = new(Shape, row, column);
                for (int channel = 0; channel < channels; channel += 8)
                {
                    Vector256<float> arriving = Vector256.Load(dy + channel) * share;
                    for (int tapRow = window.Top; tapRow < window.Bottom; tapRow++)
                    {
                        float* tap = gradient + (tapRow * line) + (window.Left * channels) + channel;
                        for (int tapColumn = window.Left; tapColumn < window.Right; tapColumn++, tap += channels)
                            PoolingWindow.Store(Vector256.Load(tap) + arriving, tap, channels - channel);
                    }
                }
            }
        Tail.End(task);
    }
}
