using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Muon: momentum whose matrix is made nearly orthogonal, so that all its directions are learnt at the same pace.</summary>
    /// <remarks>
    /// <para>
    /// m ← μ·m + (1 − μ)·g; X = (1 − μ)·g + μ·m (Nesterov) or m; X ← X/(‖X‖ + ε), then five times X ← a·X + b·XXᵀX + c·(XXᵀ)²X with
    /// (a, b, c) = (3.4445, −4.775, 2.0315), which brings its singular values near 1; w ← (1 − η·λ)·w − η·√max(1, units/incoming)·X. What is
    /// no weight matrix takes AdamW at ρ·η.
    /// </para>
    /// <para>
    /// Fast for the hidden layers of large networks; the products cost about as much as a batch of a few hundred rows. The wrong choice for embeddings and,
    /// say its authors, for the last layer, and beside a clip of the gradient's norm, which it does not feel.
    /// </para>
    /// <para>
    /// Form and defaults of <c>torch.optim.Muon</c> (μ = 0.95, λ = 0.1, five iterations, adjusted as in the original) and of the authors' code, where
    /// λ = 0 and the rate is 0.02; AdamW's are (0.9, 0.95) and 10⁻¹⁰ there. <paramref name="matchRms"/> scales by 0.2·√max(units, incoming) instead, so that
    /// rates of <c>AdamW</c> fit (Liu et al., 2025).
    /// </para>
    /// </remarks>
    /// <param name="w">Weights [unit, incoming].</param>
    /// <param name="g">Their gradient [unit, incoming].</param>
    /// <param name="m">Running mean of the gradient [unit, incoming].</param>
    /// <param name="v">Running mean of its square, of what is no weight matrix [incoming].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="isMatrix">Whether the tensor is a weight matrix.</param>
    /// <param name="momentum">The share μ of m that is kept.</param>
    /// <param name="weightDecay">The share λ·η of the weight that a step takes away.</param>
    /// <param name="nesterov">Whether the step looks ahead along the momentum.</param>
    /// <param name="matchRms">Whether steps are as long as those of AdamW.</param>
    /// <param name="epsilon">Added to the norm, against division by 0.</param>
    /// <param name="vectorRate">The factor ρ of the rate for what is no weight matrix.</param>
    /// <param name="vectorBeta1">The share of m that is kept for what is no weight matrix.</param>
    /// <param name="vectorBeta2">The share of v that is kept.</param>
    /// <param name="vectorEpsilon">Added to AdamW's root.</param>
    /// <returns>The new weights [unit, incoming].</returns>
    [Optimizer, UsualRate(1e-4, 0.2), Paper("Muon: An Optimizer for Hidden Layers in Neural Networks", 2024)]
    public static Row<Incoming> Muon(
        Row<Incoming> w, Row<Incoming> g, ref Row<Incoming> m, ref Row<Incoming> v, Rate lr, StepCount t, [IsMatrix] bool isMatrix,
        [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.95,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0.1,
        bool nesterov = true,
        bool matchRms = false,
        [Range(0, 1, ExclusiveMinimum = true)] double epsilon = 1e-7,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double vectorRate = 1,
        [Range(0, 1, ExclusiveMaximum = true)] double vectorBeta1 = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double vectorBeta2 = 0.95,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double vectorEpsilon = 1e-10)
    {
        double kept = isMatrix ? momentum : vectorBeta1;
        Row<Incoming> mean = kept * m + (1 - kept) * g;
        m = mean;
        Row<Incoming> step = mean;
        if (isMatrix)
        {
            Row<Incoming> x = nesterov ? (1 - momentum) * g + momentum * mean : mean;
            x = x / (Sqrt(UnitSum(Sum(Square(x)))) + epsilon);
            x = Iterate(Iterate(Iterate(Iterate(Iterate(x)))));
            Scalar units = UnitCount(w);
            step = (matchRms ? 0.2 * Sqrt(Max(units, w.Count)) : Sqrt(Max(1, units / w.Count))) * x;
        }
        else
        {
            Row<Incoming> meanSquare = vectorBeta2 * v + (1 - vectorBeta2) * Square(g);
            v = meanSquare;
            step = vectorRate / (1 - Pow(vectorBeta1, t)) * mean / (Sqrt(meanSquare / (1 - Pow(vectorBeta2, t))) + vectorEpsilon);
        }

        return (1 - lr * weightDecay) * w - lr * step;

        static Row<Incoming> Iterate(Row<Incoming> x) => OddPolynomial(x, 3.4445, -4.775, 2.0315);
    }
}
