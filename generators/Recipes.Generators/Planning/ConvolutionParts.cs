namespace Recipes.Generators.Planning;

/// <summary>Into how many parts the batch is cut for the gradient of a convolution's weights: by the layer alone, so that results do not depend on the number of threads.</summary>
internal static class ConvolutionParts
{
    private const int MostParts = 16, MostFloats = 1 << 20;

    /// <summary>Parts, and the floats of each: a row of whole vectors for each number that an output sums over, and one for the bias.</summary>
    public static (int Parts, int Floats) Of(PlannedOperation convolution, int rows)
    {
        int groupStride = ((convolution.Shape.Channels / convolution.Groups) + 15) / 16 * 16, floats = (convolution.Depth + 1) * convolution.Groups * groupStride;
        // Where there are many weights, tasks are cut by weights instead.
        return (Math.Max(1, Math.Min(Math.Min(rows, MostParts), MostFloats / floats)), floats);
    }
}
