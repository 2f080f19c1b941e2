namespace Recipes.Engine;

// The products on a given path: the public ones take the best path of the processor, tests take each.
public static unsafe partial class MatrixProduct
{
    internal static void Forward<TActivation>(
        VectorPath path, ThreadTeam? team, int rows, int inputs, int outputs,
        NativeBuffer<float> x, NativeBuffer<float> weights, NativeBuffer<float> bias,
        NativeBuffer<float> preactivation, NativeBuffer<float> y, TActivation activation, NativeBuffer<float> mask)
        where TActivation : unmanaged, IActivation
    {
        var operands = new ProductOperands
        {
            Rows = rows, Columns = outputs, Depth = inputs, Left = x.Pointer, LeftRowStride = inputs, LeftStepStride = 1, Right = weights.Pointer, RightStride = outputs,
        };
        Run(path, team, operands, new ForwardFinish<TActivation>(
            y.Pointer, outputs, bias.PointerOrNull, preactivation.PointerOrNull, mask.PointerOrNull, activation));
    }

    internal static void BackwardInput<TActivation>(
        VectorPath path, ThreadTeam? team, int rows, int inputs, int outputs,
        NativeBuffer<float> dy, NativeBuffer<float> weights, NativeBuffer<float> preactivationOfInput, NativeBuffer<float> mask,
        NativeBuffer<float> dx, TActivation activation)
        where TActivation : unmanaged, IActivation
    {
        var operands = new ProductOperands
        {
            Rows = rows, Columns = inputs, Depth = outputs, Left = dy.Pointer, LeftRowStride = outputs, LeftStepStride = 1,
            Right = weights.Pointer, RightStride = outputs, RightTransposed = true,
        };
        Run(path, team, operands, new BackwardFinish<TActivation>(dx.Pointer, inputs, preactivationOfInput.PointerOrNull, mask.PointerOrNull, activation));
    }

    internal static void BackwardWeights(
        VectorPath path, ThreadTeam? team, int rows, int inputs, int outputs,
        NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> dWeights, NativeBuffer<float> dBias)
    {
        if (rows == 0)
        {
            dWeights.Span[..(inputs * outputs)].Clear();
            if (dBias.Length > 0) dBias.Span[..outputs].Clear();
            return;
        }
        var operands = new ProductOperands
        {
            Rows = inputs, Columns = outputs, Depth = rows, Left = x.Pointer, LeftRowStride = 1, LeftStepStride = inputs,
            Right = dy.Pointer, RightStride = outputs, RightSums = dBias.PointerOrNull,
        };
        Run(path, team, operands, new PlainFinish(dWeights.Pointer, outputs));
    }

    private static void Run<TFinish>(VectorPath path, ThreadTeam? team, in ProductOperands operands, in TFinish finish) where TFinish : unmanaged, IFinish
    {
        switch (path)
        {
            case VectorPath.Avx512: Run<Avx512Tile, TFinish>(team, operands, finish); break;
            case VectorPath.Avx2: Run<Avx2Tile, TFinish>(team, operands, finish); break;
            default: Run<PortableTile, TFinish>(team, operands, finish); break;
        }
    }

    private static void Run<TTile, TFinish>(ThreadTeam? team, in ProductOperands operands, in TFinish finish)
        where TTile : struct, ITile
        where TFinish : unmanaged, IFinish
    {
        var job = new ProductJob<TTile, TFinish>(operands, finish);
        bool shared = (long)operands.Rows * operands.Columns * operands.Depth >= SharedFrom;
        ThreadTeam.For(shared ? team : null, job.Tasks, ref job);
    }
}
