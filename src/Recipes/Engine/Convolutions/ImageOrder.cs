using System.Runtime.CompilerServices;

namespace Recipes.Engine;

/// <summary>Brings images from the order of files, channel by channel, to the order of the engine, pixel by pixel.</summary>
public static unsafe class ImageOrder
{
    /// <summary>y[row, pixel, channel] = x[row, channel, pixel].</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Images.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pixels">Pixels of a channel.</param>
    /// <param name="x">[rows, channels, pixels].</param>
    /// <param name="y">Receives [rows, pixels, channels].</param>
    public static void ToPixels(ThreadTeam? team, int rows, int channels, int pixels, NativeBuffer<float> x, NativeBuffer<float> y)
    {
        var job = new Job { Channels = channels, Pixels = pixels, X = x.Pointer, Y = y.Pointer };
        ThreadTeam.For(team, rows, ref job);
    }

    private struct Job : ITaskBody
    {
        public int Channels, Pixels;
        public float* X, Y;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int task)
        {
            float* from = X + ((nint)task * Channels * Pixels), to = Y + ((nint)task * Channels * Pixels);
            for (int channel = 0; channel < Channels; channel++, from += Pixels)
                for (int pixel = 0; pixel < Pixels; pixel++) to[((nint)pixel * Channels) + channel] = from[pixel];
        }
    }
}
