using Recipes.Engine;

namespace Recipes.Tests.Engine.Convolutions;

public class ConvolutionTests
{
    /// <summary>Kernels, strides, paddings, dilations and groups, in two dimensions and in one; blocks, strips and tiles of every remainder; depths beyond a block.</summary>
    public static readonly (int Rows, ConvolutionShape Shape)[] Shapes =
    [
        .. RandomShapes(60),
        (3, Square(1, 28, 16, 3, padding: 1)),
        (2, Square(16, 14, 32, 3, padding: 1)),
        (2, Square(3, 12, 7, 5, padding: 2, stride: 2)),
        (2, Square(8, 9, 8, 3, padding: 1, groups: 8)),
        (1, Square(6, 11, 9, 3, dilation: 2, stride: 3, padding: 4, groups: 3)),
        (1, Square(4, 10, 5, 2, stride: 3)),
        (1, Square(4, 10, 5, 3, stride: 2, dilation: 2, padding: 2)),
        (2, Square(64, 6, 100, 3, padding: 1)),
        (1, Square(130, 4, 50, 2)),
        (2, Square(5, 4, 3, 1)),
        (1, Square(5, 4, 3, 1, stride: 2)),
        (1, Square(2, 3, 2, 3)),
        (4, new ConvolutionShape { Channels = 3, Width = 37, Outputs = 10, KernelWidth = 5, PaddingWidth = 2 }),
        (2, new ConvolutionShape { Channels = 16, Width = 33, Outputs = 48, KernelWidth = 3, PaddingWidth = 4, Dilation = 4, Groups = 2 }),
        (1, new ConvolutionShape { Channels = 1, Width = 100, Outputs = 1, KernelWidth = 9, Stride = 4 }),
    ];

    public static ConvolutionShape Square(int channels, int size, int outputs, int kernel, int padding = 0, int stride = 1, int dilation = 1, int groups = 1) => new()
    {
        Channels = channels, Height = size, Width = size + 1, Outputs = outputs, KernelHeight = kernel, KernelWidth = kernel,
        PaddingHeight = padding, PaddingWidth = padding, Stride = stride, Dilation = dilation, Groups = groups,
    };

