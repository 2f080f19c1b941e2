namespace Recipes.Engine;

// The products on a given path: the public ones take the best path of the processor, tests take each.
public static unsafe partial class Convolution
{
    internal static void Forward<TActivation>(
        VectorPath path, ThreadTeam? team, int rows, in ConvolutionShape shape, NativeBuffer<float> x, NativeBuffer<float> weights, NativeBuffer<float> bias,
        NativeBuffer<float> preactivation, NativeBuffer<float> y, TActivation activation, NativeBuffer<float> mask)
        where TActivation : unmanaged, IActivation
    {
        var finish = new ForwardFinish<TActivation>(y.Pointer, shape.Outputs, bias.PointerOrNull, preactivation.PointerOrNull, mask.PointerOrNull, activation);
        var operands = new ConvolutionOperands
        {
            Patches = PatchesOf(shape, x.Pointer), Weights = weights.Pointer, WeightStride = shape.Outputs, WeightGroup = shape.GroupOutputs,
            Images = rows, Groups = shape.Groups, Columns = shape.GroupOutputs,
            Grid = new ResultGrid { Height = shape.OutputHeight, Width = shape.OutputWidth, Step = 1 },
        };
        Run(path, team, operands, finish);
    }

    internal static void BackwardInput<TActivation>(
        VectorPath path, ThreadTeam? team, int rows, in ConvolutionShape shape, NativeBuffer<float> dy, NativeBuffer<float> weights, NativeBuffer<float> scratch,
        NativeBuffer<float> preactivationOfInput, NativeBuffer<float> mask, NativeBuffer<float> dx, TActivation activation)
        where TActivation : unmanaged, IActivation
    {
        if (scratch.Length < shape.Weights) throw new ArgumentException("There is no room for the weights.", nameof(scratch));
        var finish = new BackwardFinish<TActivation>(dx.Pointer, shape.Channels, preactivationOfInput.PointerOrNull, mask.PointerOrNull, activation);
        // With a stride, pixels differ in the taps that reach them: those of one remainder are a grid of their own, with the taps that do.
        int remainders = shape.Stride;
        float* turned = scratch.Pointer;
        for (int rowRemainder = 0; rowRemainder < Math.Min(remainders, shape.Height); rowRemainder++)
            for (int columnRemainder = 0; columnRemainder < Math.Min(remainders, shape.Width); columnRemainder++)
            {
                var rowTaps = new ReachingTaps(shape.KernelHeight, shape.Stride, shape.Dilation, rowRemainder + shape.PaddingHeight);
                var columnTaps = new ReachingTaps(shape.KernelWidth, shape.Stride, shape.Dilation, columnRemainder + shape.PaddingWidth);
                var grid = new ResultGrid { Height = shape.Height, Width = shape.Width, FirstRow = rowRemainder, FirstColumn = columnRemainder, Step = shape.Stride };
                var operands = new ConvolutionOperands
                {
                    Patches = new Patches
                    {
                        Source = dy.Pointer, Height = shape.OutputHeight, Width = shape.OutputWidth, Pixel = shape.Outputs, GridHeight = grid.GridHeight, GridWidth = grid.GridWidth,
                        Step = 1, FirstRow = rowTaps.Offset, FirstColumn = columnTaps.Offset, Spacing = ReachingTaps.Spacing(shape.Stride, shape.Dilation),
                        TapRows = rowTaps.Count, TapColumns = columnTaps.Count, Channels = shape.GroupOutputs,
                    },
                    Weights = turned, WeightStride = shape.GroupChannels, WeightGroup = (nint)rowTaps.Count * columnTaps.Count * shape.GroupOutputs * shape.GroupChannels,
                    Images = rows, Groups = shape.Groups, Columns = shape.GroupChannels, Grid = grid,
                };
                turned = Turn(shape, rowTaps, columnTaps, weights.Pointer, turned);
                Run(path, team, operands, finish);
            }
    }

