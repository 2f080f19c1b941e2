using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Adafactor: steps in the scale of each weight's gradients, of which only means by row and column are kept.</summary>
    /// <remarks>
    /// <para>
    /// With s = t^(−γ): r ← (1 − s)·r + s·(mean of g² over a unit's weights), c ← (1 − s)·c + s·(mean of g² over the units), V = r·c/mean(r); what
    /// is no weight matrix keeps all of V ← (1 − s)·V + s·g². u = g/√max(V, ε₁²); w ← (1 − η·λ)·w − min(η, 1/√t)·max(ε₂, rms(w))·u/max(1, rms(u)/d).
    /// </para>
    /// <para>
    /// Hardly any memory beside the weights, and a rate that is relative to them. The wrong choice where memory is no matter: <c>AdamW</c> has momentum and
    /// scales each weight exactly.
    /// </para>
    /// <para>
    /// Form and defaults of <c>torch.optim.Adafactor</c>, whose usual rate is 0.01: γ = 0.8, ε₁ the machine epsilon of floats, ε₂ = 10⁻³, d = 1, no momentum.
    /// (<c>optax.adafactor</c> adds 10⁻³⁰ to g² instead of bounding V, and has no 1/√t.)
    /// </para>
    /// </remarks>
    /// <param name="w">Weights [unit, incoming].</param>
    /// <param name="g">Their gradient [unit, incoming].</param>
    /// <param name="rows">Running mean r of the squared gradient [unit].</param>
    /// <param name="columns">Running mean c of the squared gradient [incoming].</param>
    /// <param name="full">Running mean of the squared gradient, of what is no weight matrix [incoming].</param>
    /// <param name="lr">The learning rate η.</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="isMatrix">Whether the tensor is a weight matrix.</param>
    /// <param name="decay">How fast γ the share of a new gradient falls.</param>
    /// <param name="epsilon">ε₁, whose square bounds the mean square from below.</param>
    /// <param name="leastScale">ε₂, the least root mean square of weights that counts.</param>
    /// <param name="clipping">The greatest root mean square d of the step before it is scaled.</param>
    /// <param name="weightDecay">The share λ·η of the weight that a step takes away.</param>
    /// <returns>The new weights [unit, incoming].</returns>
    [Optimizer, UsualRate(1e-5, 0.5), Paper("Adafactor: Adaptive Learning Rates with Sublinear Memory Cost", 2018)]
    public static Row<Incoming> Adafactor(
        Row<Incoming> w, Row<Incoming> g, ref State rows, ref Running<Incoming> columns, ref Row<Incoming> full, Rate lr, StepCount t, [IsMatrix] bool isMatrix,
        [Range(0, 1, ExclusiveMinimum = true)] double decay = 0.8,
        [Range(0, 1, ExclusiveMinimum = true)] double epsilon = 1.1920928955078125e-7,
        [Range(0, double.PositiveInfinity)] double leastScale = 1e-3,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double clipping = 1,
        [Decay, Range(0, double.PositiveInfinity)] double weightDecay = 0)
    {
        Scalar share = Pow(t, -decay);
        Row<Incoming> meanSquare = g;
        if (isMatrix)
        {
            Scalar ofUnit = (1 - share) * rows + share * Mean(Square(g));
            Row<Incoming> ofColumn = (1 - share) * columns + share * UnitMean(Square(g));
            rows = ofUnit;
            columns = ofColumn;
            meanSquare = ofUnit / Max(UnitMean(ofUnit), epsilon) * ofColumn;
        }
        else
        {
            meanSquare = (1 - share) * full + share * Square(g);
            full = meanSquare;
        }

        Row<Incoming> step = g / Sqrt(Max(meanSquare, epsilon * epsilon));
        Scalar size = Sqrt(UnitMean(Mean(Square(step))));
        Scalar scale = Max(leastScale, Sqrt(UnitMean(Mean(Square(w)))));
        return (1 - lr * weightDecay) * w - Min(lr, 1 / Sqrt(t)) * scale / Max(1, size / clipping) * step;
    }
}
