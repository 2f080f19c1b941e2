using Recipes.Engine;

namespace Recipes.Tests.Engine.Convolutions;

/// <summary>Poolings by their definition, in double precision; gradients by central differences too.</summary>
public class PoolingTests
{
    private static readonly (int Rows, PoolingShape Shape)[] s_shapes =
    [
        (3, Square(16, 28, 2, 2)), (2, Square(1, 7, 2, 2)), (2, Square(5, 9, 3, 2, padding: 1)), (1, Square(11, 6, 3, 1)), (2, Square(8, 7, 2, 3)), (2, Square(3, 5, 4, 2, padding: 2)),
        (2, new PoolingShape { Channels = 9, Height = 5, Width = 4, WindowHeight = 5, WindowWidth = 4, Stride = 1 }),
        (3, new PoolingShape { Channels = 4, Width = 21, WindowWidth = 3, Stride = 2, PaddingWidth = 1 }),
    ];

    private static PoolingShape Square(int channels, int size, int window, int stride, int padding = 0) => new()
    {
        Channels = channels, Height = size, Width = size + 1, WindowHeight = window, WindowWidth = window, Stride = stride, PaddingHeight = padding, PaddingWidth = padding,
    };

    [Fact]
    public void Maxima_and_their_gradients_agree_with_the_definition() => Check(
        (shape, window) => window.Where(v => !double.IsNaN(v)).Max(),
        (shape, window, dy) =>
        {
            int first = Array.IndexOf(window, window.Where(v => !double.IsNaN(v)).Max());
            return [.. window.Select((_, i) => i == first ? dy : 0)];
        },
        (shape, rows, x, y) => Pooling.Maximum(null, rows, shape, x, y),
        (shape, rows, x, y, dy, pre, mask, dx) => Pooling.MaximumBackward(null, rows, shape, x, y, dy, pre, mask, dx, new TestSoftsign(1.5f)));

    [Fact]
    public void Means_and_their_gradients_agree_with_the_definition() => Check(
        (shape, window) => window.Where(v => !double.IsNaN(v)).Sum() / window.Length,
        (shape, window, dy) => [.. window.Select(_ => dy / window.Length)],
        (shape, rows, x, y) => Pooling.Average(null, rows, shape, x, y),
        (shape, rows, x, y, dy, pre, mask, dx) => Pooling.AverageBackward(null, rows, shape, dy, pre, mask, dx, new TestSoftsign(1.5f)));

    private delegate void BackwardCall(
        PoolingShape shape, int rows, NativeBuffer<float> x, NativeBuffer<float> y, NativeBuffer<float> dy, NativeBuffer<float> pre, NativeBuffer<float> mask, NativeBuffer<float> dx);