    private static IEnumerable<(int, ConvolutionShape)> RandomShapes(int count)
    {
        var random = new Random(4711);
        while (count > 0)
        {
            int groups = random.Next(3) == 0 ? random.Next(1, 4) : 1, kernel = random.Next(1, 5);
            ConvolutionShape shape = Square(groups * random.Next(1, 20), random.Next(1, 12), groups * random.Next(1, 60), kernel, random.Next(0, 3), random.Next(1, 4), random.Next(1, 3), groups);
            if (shape.Dilation * (kernel - 1) + 1 > shape.Height + (2 * shape.PaddingHeight)) continue;
            count--;
            yield return (random.Next(1, 4), shape);
        }
    }

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Forward_agrees_with_the_definition(int path)
    {
        int seed = 0;
        foreach ((int rows, ConvolutionShape shape) in Shapes)
        {
            using var arena = new NativeArena();
            int outputs = rows * shape.OutputPixels * shape.Outputs;
            NativeBuffer<float> x = arena.Random(rows * shape.Pixels * shape.Channels, ++seed), w = arena.Random(shape.Weights, ++seed), b = arena.Random(shape.Outputs, ++seed);
            NativeBuffer<float> mask = arena.Mask(outputs, ++seed), none = default, pre = arena.Filled(outputs, float.NaN), y = arena.Filled(outputs, float.NaN);
            double[] expected = ConvolutionReference.Forward(shape, rows, x.ToArray(), w.ToArray(), b.ToArray());
            double tolerance = DenseReference.Tolerance(shape.Depth);

            Convolution.Forward((VectorPath)path, null, rows, shape, x, w, b, pre, y, new TestSoftsign(1.5f), mask);
            DenseReference.AssertClose(expected, pre.Span, tolerance, shape.ToString());
            double[] activated = [.. expected.Select((v, i) => 1.5 * v / (1 + Math.Abs(v)) * mask[i])];
            DenseReference.AssertClose(activated, y.Span, 3 * tolerance, shape.ToString());

            Convolution.Forward((VectorPath)path, null, rows, shape, x, w, none, none, y, default(Identity), none);
            DenseReference.AssertClose([.. expected.Select((v, i) => v - b[i % shape.Outputs])], y.Span, tolerance, shape.ToString());
        }
    }

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Backward_to_the_input_agrees_with_the_definition(int path)
    {
        int seed = 1000;
        foreach ((int rows, ConvolutionShape shape) in Shapes)
        {
            using var arena = new NativeArena();
            int inputs = rows * shape.Pixels * shape.Channels;
            NativeBuffer<float> dy = arena.Random(rows * shape.OutputPixels * shape.Outputs, ++seed), w = arena.Random(shape.Weights, ++seed), scratch = arena.Allocate<float>(shape.Weights);
            NativeBuffer<float> pre = arena.Random(inputs, ++seed), mask = arena.Mask(inputs, ++seed), none = default, dx = arena.Filled(inputs, float.NaN);
            double[] expected = ConvolutionReference.InputGradient(shape, rows, dy.ToArray(), w.ToArray());
            double tolerance = DenseReference.Tolerance(shape.KernelHeight * shape.KernelWidth * shape.GroupOutputs);

            Convolution.BackwardInput((VectorPath)path, null, rows, shape, dy, w, scratch, none, none, dx, default(Identity));
            DenseReference.AssertClose(expected, dx.Span, tolerance, shape.ToString());

            Convolution.BackwardInput((VectorPath)path, null, rows, shape, dy, w, scratch, pre, mask, dx, new TestSoftsign(1.5f));
            double[] whole = [.. expected.Select((v, i) => v * mask[i] * 1.5 / Math.Pow(1 + Math.Abs((double)pre[i]), 2))];
            DenseReference.AssertClose(whole, dx.Span, 4 * tolerance, shape.ToString());
        }
    }

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Backward_to_the_weights_agrees_with_the_definition_for_any_number_of_parts(int path)
    {
        int seed = 2000;
        foreach ((int rows, ConvolutionShape shape) in Shapes)
        {
            using var arena = new NativeArena();
            NativeBuffer<float> x = arena.Random(rows * shape.Pixels * shape.Channels, ++seed), dy = arena.Random(rows * shape.OutputPixels * shape.Outputs, ++seed);
            double[] expected = ConvolutionReference.WeightGradient(shape, rows, x.ToArray(), dy.ToArray());
            var sums = new double[shape.Outputs];
            for (int i = 0; i < dy.Length; i++) sums[i % shape.Outputs] += dy[i];
            // One rounding for each of n terms, of sums that grow like √n.
            double terms = rows * shape.OutputPixels, tolerance = (6e-8 * terms * Math.Sqrt(terms)) + 1e-6;
            foreach (int parts in (int[])[1, 2, 5])
            {
                NativeBuffer<float> scratch = arena.Filled(parts * shape.PartFloats, float.NaN), dw = arena.Filled(shape.Weights, float.NaN), db = arena.Filled(shape.Outputs, float.NaN);
                Convolution.BackwardWeights((VectorPath)path, null, rows, shape, x, dy, scratch, dw, db);
                DenseReference.AssertClose(expected, dw.Span, tolerance, shape + ", parts " + parts);
                DenseReference.AssertClose(sums, db.Span, tolerance, shape + ", parts " + parts);
            }
        }
    }

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Results_are_bit_identical_for_any_number_of_threads_and_rows_do_not_see_each_other(int path)
    {
        foreach ((int rows, ConvolutionShape shape) in (ReadOnlySpan<(int, ConvolutionShape)>)[(16, Square(1, 28, 16, 3, padding: 1)), (9, Square(16, 14, 33, 3, padding: 1, stride: 2)), (5, Square(12, 9, 24, 3, groups: 4))])
        {
            using var arena = new NativeArena();
            int inputs = shape.Pixels * shape.Channels, outputs = shape.OutputPixels * shape.Outputs;
            NativeBuffer<float> x = arena.Random(rows * inputs, 1), w = arena.Random(shape.Weights, 2), b = arena.Random(shape.Outputs, 3), dy = arena.Random(rows * outputs, 4);
            int[][] alone = Compute(null, rows, x, dy);
            for (int threads = 1; threads <= 3; threads++)
            {
                using var team = new ThreadTeam(threads);
                for (int repetition = 0; repetition < 4; repetition++)
                {
                    int[][] together = Compute(team, rows, x, dy);
                    for (int i = 0; i < alone.Length; i++) Assert.Equal(alone[i], together[i]);
                }
            }
            int[][] last = Compute(null, 1, x.Slice((rows - 1) * inputs, inputs), dy.Slice((rows - 1) * outputs, outputs));
            Assert.Equal(alone[0][^outputs..], last[0]);
            Assert.Equal(alone[1][^inputs..], last[1]);

            int[][] Compute(ThreadTeam? team, int count, NativeBuffer<float> x, NativeBuffer<float> dy)
            {
                NativeBuffer<float> y = arena.Allocate<float>(count * outputs), dx = arena.Allocate<float>(count * inputs), dw = arena.Allocate<float>(shape.Weights), db = arena.Allocate<float>(shape.Outputs);
                NativeBuffer<float> scratch = arena.Filled(4 * shape.PartFloats, float.NaN);
                Convolution.Forward((VectorPath)path, team, count, shape, x, w, b, default, y, default(TestRelu), default);
                Convolution.BackwardInput((VectorPath)path, team, count, shape, dy, w, scratch, default, default, dx, default(Identity));
                Convolution.BackwardWeights((VectorPath)path, team, count, shape, x, dy, scratch, dw, db);
                return [y.Bits(), dx.Bits(), dw.Bits(), db.Bits()];
            }
        }
    }

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Nothing_is_written_beside_the_result(int path)
    {
        const int rows = 2, margin = 64;
        ConvolutionShape shape = Square(3, 7, 5, 3, padding: 1, stride: 2);
        using var arena = new NativeArena();
        NativeBuffer<float> x = arena.Random(rows * shape.Pixels * 3, 1), w = arena.Random(shape.Weights, 2), dy = arena.Random(rows * shape.OutputPixels * 5, 3);
        NativeBuffer<float> scratch = arena.Allocate<float>(2 * shape.PartFloats), other = arena.Allocate<float>(shape.Weights);
        AssertMargins(dy.Length, y => Convolution.Forward((VectorPath)path, null, rows, shape, x, w, default, default, y, default(Identity), default));
        AssertMargins(dy.Length, pre => Convolution.Forward((VectorPath)path, null, rows, shape, x, w, default, pre, arena.Allocate<float>(dy.Length), default(Identity), default));
        AssertMargins(x.Length, dx => Convolution.BackwardInput((VectorPath)path, null, rows, shape, dy, w, scratch, default, default, dx, default(Identity)));
        AssertMargins(shape.Weights, turned => Convolution.BackwardInput((VectorPath)path, null, rows, shape, dy, w, turned, default, default, x, default(Identity)));
        AssertMargins(shape.Weights, dw => Convolution.BackwardWeights((VectorPath)path, null, rows, shape, x, dy, scratch, dw, default));
        AssertMargins(5, db => Convolution.BackwardWeights((VectorPath)path, null, rows, shape, x, dy, scratch, other, db));
        AssertMargins(2 * shape.PartFloats, parts => Convolution.BackwardWeights((VectorPath)path, null, rows, shape, x, dy, parts, other, arena.Allocate<float>(5)));

        void AssertMargins(int length, Action<NativeBuffer<float>> product)
        {
            NativeBuffer<float> whole = arena.Filled(length + (2 * margin), -7);
            product(whole.Slice(margin, length));
            Assert.All(whole.Span[..margin].ToArray(), v => Assert.Equal(-7, v));
            Assert.All(whole.Span[(margin + length)..].ToArray(), v => Assert.Equal(-7, v));
        }
    }

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Not_a_number_reaches_the_windows_that_hold_it_and_no_other(int path)
    {
        ConvolutionShape shape = Square(2, 8, 3, 3, padding: 1);
        using var arena = new NativeArena();
        NativeBuffer<float> x = arena.Random(shape.Pixels * 2, 1), w = arena.Random(shape.Weights, 2), y = arena.Allocate<float>(shape.OutputPixels * 3);
        const int row = 3, column = 5;
        x[((row * shape.Width) + column) * 2] = float.NaN;
        Convolution.Forward((VectorPath)path, null, 1, shape, x, w, default, default, y, default(TestRelu), default);
        for (int r = 0; r < shape.OutputHeight; r++)
            for (int c = 0; c < shape.OutputWidth; c++)
                for (int o = 0; o < 3; o++)
                    Assert.Equal(Math.Abs(r - row) <= 1 && Math.Abs(c - column) <= 1, float.IsNaN(y[(((r * shape.OutputWidth) + c) * 3) + o]));
    }

    [Fact]
    public void No_rows_is_no_work_and_a_gradient_of_zero()
    {
        ConvolutionShape shape = Square(2, 5, 3, 3);
        using var arena = new NativeArena();
        NativeBuffer<float> w = arena.Random(shape.Weights, 1), scratch = arena.Filled(2 * shape.PartFloats, float.NaN), dw = arena.Filled(shape.Weights, 5), db = arena.Filled(3, 5);
        Convolution.Forward(null, 0, shape, default, w, default, default, default, default(Identity));
        Convolution.BackwardInput(null, 0, shape, default, w, scratch, default, default, default, default(Identity));
        Convolution.BackwardWeights(null, 0, shape, default, default, scratch, dw, db);
        Assert.All(dw.ToArray(), v => Assert.Equal(0, v));
        Assert.All(db.ToArray(), v => Assert.Equal(0, v));
    }
}
