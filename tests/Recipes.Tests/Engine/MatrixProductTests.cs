using Recipes.Engine;

namespace Recipes.Tests.Engine;

public class MatrixProductTests
{
    public static TheoryData<int> Paths()
    {
        var data = new TheoryData<int>();
        foreach (VectorPath path in VectorPaths.Supported) data.Add((int)path);
        return data;
    }

    // Every remainder of every tile size is met, and depths and rows beyond a block.
    private static IEnumerable<(int Rows, int Inputs, int Outputs)> Shapes()
    {
        var random = new Random(20260);
        for (int i = 0; i < 60; i++) yield return (random.Next(1, 131), random.Next(1, 131), random.Next(1, 131));
        for (int n = 1; n <= 50; n++) yield return (n, 51 - n, (n * 7 % 50) + 1);
        yield return (1, 784, 256);
        yield return (3, 1100, 70);
        yield return (300, 64, 33);
        yield return (64, 64, 32);
        yield return (64, 128, 10);
        yield return (130, 1030, 129);
    }

    [Theory, MemberData(nameof(Paths))]
    public void Forward_agrees_with_the_textbook(int path)
    {
        int seed = 0;
        foreach ((int rows, int inputs, int outputs) in Shapes())
        {
            using var arena = new NativeArena();
            NativeBuffer<float> x = arena.Random(rows * inputs, ++seed), w = arena.Random(inputs * outputs, ++seed), b = arena.Random(outputs, ++seed);
            NativeBuffer<float> mask = arena.Mask(rows * outputs, ++seed), none = default, pre = arena.Filled(rows * outputs, float.NaN), y = arena.Filled(rows * outputs, float.NaN);
            double[] expected = DenseReference.Preactivation(rows, inputs, outputs, x.ToArray(), w.ToArray(), b.ToArray());
            double tolerance = DenseReference.Tolerance(inputs);
            string what = $"{rows}×{inputs}×{outputs}";

            MatrixProduct.Forward((VectorPath)path, null, rows, inputs, outputs, x, w, b, pre, y, new TestSoftsign(1.5f), mask);
            DenseReference.AssertClose(expected, pre.Span, tolerance, what);
            double[] activated = [.. expected.Select((v, i) => 1.5 * v / (1 + Math.Abs(v)) * mask[i])];
            DenseReference.AssertClose(activated, y.Span, 3 * tolerance, what);

            MatrixProduct.Forward((VectorPath)path, null, rows, inputs, outputs, x, w, b, none, y, default(TestRelu), none);
            DenseReference.AssertClose([.. expected.Select(v => Math.Max(v, 0))], y.Span, tolerance, what);

            MatrixProduct.Forward((VectorPath)path, null, rows, inputs, outputs, x, w, none, none, y, default(Identity), none);
            DenseReference.AssertClose([.. expected.Select((v, i) => v - b[i % outputs])], y.Span, tolerance, what);
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public void Backward_to_the_input_agrees_with_the_textbook(int path)
    {
        int seed = 1000;
        foreach ((int rows, int inputs, int outputs) in Shapes())
        {
            using var arena = new NativeArena();
            NativeBuffer<float> dy = arena.Random(rows * outputs, ++seed), w = arena.Random(inputs * outputs, ++seed), pre = arena.Random(rows * inputs, ++seed);
            NativeBuffer<float> mask = arena.Mask(rows * inputs, ++seed), none = default, dx = arena.Filled(rows * inputs, float.NaN);
            double[] expected = DenseReference.InputGradient(rows, inputs, outputs, dy.ToArray(), w.ToArray());
            double tolerance = DenseReference.Tolerance(outputs);
            string what = $"{rows}×{inputs}×{outputs}";

            MatrixProduct.BackwardInput((VectorPath)path, null, rows, inputs, outputs, dy, w, none, none, dx, default(Identity));
            DenseReference.AssertClose(expected, dx.Span, tolerance, what);

            MatrixProduct.BackwardInput((VectorPath)path, null, rows, inputs, outputs, dy, w, pre, mask, dx, new TestSoftsign(1.5f));
            double[] whole = [.. expected.Select((v, i) => v * mask[i] * 1.5 / Math.Pow(1 + Math.Abs((double)pre[i]), 2))];
            DenseReference.AssertClose(whole, dx.Span, 4 * tolerance, what);

            MatrixProduct.BackwardInput((VectorPath)path, null, rows, inputs, outputs, dy, w, pre, none, dx, default(TestRelu));
            DenseReference.AssertClose([.. expected.Select((v, i) => pre[i] > 0 ? v : 0)], dx.Span, tolerance, what);
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public void Backward_to_the_weights_agrees_with_the_textbook(int path)
    {
        int seed = 2000;
        foreach ((int rows, int inputs, int outputs) in Shapes())
        {
            using var arena = new NativeArena();
            NativeBuffer<float> x = arena.Random(rows * inputs, ++seed), dy = arena.Random(rows * outputs, ++seed);
            NativeBuffer<float> dw = arena.Filled(inputs * outputs, float.NaN), db = arena.Filled(outputs, float.NaN);
            string what = $"{rows}×{inputs}×{outputs}";

            MatrixProduct.BackwardWeights((VectorPath)path, null, rows, inputs, outputs, x, dy, dw, db);
            double tolerance = DenseReference.Tolerance(rows);
            DenseReference.AssertClose(DenseReference.WeightGradient(rows, inputs, outputs, x.ToArray(), dy.ToArray()), dw.Span, tolerance, what);
            var sums = new double[outputs];
            for (int i = 0; i < dy.Length; i++) sums[i % outputs] += dy[i];
            DenseReference.AssertClose(sums, db.Span, tolerance, what);
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public void Nothing_is_written_beside_the_result(int path)
    {
        const int rows = 13, inputs = 21, outputs = 19, margin = 64;
        using var arena = new NativeArena();
        NativeBuffer<float> x = arena.Random(rows * inputs, 1), w = arena.Random(inputs * outputs, 2), dy = arena.Random(rows * outputs, 3);
        AssertMargins(rows * outputs, y => MatrixProduct.Forward((VectorPath)path, null, rows, inputs, outputs, x, w, default, default, y, default(Identity), default));
        AssertMargins(rows * outputs, pre => MatrixProduct.Forward((VectorPath)path, null, rows, inputs, outputs, x, w, default, pre, dy, default(Identity), default));
        AssertMargins(rows * inputs, dx => MatrixProduct.BackwardInput((VectorPath)path, null, rows, inputs, outputs, dy, w, default, default, dx, default(Identity)));
        AssertMargins(inputs * outputs, dw => MatrixProduct.BackwardWeights((VectorPath)path, null, rows, inputs, outputs, x, dy, dw, default));
        AssertMargins(outputs, db => MatrixProduct.BackwardWeights((VectorPath)path, null, rows, inputs, outputs, x, dy, arena.Allocate<float>(inputs * outputs), db));

        void AssertMargins(int length, Action<NativeBuffer<float>> product)
        {
            NativeBuffer<float> whole = arena.Filled(length + (2 * margin), -7);
            product(whole.Slice(margin, length));
            Assert.All(whole.Span[..margin].ToArray(), v => Assert.Equal(-7, v));
            Assert.All(whole.Span[(margin + length)..].ToArray(), v => Assert.Equal(-7, v));
            Assert.DoesNotContain(-7f, whole.Slice(margin, length).ToArray());
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public void Not_a_number_and_infinity_reach_exactly_the_elements_that_depend_on_them(int path)
    {
        const int rows = 17, inputs = 40, outputs = 50;
        using var arena = new NativeArena();
        NativeBuffer<float> x = arena.Random(rows * inputs, 1), w = arena.Random(inputs * outputs, 2), y = arena.Allocate<float>(rows * outputs);
        x[(5 * inputs) + 39] = float.NaN;
        x[(16 * inputs) + 3] = float.PositiveInfinity;
        MatrixProduct.Forward((VectorPath)path, null, rows, inputs, outputs, x, w, default, default, y, default(TestRelu), default);
        for (int r = 0; r < rows; r++)
            for (int o = 0; o < outputs; o++)
            {
                float value = y[(r * outputs) + o];
                if (r == 5) Assert.True(float.IsNaN(value));
                else if (r == 16) Assert.Equal(w[(3 * outputs) + o] > 0 ? float.PositiveInfinity : 0, value);
                else Assert.True(float.IsFinite(value));
            }
    }

    [Fact]
    public void No_rows_is_no_work_and_a_gradient_of_zero()
    {
        using var arena = new NativeArena();
        NativeBuffer<float> w = arena.Random(12, 1), dw = arena.Filled(12, 5), db = arena.Filled(4, 5);
        MatrixProduct.Forward(null, 0, 3, 4, default, w, default, default, default, default(Identity));
        MatrixProduct.BackwardInput(null, 0, 3, 4, default, w, default, default, default, default(Identity));
        MatrixProduct.BackwardWeights(null, 0, 3, 4, default, default, dw, db);
        Assert.All(dw.ToArray(), v => Assert.Equal(0, v));
        Assert.All(db.ToArray(), v => Assert.Equal(0, v));
    }
}
