namespace Recipes.Engine;

/// <summary>The sizes of a pooling over images or, with a height of 1, over sequences; as those of <c>torch.nn.MaxPool2d</c>.</summary>
public readonly record struct PoolingShape
{
    /// <summary>Channels.</summary>
    public required int Channels { get; init; }
    /// <summary>Rows of pixels of the input; 1 of a sequence.</summary>
    public int Height { get; init; } = 1;
    /// <summary>Pixels in a row of the input.</summary>
    public required int Width { get; init; }
    /// <summary>Rows of a window; 1 over a sequence.</summary>
    public int WindowHeight { get; init; } = 1;
    /// <summary>Columns of a window.</summary>
    public required int WindowWidth { get; init; }
    /// <summary>Pixels from one window to the next.</summary>
    public required int Stride { get; init; }
    /// <summary>Rows of nothing above and below; 0 over a sequence.</summary>
    public int PaddingHeight { get; init; }
    /// <summary>Columns of nothing on the left and on the right.</summary>
    public int PaddingWidth { get; init; }

    /// <summary>A pooling without padding.</summary>
    public PoolingShape()
    {
    }

    /// <summary>Rows of pixels of the output.</summary>
    public int OutputHeight => ((Height + (2 * PaddingHeight) - WindowHeight) / Stride) + 1;
    /// <summary>Pixels in a row of the output.</summary>
    public int OutputWidth => ((Width + (2 * PaddingWidth) - WindowWidth) / Stride) + 1;
    /// <summary>Floats of an image.</summary>
    internal int Floats => Height * Width * Channels;
    /// <summary>Floats of what becomes of it.</summary>
    internal int OutputFloats => OutputHeight * OutputWidth * Channels;
}