    /// <param name="pool">A window, in which pixels of the padding are NaN → its output.</param>
    /// <param name="spread">A window and the gradient at its output → the gradients at its pixels.</param>
    /// <param name="forward">The pass.</param>
    /// <param name="backward">Its gradient.</param>
    private static void Check(
        Func<PoolingShape, double[], double> pool, Func<PoolingShape, double[], double, double[]> spread,
        Action<PoolingShape, int, NativeBuffer<float>, NativeBuffer<float>> forward, BackwardCall backward)
    {
        int seed = 0;
        foreach ((int rows, PoolingShape shape) in s_shapes)
        {
            using var arena = new NativeArena();
            NativeBuffer<float> x = arena.Random(rows * shape.Floats, ++seed), y = arena.Filled(rows * shape.OutputFloats, float.NaN), dy = arena.Random(rows * shape.OutputFloats, ++seed);
            NativeBuffer<float> pre = arena.Random(x.Length, ++seed), mask = arena.Mask(x.Length, ++seed), dx = arena.Filled(x.Length, float.NaN);
            // Equal values, of which only the first may have the gradient.
            foreach (ref float value in x.Span) value = MathF.Round(value * 8) / 8;
            var expected = new double[y.Length];
            var gradient = new double[x.Length];
            for (int output = 0; output < y.Length; output++)
            {
                int[] pixels = Pixels(shape, output);
                double[] window = [.. pixels.Select(p => p < 0 ? double.NaN : x[p])];
                expected[output] = pool(shape, window);
                double[] parts = spread(shape, window, dy[output]);
                for (int i = 0; i < pixels.Length; i++)
                    if (pixels[i] >= 0) gradient[pixels[i]] += parts[i];
            }
            forward(shape, rows, x, y);
            DenseReference.AssertClose(expected, y.Span, DenseReference.Tolerance(shape.WindowHeight * shape.WindowWidth), shape.ToString());
            backward(shape, rows, x, y, dy, pre, mask, dx);
            for (int i = 0; i < gradient.Length; i++) gradient[i] *= mask[i] * 1.5 / Math.Pow(1 + Math.Abs((double)pre[i]), 2);
            DenseReference.AssertClose(gradient, dx.Span, DenseReference.Tolerance(4 * shape.WindowHeight * shape.WindowWidth), shape.ToString());
            using var team = new ThreadTeam(3);
            int[] alone = dx.Bits();
            Pooling.Maximum(team, rows, shape, x, y);
            NativeBuffer<float> none = default, one = arena.Filled(x.Length, float.NaN), two = arena.Filled(x.Length, float.NaN);
            Pooling.MaximumBackward(null, rows, shape, x, y, dy, none, none, one, default(Identity));
            Pooling.MaximumBackward(team, rows, shape, x, y, dy, none, none, two, default(Identity));
            Assert.Equal(one.Bits(), two.Bits());
            Assert.Equal(alone.Length, two.Length);
        }
    }

    /// <summary>The places of a window's pixels in x; −1 in the padding.</summary>
    private static int[] Pixels(PoolingShape shape, int output)
    {
        int channel = output % shape.Channels, pixel = output / shape.Channels, row = pixel / (shape.OutputHeight * shape.OutputWidth);
        int outputRow = pixel / shape.OutputWidth % shape.OutputHeight, outputColumn = pixel % shape.OutputWidth;
        var pixels = new List<int>();
        for (int tapRow = 0; tapRow < shape.WindowHeight; tapRow++)
            for (int tapColumn = 0; tapColumn < shape.WindowWidth; tapColumn++)
            {
                int y = (outputRow * shape.Stride) + tapRow - shape.PaddingHeight, x = (outputColumn * shape.Stride) + tapColumn - shape.PaddingWidth;
                bool inside = y >= 0 && y < shape.Height && x >= 0 && x < shape.Width;
                pixels.Add(inside ? ((((row * shape.Height) + y) * shape.Width) + x) * shape.Channels + channel : -1);
            }
        return [.. pixels];
    }

    [Fact]
    public void A_maximum_with_a_NaN_in_its_window_is_NaN()
    {
        PoolingShape shape = Square(8, 4, 2, 2);
        for (int at = 0; at < 4; at++)
        {
            using var arena = new NativeArena();
            NativeBuffer<float> x = arena.Random(shape.Floats, 1), y = arena.Allocate<float>(shape.OutputFloats);
            x[((at / 2 * shape.Width) + (at % 2)) * 8] = float.NaN;
            Pooling.Maximum(null, 1, shape, x, y);
            Assert.Equal(1, y.ToArray().Count(float.IsNaN));
            Assert.True(float.IsNaN(y[0]));
        }
    }

    [Fact]
    public void Images_change_their_order()
    {
        using var arena = new NativeArena();
        NativeBuffer<float> x = arena.Random(5 * 3 * 14, 1), y = arena.Allocate<float>(x.Length);
        using var team = new ThreadTeam(2);
        ImageOrder.ToPixels(team, 5, 3, 14, x, y);
        for (int row = 0; row < 5; row++)
            for (int channel = 0; channel < 3; channel++)
                for (int pixel = 0; pixel < 14; pixel++) Assert.Equal(x[(((row * 3) + channel) * 14) + pixel], y[(((row * 14) + pixel) * 3) + channel]);
    }
}
