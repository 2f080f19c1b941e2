using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>Norm loss: draws the length of each unit's weights towards 1.</summary>
    /// <remarks>
    /// <para>Adds the gradient of λ·Σ(1 − ‖w‖)² over the units of all weight matrices: g ← g + 2·λ·(1 − 1/‖w‖)·w. It is not part of the reported loss.</para>
    /// <para>
    /// In place of, or beside, weight decay: weights neither vanish nor grow. The wrong choice for layers whose units need different lengths, as the last one
    /// of a classifier, and before optimizers that divide it by the gradient's size.
    /// </para>
    /// <para>The paper's formula; a unit whose weights are all 0 stays there. There is no default.</para>
    /// </remarks>
    /// <param name="g">Gradients [unit, incoming].</param>
    /// <param name="w">Weights [unit, incoming].</param>
    /// <param name="isMatrix">Whether the tensor is a weight matrix.</param>
    /// <param name="strength">The factor λ.</param>
    /// <returns>The gradients for the optimizer [unit, incoming].</returns>
    [GradientTransform, Paper("Norm Loss: An Efficient yet Effective Regularization Method for Deep Neural Networks", 2021)]
    [Technique("001-054")]
    public static Row<Incoming> NormLoss(Row<Incoming> g, Row<Incoming> w, [IsMatrix] bool isMatrix, [Range(0, 1000)] double strength) =>
        isMatrix ? g + 2 * strength * (1 - 1 / Max(Norm(w), 1e-12)) * w : g;
}
