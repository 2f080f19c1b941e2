using Recipes.Engine;

namespace Recipes.Tests.Engine;

public class ElementwiseTests
{
    private static readonly (int Rows, int Columns)[] s_shapes = [(1, 1), (3, 7), (64, 10), (5, 129), (130, 300)];

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Forward_applies_the_activation_and_the_mask(int path)
    {
        using var team = new ThreadTeam(3);
        foreach ((int rows, int columns) in s_shapes)
        {
            using var arena = new NativeArena();
            NativeBuffer<float> x = arena.Random(rows * columns, 1), mask = arena.Mask(rows * columns, 2), y = arena.Filled(rows * columns, float.NaN);
            Elementwise.Forward((VectorPath)path, team, rows, columns, x, y, new TestSoftsign(2), mask);
            for (int i = 0; i < y.Length; i++) Assert.Equal(2 * x[i] / (1 + Math.Abs(x[i])) * mask[i], y[i], 1e-6f);
            Elementwise.Forward((VectorPath)path, team, rows, columns, x, y, default(TestRelu), default);
            for (int i = 0; i < y.Length; i++) Assert.Equal(Math.Max(x[i], 0), y[i]);
        }
    }

    [Theory, MemberData(nameof(MatrixProductTests.Paths), MemberType = typeof(MatrixProductTests))]
    public void Backward_multiplies_by_the_derivative_and_the_mask_in_place_too(int path)
    {
        using var team = new ThreadTeam(3);
        foreach ((int rows, int columns) in s_shapes)
        {
            using var arena = new NativeArena();
            NativeBuffer<float> x = arena.Random(rows * columns, 1), mask = arena.Mask(rows * columns, 2), dy = arena.Random(rows * columns, 3);
            NativeBuffer<float> dx = arena.Filled(rows * columns, float.NaN);
            Elementwise.Backward((VectorPath)path, team, rows, columns, x, dy, dx, new TestSoftsign(2), mask);
            for (int i = 0; i < dx.Length; i++) Assert.Equal(dy[i] * mask[i] * 2 / Math.Pow(1 + Math.Abs(x[i]), 2), dx[i], 1e-5);
            Elementwise.Backward((VectorPath)path, team, rows, columns, x, dy, dy, new TestSoftsign(2), mask);
            Assert.Equal(dx.Bits(), dy.Bits());
        }
    }

    [Fact]
    public void A_mask_alone_needs_no_values()
    {
        using var arena = new NativeArena();
        NativeBuffer<float> mask = arena.Mask(30, 2), dy = arena.Random(30, 3), dx = arena.Allocate<float>(30);
        Elementwise.Backward(null, 3, 10, default, dy, dx, default(Identity), mask);
        for (int i = 0; i < 30; i++) Assert.Equal(dy[i] * mask[i], dx[i]);
    }
}
