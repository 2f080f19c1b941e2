namespace Recipes.Engine;

/// <summary>The sizes of a convolution over images or, with a height of 1, over sequences; as those of <c>torch.nn.Conv2d</c>.</summary>
/// <remarks>
/// Images are [rows, height, width, channels]: the channels of a pixel lie together, so that a pixel is a row of a matrix product whose
/// columns are the outputs, and biases, activations and normalisations are those of a dense layer. Weights are
/// [kernel height, kernel width, channels / groups, outputs].
/// </remarks>
public readonly record struct ConvolutionShape
{
    /// <summary>Channels of the input.</summary>
    public required int Channels { get; init; }
    /// <summary>Rows of pixels of the input; 1 of a sequence.</summary>
    public int Height { get; init; } = 1;
    /// <summary>Pixels in a row of the input.</summary>
    public required int Width { get; init; }
    /// <summary>Channels of the output.</summary>
    public required int Outputs { get; init; }
    /// <summary>Rows of the kernel; 1 over a sequence.</summary>
    public int KernelHeight { get; init; } = 1;
    /// <summary>Columns of the kernel.</summary>
    public required int KernelWidth { get; init; }
    /// <summary>Pixels from one window to the next.</summary>
    public int Stride { get; init; } = 1;
    /// <summary>Rows of zeros above and below; 0 over a sequence.</summary>
    public int PaddingHeight { get; init; }
    /// <summary>Columns of zeros on the left and on the right.</summary>
    public int PaddingWidth { get; init; }
    /// <summary>Pixels between two taps of the kernel.</summary>
    public int Dilation { get; init; } = 1;
    /// <summary>Groups of channels that do not see each other; divides <see cref="Channels"/> and <see cref="Outputs"/>.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>A convolution with stride 1, dilation 1 and one group.</summary>
    public ConvolutionShape()
    {
    }

    /// <summary>Rows of pixels of the output.</summary>
    public int OutputHeight => ((Height + (2 * PaddingHeight) - (Dilation * (KernelHeight - 1)) - 1) / Stride) + 1;
    /// <summary>Pixels in a row of the output.</summary>
    public int OutputWidth => ((Width + (2 * PaddingWidth) - (Dilation * (KernelWidth - 1)) - 1) / Stride) + 1;
    /// <summary>Pixels of the input.</summary>
    public int Pixels => Height * Width;
    /// <summary>Pixels of the output.</summary>
    public int OutputPixels => OutputHeight * OutputWidth;
    /// <summary>Inputs of each output: the taps of the kernel times the channels of a group.</summary>
    public int Depth => KernelHeight * KernelWidth * GroupChannels;
    /// <summary>Channels of a group.</summary>
    public int GroupChannels => Channels / Groups;
    /// <summary>Outputs of a group.</summary>
    public int GroupOutputs => Outputs / Groups;
    /// <summary>Weights.</summary>
    public int Weights => Depth * Outputs;

    /// <summary>Floats that one part of the batch needs for its share of the gradient by weights and bias: a row of whole vectors for each input of an output, and one for the bias.</summary>
    public int PartFloats => (Depth + 1) * PartStride;

    /// <summary>Floats from one row of a part to the next.</summary>
    internal int PartStride => Groups * GroupStride;

    /// <summary>Floats from one group of a part's row to the next.</summary>
    internal int GroupStride => (GroupOutputs + 15) / 16 * 16;
}
