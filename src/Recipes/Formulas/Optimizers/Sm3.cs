using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>SM3: Adagrad with one number per row and one per column of a matrix.</summary>
    /// <remarks>
    /// <para>
    /// a = min(r, c) + g² for the r of the weight's unit and the c of its input; u = g/√(a + ε), 0 where a is; m ← μ·m + (1 − μ)·u; w ← w − η·m; then r and
    /// c are the greatest a of their row and column. What is no weight matrix keeps a for each weight. With β below 1, a = β·min(r, c) + (1 − β)·g².
    /// </para>
    /// <para>
    /// For large embeddings and sparse gradients at little memory. The wrong choice for long runs at β = 1, as the sums only grow and learning stops.
    /// </para>
    /// <para>Form and defaults of <c>optax.sm3</c>: μ = 0.9, β = 1, ε = 10⁻⁸ (0.9 and 1 in the paper, SM3-II, which has no ε).</para>
    /// </remarks>
    /// <param name="w">Weights [unit, incoming].</param>
    /// <param name="g">Their gradient [unit, incoming].</param>
    /// <param name="rows">The greatest sum of a unit [unit].</param>
    /// <param name="columns">The greatest sum of an input [incoming].</param>
    /// <param name="full">The sums of what is no weight matrix [incoming].</param>
    /// <param name="m">Running mean of the step [unit, incoming].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="isMatrix">Whether the tensor is a weight matrix.</param>
    /// <param name="momentum">The share μ of m that is kept.</param>
    /// <param name="beta">The share β of the sums that is kept; 1 adds up.</param>
    /// <param name="epsilon">Added under the root.</param>
    /// <returns>The new weights [unit, incoming].</returns>
    [Optimizer, Paper("Memory-Efficient Adaptive Optimization", 2019)]
    public static Row<Incoming> Sm3(
        Row<Incoming> w, Row<Incoming> g, ref State rows, ref Running<Incoming> columns, ref Row<Incoming> full, ref Row<Incoming> m, Rate lr, [IsMatrix] bool isMatrix,
        [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.9,
        [Range(0, 1)] double beta = 1,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8)
    {
        Scalar share = Where(Less(beta, 1), 1 - beta, 1);
        Row<Incoming> sum = share * Square(g);
        if (isMatrix)
        {
            sum = sum + beta * Min(rows, columns);
            rows = Max(sum);
            columns = UnitMax(sum);
        }
        else
        {
            sum = sum + beta * full;
            full = sum;
        }

        m = momentum * m + (1 - momentum) * Where(Greater(sum, 0), g / Sqrt(sum + epsilon), 0);
        return w - lr * m;
    }
}
