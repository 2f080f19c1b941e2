using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>Maxima of windows, one image per task.</summary>
internal unsafe struct MaximumJob : ITaskBody
{
    public PoolingShape Shape;
    public float* X, Y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int task)
    {
        int channels = Shape.Channels, line = Shape.Width * channels;
        float* image = X + ((nint)task * Shape.Floats), y = Y + ((nint)task * Shape.OutputFloats);
        for (int row = 0; row < Shape.OutputHeight; row++)
            for (int column = 0; column < Shape.OutputWidth; column++, y += channels)
            {
                PoolingWindow window = new(Shape, row, column);
                float* first = image + (window.Top * line) + (window.Left * channels);
                for (int channel = 0; channel < channels; channel += 8)
                {
                    Vector256<float> greatest = Vector256.Load(first + channel);
                    for (int tapRow = window.Top; tapRow < window.Bottom; tapRow++)
                    {
                        float* tap = image + (tapRow * line) + (window.Left * channels) + channel;
                        for (int tapColumn = window.Left; tapColumn < window.Right; tapColumn++, tap += channels)
                        {
                            Vector256<float> value = Vector256.Load(tap);
                            // A NaN is greater than all; the one that is there stays.
                            Vector256<float> takes = Vector256.GreaterThan(value, greatest) | ~Vector256.Equals(value, value);
                            greatest = Vector256.ConditionalSelect(takes, value, greatest);
                        }
                    }
                    PoolingWindow.Store(greatest, y + channel, channels - channel);
                }
            }
    }
}

/// <summary>Gradients of maxima, one image per task.</summary>
internal unsafe struct MaximumBackwardJob<TActivation> : ITaskBody where TActivation : unmanaged, IActivation
{
    public PoolingShape Shape;
    public float* X, Y, Dy;
    public PoolingTail<TActivation> Tail;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int task)
    {
        int channels = Shape.Channels, line = Shape.Width * channels;
        float* image = X + ((nint)task * Shape.Floats), gradient = Tail.Begin(task);
        float* y = Y + ((nint)task * Shape.OutputFloats), dy = Dy + ((nint)task * Shape.OutputFloats);
        for (int row = 0; row < Shape.OutputHeight; row++)
            for (int column = 0; column < Shape.OutputWidth; column++, y += channels, dy += channels)
            {
                PoolingWindow window = new(Shape, row, column);
                for (int channel = 0; channel < channels; channel += 8)
                {
                    Vector256<float> greatest = Vector256.Load(y + channel), arriving = Vector256.Load(dy + channel);
                    for (int tapRow = window.Top; tapRow < window.Bottom; tapRow++)
                    {
                        nint offset = (tapRow * line) + (window.Left * channels) + channel;
                        for (int tapColumn = window.Left; tapColumn < window.Right; tapColumn++, offset += channels)
                        {
                            Vector256<float> isGreatest = Vector256.Equals(Vector256.Load(image + offset), greatest);
                            PoolingWindow.Store(Vector256.Load(gradient + offset) + (arriving & isGreatest), gradient + offset, channels - channel);
                            // The first of equals has it all.
                            arriving = Vector256.AndNot(arriving, isGreatest);
                        }
                    }
                }
            }
        Tail.End(task);
    }
}
