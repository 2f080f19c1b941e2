namespace Recipes.Engine;

/// <summary>Dense linear algebra of small square matrices, in double. Nothing is allocated; scratch is the caller's.</summary>
/// <remarks>For matrices of features or classes, up to some hundreds: everything takes some multiple of n³ operations on one thread.</remarks>
public static class SmallMatrices
{
    private const int MostSweeps = 60;

    /// <summary>The inverse, by elimination with row exchanges. A singular matrix gives infinities or NaN.</summary>
    /// <param name="source">[n, n].</param>
    /// <param name="inverse">Receives [n, n]; may be the source.</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="scratch">[2n²].</param>
    public static void Invert(NativeBuffer<float> source, NativeBuffer<float> inverse, int n, NativeBuffer<double> scratch)
    {
        var a = scratch.Span[..(n * n)];
        var b = scratch.Span[(n * n)..(2 * n * n)];
        for (var i = 0; i < n * n; i++)
            (a[i], b[i]) = (source[i], i / n == i % n ? 1 : 0);
        for (var column = 0; column < n; column++)
        {
            var pivot = Pivot(a, n, column);
            Swap(a, n, column, pivot);
            Swap(b, n, column, pivot);
            var scale = 1 / a[(column * n) + column];
            for (var k = 0; k < n; k++)
            {
                a[(column * n) + k] *= scale;
                b[(column * n) + k] *= scale;
            }

            for (var row = 0; row < n; row++)
            {
                if (row == column)
                    continue;
                var factor = a[(row * n) + column];
                for (var k = 0; k < n; k++)
                {
                    a[(row * n) + k] -= factor * a[(column * n) + k];
                    b[(row * n) + k] -= factor * b[(column * n) + k];
                }
            }
        }

        for (var i = 0; i < n * n; i++)
            inverse[i] = (float)b[i];
    }

    /// <summary>log |det|; −∞ for a singular matrix.</summary>
    /// <param name="source">[n, n].</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="scratch">[n²].</param>
    public static double LogDeterminant(NativeBuffer<float> source, int n, NativeBuffer<double> scratch)
    {
        var a = scratch.Span[..(n * n)];
        for (var i = 0; i < n * n; i++)
            a[i] = source[i];
        var sum = 0.0;
        for (var column = 0; column < n; column++)
        {
            Swap(a, n, column, Pivot(a, n, column));
            var diagonal = a[(column * n) + column];
            sum += double.Log(double.Abs(diagonal));
            if (diagonal == 0)
                return sum;
            for (var row = column + 1; row < n; row++)
            {
                var factor = a[(row * n) + column] / diagonal;
                for (var k = column; k < n; k++)
                    a[(row * n) + k] -= factor * a[(column * n) + k];
            }
        }

        return sum;
    }

    /// <summary>Eigenvalues of a symmetric matrix, the greatest first, by Jacobi's rotations. Only its symmetric part counts.</summary>
    /// <param name="source">[n, n].</param>
    /// <param name="values">Receives [n].</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="scratch">[2n²].</param>
    public static void Eigenvalues(NativeBuffer<float> source, NativeBuffer<float> values, int n, NativeBuffer<double> scratch)
    {
        Diagonalize(source, n, scratch);
        for (var k = 0; k < n; k++)
            values[k] = (float)scratch[(k * n) + k];
    }

    /// <summary>Eigenvectors of a symmetric matrix as the rows of the result, in the order of <see cref="Eigenvalues"/>.</summary>
    /// <param name="source">[n, n].</param>
    /// <param name="vectors">Receives [n, n].</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="scratch">[2n²].</param>
    public static void Eigenvectors(NativeBuffer<float> source, NativeBuffer<float> vectors, int n, NativeBuffer<double> scratch)
    {
        Diagonalize(source, n, scratch);
        for (var i = 0; i < n * n; i++)
            vectors[i] = (float)scratch[(n * n) + i];
    }

    /// <summary>Leaves the eigenvalues on the diagonal of the first n² numbers and the eigenvectors as rows in the next.</summary>
    private static void Diagonalize(NativeBuffer<float> source, int n, NativeBuffer<double> scratch)
    {
        var a = scratch.Span[..(n * n)];
        var v = scratch.Span[(n * n)..(2 * n * n)];
        for (var i = 0; i < n * n; i++)
        {
            var (row, column) = (i / n, i % n);
            a[i] = 0.5 * ((double)source[i] + source[(column * n) + row]);
            v[i] = row == column ? 1 : 0;
        }

        for (var sweep = 0; sweep < MostSweeps && OffDiagonal(a, n) > 1e-30; sweep++)
            for (var p = 0; p < n; p++)
                for (var q = p + 1; q < n; q++)
                    Rotate(a, v, n, p, q);
        SortDescending(a, v, n);
        // Rotations can pass a NaN by; it must reach the loss.
        if (double.IsNaN(OffDiagonal(a, n)))
            a.Fill(double.NaN);
    }

    private static void Rotate(Span<double> a, Span<double> v, int n, int p, int q)
    {
        var off = a[(p * n) + q];
        if (off == 0)
            return;
        var theta = (a[(q * n) + q] - a[(p * n) + p]) / (2 * off);
        var t = (theta >= 0 ? 1 : -1) / (double.Abs(theta) + double.Sqrt((theta * theta) + 1));
        var c = 1 / double.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < n; k++)
        {
            var (kp, kq) = (a[(k * n) + p], a[(k * n) + q]);
            (a[(k * n) + p], a[(k * n) + q]) = ((c * kp) - (s * kq), (s * kp) + (c * kq));
        }

        for (var k = 0; k < n; k++)
        {
            var (pk, qk) = (a[(p * n) + k], a[(q * n) + k]);
            (a[(p * n) + k], a[(q * n) + k]) = ((c * pk) - (s * qk), (s * pk) + (c * qk));
            var (vp, vq) = (v[(p * n) + k], v[(q * n) + k]);
            (v[(p * n) + k], v[(q * n) + k]) = ((c * vp) - (s * vq), (s * vp) + (c * vq));
        }
    }

    /// <summary>The sum of squares beside the diagonal, relative to all.</summary>
    private static double OffDiagonal(Span<double> a, int n)
    {
        double off = 0, all = 1e-300;
        for (var i = 0; i < n * n; i++)
        {
            all += a[i] * a[i];
            if (i / n != i % n)
                off += a[i] * a[i];
        }

        return off / all;
    }

    private static void SortDescending(Span<double> a, Span<double> v, int n)
    {
        for (var k = 0; k < n; k++)
        {
            var best = k;
            for (var i = k + 1; i < n; i++)
                if (a[(i * n) + i] > a[(best * n) + best])
                    best = i;
            if (best == k)
                continue;
            (a[(k * n) + k], a[(best * n) + best]) = (a[(best * n) + best], a[(k * n) + k]);
            Swap(v, n, k, best);
        }
    }

    /// <summary>The row with the greatest entry of a column, from the diagonal on.</summary>
    private static int Pivot(Span<double> a, int n, int column)
    {
        var best = column;
        for (var row = column + 1; row < n; row++)
            if (double.Abs(a[(row * n) + column]) > double.Abs(a[(best * n) + column]))
                best = row;
        return best;
    }

    private static void Swap(Span<double> a, int n, int first, int second)
    {
        if (first == second)
            return;
        for (var k = 0; k < n; k++)
            (a[(first * n) + k], a[(second * n) + k]) = (a[(second * n) + k], a[(first * n) + k]);
    }
}
