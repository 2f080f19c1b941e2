using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>Orthonormality regularisation: draws the weights of a layer's units towards being orthogonal to each other, and of length 1.</summary>
    /// <remarks>
    /// <para>
    /// Adds the gradient of λ/2·‖W·Wᵀ − I‖² over all weight matrices W [units, incoming]: g ← g + 2·λ·(W·Wᵀ·W − W). It is not part of the reported
    /// loss. (‖Wᵀ·W − I‖² has the same gradient, so that a layer with more units than inputs is drawn towards orthonormal columns.)
    /// </para>
    /// <para>
    /// Keeps signals of deep networks without skips at their size. The wrong choice for the last layer of a classifier, and before optimizers that divide it by
    /// the gradient's size.
    /// </para>
    /// <para>The paper's formula, there in place of weight decay. There is no default. The third power of the weights makes steps diverge where η·λ is near 1.</para>
    /// </remarks>
    /// <param name="g">Gradients [unit, incoming].</param>
    /// <param name="w">Weights [unit, incoming].</param>
    /// <param name="isMatrix">Whether the tensor is a weight matrix.</param>
    /// <param name="strength">The factor λ.</param>
    /// <returns>The gradients for the optimizer [unit, incoming].</returns>
    [GradientTransform, Paper("All You Need is Beyond a Good Init: Exploring Better Solution for Training Extremely Deep Convolutional Neural Networks with Orthonormality and Modulation", 2017)]
    [Technique("002-055", Part = "the modulation of errors on their way back changes the training step; the orthogonal start")]
    public static Row<Incoming> OrthonormalUnits(Row<Incoming> g, Row<Incoming> w, [IsMatrix] bool isMatrix, [Range(0, 1)] double strength) =>
        isMatrix ? g + 2 * strength * OddPolynomial(w, -1, 1, 0) : g;
}
