namespace Recipes.Engine;

/// <summary>The taps of a kernel, along one axis, through which a pixel of the input reaches outputs: (pixel + padding − tap · dilation) is a multiple of the stride.</summary>
/// <remarks>They are the same for all pixels of one remainder; in ascending order of the outputs, the last tap comes first.</remarks>
internal readonly struct ReachingTaps
{
    private readonly int _last, _step;

    /// <param name="kernel">Taps of the kernel.</param>
    /// <param name="stride">The convolution's stride.</param>
    /// <param name="dilation">Its dilation.</param>
    /// <param name="place">The first pixel of the remainder, plus the padding.</param>
    public ReachingTaps(int kernel, int stride, int dilation, int place)
    {
        _step = stride / Divisor(stride, dilation);
        for (int tap = 0; tap < kernel; tap++)
        {
            if ((place - (tap * dilation)) % stride != 0) continue;
            _last = tap;
            Count++;
        }
        Offset = Count == 0 ? 0 : (place - (_last * dilation)) / stride;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The output that the remainder's first pixel reaches through the first of them.</summary>
    public int Offset { get; }

    /// <summary>A tap, counted in ascending order of the outputs.</summary>
    public int Tap(int index) => _last - (index * _step);

    /// <summary>Outputs between two of them.</summary>
    public static int Spacing(int stride, int dilation) => dilation / Divisor(stride, dilation);

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