    internal static void BackwardWeights(
        VectorPath path, ThreadTeam? team, int rows, in ConvolutionShape shape, NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> scratch,
        NativeBuffer<float> dWeights, NativeBuffer<float> dBias)
    {
        int parts = scratch.Length / shape.PartFloats;
        if (parts < 1) throw new ArgumentException("There is no room for one part.", nameof(scratch));
        Patches patches = PatchesOf(shape, x.Pointer);
        switch (path)
        {
            case VectorPath.Avx512: Run(team, new WeightGradientJob<Avx512Tile>(patches, shape, dy.Pointer, scratch.Pointer, rows, parts, dBias.Length > 0)); break;
            case VectorPath.Avx2: Run(team, new WeightGradientJob<Avx2Tile>(patches, shape, dy.Pointer, scratch.Pointer, rows, parts, dBias.Length > 0)); break;
            default: Run(team, new WeightGradientJob<PortableTile>(patches, shape, dy.Pointer, scratch.Pointer, rows, parts, dBias.Length > 0)); break;
        }
        var add = new PartsJob(shape, scratch.Pointer, parts, dWeights.Pointer, dBias.PointerOrNull);
        ThreadTeam.For(team, add.Tasks, ref add);

        void Run<TTile>(ThreadTeam? team, WeightGradientJob<TTile> job) where TTile : struct, ITile => ThreadTeam.For(team, job.Tasks, ref job);
    }

    /// <summary>The patches of a convolution's first group.</summary>
    private static Patches PatchesOf(in ConvolutionShape shape, float* x) => new()
    {
        Source = x, Height = shape.Height, Width = shape.Width, Pixel = shape.Channels, GridHeight = shape.OutputHeight, GridWidth = shape.OutputWidth,
        Step = shape.Stride, FirstRow = -shape.PaddingHeight, FirstColumn = -shape.PaddingWidth, Spacing = shape.Dilation,
        TapRows = shape.KernelHeight, TapColumns = shape.KernelWidth, Channels = shape.GroupChannels,
    };

    /// <summary>turned[group, tap, output, channel] = weights[tap, channel, output], with the taps in the order of the pixels that they reach.</summary>
    private static float* Turn(in ConvolutionShape shape, ReachingTaps rowTaps, ReachingTaps columnTaps, float* weights, float* turned)
    {
        int channels = shape.GroupChannels, outputs = shape.GroupOutputs;
        for (int group = 0; group < shape.Groups; group++)
            for (int row = 0; row < rowTaps.Count; row++)
                for (int column = 0; column < columnTaps.Count; column++, turned += outputs * channels)
                {
                    float* tap = weights + ((nint)((rowTaps.Tap(row) * shape.KernelWidth) + columnTaps.Tap(column)) * channels * shape.Outputs) + (group * outputs);
                    for (int channel = 0; channel < channels; channel++)
                        for (int output = 0; output < outputs; output++) turned[(output * channels) + channel] = tap[((nint)channel * shape.Outputs) + output];
                }
        return turned;
    }

    private static void Run<TFinish>(VectorPath path, ThreadTeam? team, in ConvolutionOperands operands, in TFinish finish) where TFinish : unmanaged, IFinish
    {
        switch (path)
        {
            case VectorPath.Avx512: Run<Avx512Tile, TFinish>(team, operands, finish); break;
            case VectorPath.Avx2: Run<Avx2Tile, TFinish>(team, operands, finish); break;
            default: Run<PortableTile, TFinish>(team, operands, finish); break;
        }
    }

    private static void Run<TTile, TFinish>(ThreadTeam? team, in ConvolutionOperands operands, in TFinish finish)
        where TTile : struct, ITile
        where TFinish : unmanaged, IFinish
    {
        var job = new ConvolutionJob<TTile, TFinish>(operands, finish);
        ThreadTeam.For(team, job.Tasks, ref job);
    }
}
