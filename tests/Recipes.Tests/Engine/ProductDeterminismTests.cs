using Recipes.Engine;

namespace Recipes.Tests.Engine;

/// <summary>Results do not depend on the number of threads, on what else is in the batch, or on who else computes.</summary>
public class ProductDeterminismTests
{
    private static readonly (int Rows, int Inputs, int Outputs)[] s_shapes = [(64, 64, 32), (64, 128, 10), (130, 600, 200), (300, 40, 97), (1, 784, 256)];

    // Small products are shared as well. Others may run at the same time: what they compute does not depend on it.
    static ProductDeterminismTests() => MatrixProduct.SharedFrom = 0;

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Results_are_bit_identical_for_any_number_of_threads(int path)
    {
        foreach ((int rows, int inputs, int outputs) in s_shapes)
        {
            int[][] alone = Products((VectorPath)path, null, rows, inputs, outputs);
            for (int threads = 1; threads <= 3; threads++)
            {
                using var team = new ThreadTeam(threads);
                for (int repetition = 0; repetition < 5; repetition++)
                {
                    int[][] together = Products((VectorPath)path, team, rows, inputs, outputs);
                    for (int i = 0; i < alone.Length; i++) Assert.Equal(alone[i], together[i]);
                }
            }
        }
    }

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void A_row_does_not_depend_on_the_rows_beside_it(int path)
    {
        const int rows = 150, inputs = 700, outputs = 100;
        using var arena = new NativeArena();
        NativeBuffer<float> x = arena.Random(rows * inputs, 1), w = arena.Random(inputs * outputs, 2), y = arena.Allocate<float>(rows * outputs), one = arena.Allocate<float>(outputs);
        MatrixProduct.Forward((VectorPath)path, null, rows, inputs, outputs, x, w, default, default, y, default(Identity), default);
        foreach (int row in (int[])[0, 7, 77, 149])
        {
            MatrixProduct.Forward((VectorPath)path, null, 1, inputs, outputs, x.Slice(row * inputs, inputs), w, default, default, one, default(Identity), default);
            Assert.Equal(y.Slice(row * outputs, outputs).Bits(), one.Bits());
        }
    }

    [Fact]
    public void Every_vector_width_sums_in_the_same_order()
    {
        if (!System.Runtime.Intrinsics.X86.Fma.IsSupported) return; // Without it the portable path rounds twice.
        foreach ((int rows, int inputs, int outputs) in s_shapes)
        {
            int[][] widest = Products(VectorPaths.Best, null, rows, inputs, outputs);
            foreach (VectorPath path in VectorPaths.Supported)
            {
                int[][] products = Products(path, null, rows, inputs, outputs);
                for (int i = 0; i < widest.Length; i++) Assert.Equal(widest[i], products[i]);
            }
        }
    }

    [Fact]
    public void Concurrent_products_do_not_disturb_each_other()
    {
        int[][][] expected = [.. s_shapes.Select(s => Products(VectorPaths.Best, null, s.Rows, s.Inputs, s.Outputs))];
        Parallel.For(0, 40, i =>
        {
            (int rows, int inputs, int outputs) = s_shapes[i % s_shapes.Length];
            int[][] actual = Products(VectorPaths.Best, null, rows, inputs, outputs);
            for (int j = 0; j < actual.Length; j++) Assert.Equal(expected[i % s_shapes.Length][j], actual[j]);
        });
    }

    private static int[][] Products(VectorPath path, ThreadTeam? team, int rows, int inputs, int outputs)
    {
        using var arena = new NativeArena();
        NativeBuffer<float> x = arena.Random(rows * inputs, 1), w = arena.Random(inputs * outputs, 2), b = arena.Random(outputs, 3);
        NativeBuffer<float> dy = arena.Random(rows * outputs, 4), pre = arena.Allocate<float>(rows * outputs), y = arena.Allocate<float>(rows * outputs);
        NativeBuffer<float> dx = arena.Allocate<float>(rows * inputs), dw = arena.Allocate<float>(inputs * outputs), db = arena.Allocate<float>(outputs);
        MatrixProduct.Forward(path, team, rows, inputs, outputs, x, w, b, pre, y, new TestSoftsign(1), arena.Mask(rows * outputs, 5));
        MatrixProduct.BackwardInput(path, team, rows, inputs, outputs, dy, w, x, arena.Mask(rows * inputs, 6), dx, new TestSoftsign(1));
        MatrixProduct.BackwardWeights(path, team, rows, inputs, outputs, x, dy, dw, db);
        return [pre.Bits(), y.Bits(), dx.Bits(), dw.Bits(), db.Bits()];
    }
}
