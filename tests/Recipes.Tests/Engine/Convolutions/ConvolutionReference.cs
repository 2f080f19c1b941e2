using Recipes.Engine;

namespace Recipes.Tests.Engine.Convolutions;

/// <summary>A convolution by its definition, in double precision: one sum over taps and channels per output, and its two transposes.</summary>
internal static class ConvolutionReference
{
    public static double[] Forward(ConvolutionShape shape, int rows, float[] x, float[] weights, float[] bias)
    {
        var y = new double[rows * shape.OutputPixels * shape.Outputs];
        for (int i = 0; i < y.Length; i++) y[i] = bias[i % shape.Outputs];
        Walk(shape, rows, (input, weight, output) => y[output] += (double)x[input] * weights[weight]);
        return y;
    }

    public static double[] InputGradient(ConvolutionShape shape, int rows, float[] dy, float[] weights)
    {
        var dx = new double[rows * shape.Pixels * shape.Channels];
        Walk(shape, rows, (input, weight, output) => dx[input] += (double)dy[output] * weights[weight]);
        return dx;
    }

    public static double[] WeightGradient(ConvolutionShape shape, int rows, float[] x, float[] dy)
    {
        var dw = new double[shape.Weights];
        Walk(shape, rows, (input, weight, output) => dw[weight] += (double)x[input] * dy[output]);
        return dw;
    }

    /// <summary>Every product of the convolution: where its input, its weight and its output are.</summary>
    private static void Walk(ConvolutionShape shape, int rows, Action<int, int, int> product)
    {
        for (int row = 0; row < rows; row++)
            for (int outputRow = 0; outputRow < shape.OutputHeight; outputRow++)
                for (int outputColumn = 0; outputColumn < shape.OutputWidth; outputColumn++)
                    for (int output = 0; output < shape.Outputs; output++)
                        for (int tapRow = 0; tapRow < shape.KernelHeight; tapRow++)
                            for (int tapColumn = 0; tapColumn < shape.KernelWidth; tapColumn++)
                            {
                                int y = (outputRow * shape.Stride) + (tapRow * shape.Dilation) - shape.PaddingHeight;
                                int x = (outputColumn * shape.Stride) + (tapColumn * shape.Dilation) - shape.PaddingWidth;
                                if (y < 0 || y >= shape.Height || x < 0 || x >= shape.Width) continue;
                                for (int channel = 0; channel < shape.GroupChannels; channel++)
                                {
                                    int group = output / shape.GroupOutputs;
                                    product(
                                        (((row * shape.Height) + y) * shape.Width + x) * shape.Channels + (group * shape.GroupChannels) + channel,
                                        (((tapRow * shape.KernelWidth) + tapColumn) * shape.GroupChannels + channel) * shape.Outputs + output,
                                        (((row * shape.OutputHeight) + outputRow) * shape.OutputWidth + outputColumn) * shape.Outputs + output);
                                }
                            }
    }
}
