using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>MARS: AdamW over gradients that are corrected by their change since the step before.</summary>
    /// <remarks>
    /// <para>
    /// c = g + γ·β₁/(1 − β₁)·(g − g′), g′ the gradient of the step before (0 in the first); c ← c/max(1, ‖c‖), the norm over one tensor;
    /// m ← β₁·m + (1 − β₁)·c; v ← β₂·v + (1 − β₂)·c²; w ← w − η·(m̂/(√v̂ + ε) + λ·w). What is no weight matrix takes AdamW with
    /// <paramref name="beta1Vectors"/> and <paramref name="beta2Vectors"/>.
    /// </para>
    /// <para>
    /// The correction lowers the gradient's variance as SVRG does. The wrong choice for tiny batches: the difference of two noisy gradients of
    /// different batches adds noise before it takes any away.
    /// </para>
    /// <para>
    /// The authors' code in its default mode, mars-adamw with the gradient of the step before on its own batch («approximate»): β₁ = 0.95,
    /// β₂ = 0.99, γ = 0.025, usual rates of 0.003 to 0.006; (0.9, 0.95) for vectors.
    /// </para>
    /// </remarks>
    /// <param name="w">Weights of one tensor [element].</param>
    /// <param name="g">Their gradient [element].</param>
    /// <param name="m">Running mean of the corrected gradient [element].</param>
    /// <param name="v">Running mean of its square [element].</param>
    /// <param name="previous">The gradient of the step before [element].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="isMatrix">Whether the tensor is a weight matrix.</param>
    /// <param name="beta1">The share of m that is kept.</param>
    /// <param name="beta2">The share of v that is kept.</param>
    /// <param name="gamma">The strength γ of the correction; 0 gives AdamW with clipped gradients.</param>
    /// <param name="epsilon">Added to the root, against division by 0.</param>
    /// <param name="weightDecay">The share λ·η of the weight that a step takes away.</param>
    /// <param name="beta1Vectors">The share of m that is kept for what is no weight matrix.</param>
    /// <param name="beta2Vectors">The share of v that is kept for what is no weight matrix.</param>
    /// <returns>The new weights [element].</returns>
    [Optimizer, UsualRate(1e-6, 0.05), Paper("MARS: Unleashing the Power of Variance Reduction for Training Large Models", 2024)]
    [Technique("001-216", Part = "the exact mode, which takes the gradient at the weights of the step before on the batch of this one, needs a second pass; Lion and Shampoo in AdamW's place")]
    public static Row<Element> Mars(
        Row<Element> w, Row<Element> g, ref Row<Element> m, ref Row<Element> v, ref Row<Element> previous, Rate lr, StepCount t, [IsMatrix] bool isMatrix,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1 = 0.95,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2 = 0.99,
        [Range(0, 1)] double gamma = 0.025,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double epsilon = 1e-8,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0,
        [Range(0, 1, ExclusiveMaximum = true)] double beta1Vectors = 0.9,
        [Range(0, 1, ExclusiveMaximum = true)] double beta2Vectors = 0.95)
    {
        double first = isMatrix ? beta1 : beta1Vectors;
        double second = isMatrix ? beta2 : beta2Vectors;
        Row<Element> corrected = g;
        if (isMatrix)
        {
            corrected = g + gamma * beta1 / (1 - beta1) * (g - previous);
            corrected = corrected / Max(1, Norm(corrected));
            previous = g;
        }

        m = first * m + (1 - first) * corrected;
        v = second * v + (1 - second) * Square(corrected);
        Row<Element> mean = m / (1 - Pow(first, t));
        Row<Element> meanSquare = v / (1 - Pow(second, t));
        return w - lr * (mean / (Sqrt(meanSquare) + epsilon) + weightDecay * w);
    }
}
