namespace Recipes.Generators.Planning;

/// <summary>How a window moves over an image or, with one row, over a sequence.</summary>
internal readonly record struct WindowGeometry(int Height, int Width, int Stride, int PaddingHeight, int PaddingWidth, int Dilation)
{
    /// <summary>A window of so many pixels along each side, with padding on every side.</summary>
    public static WindowGeometry Of(LayerShape input, int size, int stride, int padding, int dilation = 1) =>
        input.Rank == LayerRank.Sequence ? new(1, size, stride, 0, padding, dilation) : new(size, size, stride, padding, padding, dilation);

    public int ReachedHeight => (Dilation * (Height - 1)) + 1;

    public int ReachedWidth => (Dilation * (Width - 1)) + 1;

    /// <summary>Whether a window fits into the padded input.</summary>
    public bool Fits(LayerShape input) => ReachedHeight <= input.Height + (2L * PaddingHeight) && ReachedWidth <= input.Width + (2L * PaddingWidth);

    /// <summary>What comes out, with so many channels.</summary>
    public LayerShape Output(LayerShape input, int channels) => input with
    {
        Channels = channels,
        Height = ((input.Height + (2 * PaddingHeight) - ReachedHeight) / Stride) + 1,
        Width = ((input.Width + (2 * PaddingWidth) - ReachedWidth) / Stride) + 1,
    };
}
