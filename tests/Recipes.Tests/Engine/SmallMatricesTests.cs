using Recipes.Engine;

namespace Recipes.Tests.Engine;

/// <summary>Small dense linear algebra: what defines the results holds.</summary>
public sealed class SmallMatricesTests
{
    private static readonly int[] Sizes = [1, 2, 5, 17, 40];

    public static TheoryData<int> AllSizes() => [.. Sizes];

    [Theory, MemberData(nameof(AllSizes))]
    public void The_inverse_times_the_matrix_is_the_identity(int n)
    {
        using var arena = new NativeArena();
        var (a, inverse, scratch) = (Random(arena, n, symmetric: false), arena.Allocate<float>(n * n), arena.Allocate<double>(2 * n * n));
        SmallMatrices.Invert(a, inverse, n, scratch);
        for (var i = 0; i < n * n; i++)
            Assert.Equal(i / n == i % n ? 1 : 0, Enumerable.Range(0, n).Sum(k => (double)a[(i / n * n) + k] * inverse[(k * n) + (i % n)]), 2e-4);
    }

    [Theory, MemberData(nameof(AllSizes))]
    public void Eigenvectors_are_stretched_by_their_eigenvalues_and_orthonormal(int n)
    {
        using var arena = new NativeArena();
        var (a, values, vectors, scratch) = (Random(arena, n, symmetric: true), arena.Allocate<float>(n), arena.Allocate<float>(n * n), arena.Allocate<double>(2 * n * n));
        SmallMatrices.Eigenvalues(a, values, n, scratch);
        SmallMatrices.Eigenvectors(a, vectors, n, scratch);
        for (var k = 0; k < n; k++)
        {
            Assert.True(k == 0 || values[k - 1] >= values[k]);
            for (var row = 0; row < n; row++)
            {
                Assert.Equal((double)values[k] * vectors[(k * n) + row], Enumerable.Range(0, n).Sum(c => (double)a[(row * n) + c] * vectors[(k * n) + c]), 1e-4);
                Assert.Equal(k == row ? 1 : 0, Enumerable.Range(0, n).Sum(c => (double)vectors[(k * n) + c] * vectors[(row * n) + c]), 1e-5);
            }
        }
    }

    [Fact]
    public void The_determinant_of_a_known_matrix()
    {
        using var arena = new NativeArena();
        var (a, scratch) = (arena.Allocate<float>(9), arena.Allocate<double>(18));
        float[] cells = [0, 2, -1, 3, 1, 4, -2, 5, 2];
        cells.CopyTo(a.Span);
        // 0·(1·2 − 4·5) − 2·(3·2 − 4·(−2)) − 1·(3·5 − 1·(−2)) = −28 − 17.
        Assert.Equal(Math.Log(45), SmallMatrices.LogDeterminant(a, 3, scratch), 1e-12);
    }

    [Fact]
    public void A_singular_matrix_has_a_determinant_of_0()
    {
        using var arena = new NativeArena();
        var (a, scratch) = (arena.Allocate<float>(4), arena.Allocate<double>(8));
        float[] cells = [1, 2, 2, 4];
        cells.CopyTo(a.Span);
        Assert.Equal(double.NegativeInfinity, SmallMatrices.LogDeterminant(a, 2, scratch));
    }

    private static NativeBuffer<float> Random(NativeArena arena, int n, bool symmetric)
    {
        var (random, a) = (new Random(n), arena.Allocate<float>(n * n));
        for (var i = 0; i < n * n; i++)
            a[i] = (float)random.NextDouble() - 0.5f + (i / n == i % n ? 2 : 0);
        for (var i = 0; symmetric && i < n * n; i++)
            if (i / n > i % n)
                a[i] = a[(i % n * n) + (i / n)];
        return a;
    }
}
