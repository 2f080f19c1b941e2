namespace Recipes.Formulas;

/// <summary>Linear algebra of the eager formulas: written apart from the engine's, which it is the reference of.</summary>
internal static class SmallSystems
{
    /// <summary>Column by column, by Gaussian elimination.</summary>
    internal static void Invert(double[] a, double[] inverse, int n)
    {
        for (var column = 0; column < n; column++)
        {
            var b = new double[n];
            b[column] = 1;
            _ = Eliminate([.. a], b, n);
            for (var row = 0; row < n; row++)
                inverse[(row * n) + column] = b[row];
        }
    }

    internal static double LogDeterminant(double[] a, int n) => Eliminate([.. a], new double[n], n);

    /// <summary>By bisection on the number of negative pivots of A − x·I, which is the number of eigenvalues below x.</summary>
    internal static double[] Eigenvalues(double[] matrix, int n)
    {
        var a = new double[n * n];
        for (var i = 0; i < a.Length; i++)
            a[i] = (matrix[i] + matrix[(i % n * n) + (i / n)]) / 2;
        var bound = 1e-300;
        for (var row = 0; row < n; row++)
        {
            var sum = 0.0;
            for (var k = 0; k < n; k++)
                sum += System.Math.Abs(a[(row * n) + k]);
            bound = System.Math.Max(bound, sum);
        }

        var values = new double[n];
        for (var k = 0; k < n; k++)
        {
            var (low, high) = (-1.01 * bound, 1.01 * bound);
            for (var step = 0; step < 200 && high - low > 1e-15 * bound; step++)
            {
                var middle = (low + high) / 2;
                if (Below(a, n, middle) > n - 1 - k)
                    high = middle;
                else
                    low = middle;
            }

            values[k] = (low + high) / 2;
        }

        return values;
    }

    private static int Below(double[] matrix, int n, double x)
    {
        double[] a = [.. matrix];
        for (var i = 0; i < n; i++)
            a[i * (n + 1)] -= x;
        var count = 0;
        for (var p = 0; p < n; p++)
        {
            var pivot = a[p * (n + 1)];
            if (pivot == 0)
                pivot = 1e-300;
            if (pivot < 0)
                count++;
            for (var row = p + 1; row < n; row++)
            {
                var factor = a[(row * n) + p] / pivot;
                for (var k = p + 1; k < n; k++)
                    a[(row * n) + k] -= factor * a[(p * n) + k];
            }
        }

        return count;
    }

    /// <summary>Solves a·x = b in place of b; gives log |det a|.</summary>
    private static double Eliminate(double[] a, double[] b, int n)
    {
        var logarithm = 0.0;
        for (var p = 0; p < n; p++)
        {
            var best = p;
            for (var row = p + 1; row < n; row++)
                if (System.Math.Abs(a[(row * n) + p]) > System.Math.Abs(a[(best * n) + p]))
                    best = row;
            for (var k = 0; k < n; k++)
                (a[(p * n) + k], a[(best * n) + k]) = (a[(best * n) + k], a[(p * n) + k]);
            (b[p], b[best]) = (b[best], b[p]);
            logarithm += System.Math.Log(System.Math.Abs(a[p * (n + 1)]));
            for (var row = p + 1; row < n; row++)
            {
                var factor = a[(row * n) + p] / a[p * (n + 1)];
                for (var k = p; k < n; k++)
                    a[(row * n) + k] -= factor * a[(p * n) + k];
                b[row] -= factor * b[p];
            }
        }

        for (var row = n - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < n; k++)
                b[row] -= a[(row * n) + k] * b[k];
            b[row] /= a[row * (n + 1)];
        }

        return logarithm;
    }
}
