using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>Gradient centralisation: takes its mean off each unit's gradient.</summary>
    /// <remarks>
    /// <para>g ← g − mean(g) over the incoming weights of a unit; biases and gains stay as they are.</para>
    /// <para>
    /// The sum of a unit's weights then keeps its first value, which smooths the loss and regularises. The wrong choice where inputs have a large common
    /// offset that the network must learn to take off by its weights.
    /// </para>
    /// <para>As in the authors' code and <c>optax.centralize</c>; nothing to set.</para>
    /// </remarks>
    /// <param name="g">Gradients [unit, incoming].</param>
    /// <param name="isMatrix">Whether the tensor is a weight matrix.</param>
    /// <returns>The gradients for the optimizer [unit, incoming].</returns>
    [GradientTransform, Paper("Gradient Centralization: A New Optimization Technique for Deep Neural Networks", 2020)]
    public static Row<Incoming> Centralize(Row<Incoming> g, [IsMatrix] bool isMatrix) => isMatrix ? g - Mean(g) : g;
}
