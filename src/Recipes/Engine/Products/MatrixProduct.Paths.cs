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
        var finish = new ForwardFinish<TActivation>
        {
            Bias = bias.PointerOrNull, Preactivation = preactivation.PointerOrNull, Mask = mask.PointerOrNull, Y = y.Pointer, Stride = outputs, Activation = activation,
        };
        Run(path, team, rows, inputs, outputs, x.Pointer, inputs, 1, weights.Pointer, outputs, rightTransposed: false, finish);
    }

    internal static void BackwardInput<TActivation>(
        VectorPath path, ThreadTeam? team, int rows, int inputs, int outputs,
        NativeBuffer<float> dy, NativeBuffer<float> weights, NativeBuffer<float> preactivationOfInput, NativeBuffer<float> mask,
        NativeBuffer<float> dx, TActivation activation)
        where TActivation : unmanaged, IActivation
    {
        var finish = new BackwardFinish<TActivation>
        {
            Preactivation = preactivationOfInput.PointerOrNull, Mask = mask.PointerOrNull, Target = dx.Pointer, Stride = inputs, Activation = activation,
        };
        Run(path, team, rows, outputs, inputs, dy.Pointer, outputs, 1, weights.Pointer, outputs, rightTransposed: true, finish);
    }

    internal static void BackwardWeights(
        VectorPath path, ThreadTeam? team, int rows, int inputs, int outputs,
        NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> dWeights, NativeBuffer<float> dBias)
    {
        if (dBias.Length > 0) Reductions.ColumnSums(rows, outputs, dy, dBias);
        if (rows == 0)
        {
            dWeights.Span[..(inputs * outputs)].Clear();
            return;
        }
        var finish = new BackwardFinish<Identity> { Target = dWeights.Pointer, Stride = outputs };
        Run(path, team, inputs, rows, outputs, x.Pointer, 1, inputs, dy.Pointer, outputs, rightTransposed: false, finish);
    }

    private static void Run<TFinish>(
        VectorPath path, ThreadTeam? team, int rows, int depth, int columns,
        float* left, nint leftRowStride, nint leftStepStride, float* right, nint rightStride, bool rightTransposed, TFinish finish)
        where TFinish : unmanaged, IFinish
    {
        switch (path)
        {
            case VectorPath.Avx512: Run<Avx512Tile, TFinish>(team, rows, depth, columns, left, leftRowStride, leftStepStride, right, rightStride, rightTransposed, finish); break;
            case VectorPath.Avx2: Run<Avx2Tile, TFinish>(team, rows, depth, columns, left, leftRowStride, leftStepStride, right, rightStride, rightTransposed, finish); break;
            default: Run<PortableTile, TFinish>(team, rows, depth, columns, left, leftRowStride, leftStepStride, right, rightStride, rightTransposed, finish); break;
        }
    }

    private static void Run<TTile, TFinish>(
        ThreadTeam? team, int rows, int depth, int columns,
        float* left, nint leftRowStride, nint leftStepStride, float* right, nint rightStride, bool rightTransposed, TFinish finish)
        where TTile : struct, ITile
        where TFinish : unmanaged, IFinish
    {
        var job = new ProductJob<TTile, TFinish>
        {
            Rows = rows, Depth = depth, Columns = columns, Left = left, LeftRowStride = leftRowStride, LeftStepStride = leftStepStride,
            Right = right, RightStride = rightStride, RightTransposed = rightTransposed, Finish = finish,
        };
        job.Run(team);
    }
}
