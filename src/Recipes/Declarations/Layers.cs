namespace Recipes;

/// <summary>Base of the attributes that stand for a place in the network, read from left to right.</summary>
public abstract class NetworkAttribute : Attribute;

/// <summary>The features of a row: numbers without order, a sequence of channels, or an image of channels.</summary>
/// <remarks>A row holds channel after channel, and a channel of an image row of pixels after row of pixels, as PyTorch has it.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InputAttribute : NetworkAttribute
{
    /// <summary>Features without order.</summary>
    public InputAttribute([Range(1, 1 << 24)] int features) => Features = features;

    /// <summary>Sequences: <c>[Input(1, 200)]</c>.</summary>
    public InputAttribute([Range(1, 1 << 24)] int channels, [Range(1, 1 << 24)] int length) => (Channels, Width, Features) = (channels, length, channels * length);

    /// <summary>Images: <c>[Input(1, 28, 28)]</c>.</summary>
    public InputAttribute([Range(1, 1 << 24)] int channels, [Range(1, 1 << 24)] int height, [Range(1, 1 << 24)] int width) =>
        (Channels, Height, Width, Features) = (channels, height, width, channels * height * width);

    /// <summary>Features per row.</summary>
    public int Features { get; }
    /// <summary>Channels of a sequence or an image; else 0.</summary>
    public int Channels { get; }
    /// <summary>Rows of pixels of an image; else 0.</summary>
    public int Height { get; }
    /// <summary>Pixels in a row of an image, or the length of a sequence; else 0.</summary>
    public int Width { get; }
}

/// <summary>A fully connected layer: y = x·Wᵀ + b, initialised as <c>torch.nn.Linear</c>.</summary>
/// <remarks>Shapes: input [rows, in], output [rows, <see cref="Units"/>], weight [units, in], bias [units].</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DenseAttribute([Range(1, 1 << 24)] int units) : NetworkAttribute
{
    /// <summary>Outputs per row.</summary>
    public int Units { get; } = units;
    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; set; } = true;
    /// <summary>The layer's name; by default <c>Dense</c> and its number.</summary>
    public string? Name { get; set; }
}

/// <summary>A convolution over an image or a sequence, initialised as <c>torch.nn.Conv2d</c> or <c>Conv1d</c>.</summary>
/// <remarks>
/// Shapes of an image: input [rows, in, height, width], output [rows, <see cref="Channels"/>, height', width'] with height' = ⌊(height + 2 · padding −
/// dilation · (kernel − 1) − 1) / stride⌋ + 1; weight [channels, in / groups, kernel, kernel], bias [channels].
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ConvAttribute([Range(1, 1 << 20)] int channels, [Range(1, 1 << 10)] int kernel) : NetworkAttribute
{
    /// <summary>Channels of the output.</summary>
    public int Channels { get; } = channels;
    /// <summary>Pixels along each side of the window.</summary>
    public int Kernel { get; } = kernel;
    /// <summary>Pixels from one window to the next.</summary>
    [Range(1, 1 << 10)]
    public int Stride { get; set; } = 1;
    /// <summary>Zeros on every side of the image.</summary>
    [Range(0, 1 << 10)]
    public int Padding { get; set; }
    /// <summary>Pixels between two taps of the window.</summary>
    [Range(1, 1 << 10)]
    public int Dilation { get; set; } = 1;
    /// <summary>Groups of channels that do not see each other; divides the channels of input and output.</summary>
    [Range(1, 1 << 20)]
    public int Groups { get; set; } = 1;
    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; set; } = true;
    /// <summary>The layer's name; by default <c>Conv</c> and its number.</summary>
    public string? Name { get; set; }
}

/// <summary>The greatest of each window, channel by channel, as <c>torch.nn.MaxPool2d</c>. A window that would go beyond the padding is left out.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MaxPoolAttribute([Range(1, 1 << 10)] int window) : NetworkAttribute
{
    /// <summary>Pixels along each side of the window.</summary>
    public int Window { get; } = window;
    /// <summary>Pixels from one window to the next; 0 for as many as a window has.</summary>
    [Range(0, 1 << 10)]
    public int Stride { get; set; }
    /// <summary>Pixels on every side that never are the greatest.</summary>
    [Range(0, 1 << 10)]
    public int Padding { get; set; }
}

/// <summary>The mean of each window, channel by channel, as <c>torch.nn.AvgPool2d</c>. A window that would go beyond the padding is left out.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AveragePoolAttribute([Range(1, 1 << 10)] int window) : NetworkAttribute
{
    /// <summary>Pixels along each side of the window.</summary>
    public int Window { get; } = window;
    /// <summary>Pixels from one window to the next; 0 for as many as a window has.</summary>
    [Range(0, 1 << 10)]
    public int Stride { get; set; }
    /// <summary>Zeros on every side, which count.</summary>
    [Range(0, 1 << 10)]
    public int Padding { get; set; }
}

/// <summary>The mean over all pixels of each channel, as <c>torch.nn.AdaptiveAvgPool2d(1)</c>: an image of one pixel.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GlobalAveragePoolAttribute : NetworkAttribute;

/// <summary>Makes features of an image or a sequence, channel after channel, as <c>torch.nn.Flatten</c>; dense layers take features.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FlattenAttribute : NetworkAttribute;

/// <summary>Sets each value to 0 with probability <see cref="Rate"/> during training and scales the others by 1/(1 − rate).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DropoutAttribute([Range(0, 1, ExclusiveMaximum = true)] double rate) : NetworkAttribute
{
    /// <summary>The probability of a value being dropped.</summary>
    public double Rate { get; } = rate;
    /// <summary>The layer's name; by default <c>Dropout</c> and its number.</summary>
    public string? Name { get; set; }
}

/// <summary>An activation or row-wise layer that is a method of the recipe class, by name.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ApplyAttribute(string formula) : NetworkAttribute
{
    /// <summary>The method's name.</summary>
    public string Formula { get; } = formula;
}
