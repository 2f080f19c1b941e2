using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Optimizers
{
    /// <summary>Fromage: every tensor turns by the same angle in each step.</summary>
    /// <remarks>
    /// <para>w ← (w − η·‖w‖/‖g‖·g)/√(1 + η²), each norm over one tensor and no less than ε.</para>
    /// <para>
    /// The rate is a relative change: 0.01 moves each tensor by one percent, for any network, so it needs little tuning. The wrong choice with weight decay
    /// on top: the division already keeps lengths bounded. Tensors near 0, as biases at the start, move by steps of ε until they have a length.
    /// </para>
    /// <para>Form and default of <c>optax.fromage</c>: ε = 10⁻⁶. The paper clips lengths instead.</para>
    /// </remarks>
    /// <param name="w">Weights of one tensor [element].</param>
    /// <param name="g">Their gradient [element].</param>
    /// <param name="lr">The learning rate η, commonly 0.01.</param>
    /// <param name="minimum">The least norm ε that counts.</param>
    /// <returns>The new weights [element].</returns>
    [Optimizer, UsualRate(1e-4, 0.2), Paper("On the Distance Between Two Neural Networks and the Stability of Learning", 2020)]
    public static Row<Element> Fromage(
        Row<Element> w, Row<Element> g, Rate lr,
        [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double minimum = 1e-6)
    {
        Scalar ratio = Max(Norm(w), minimum) / Max(Norm(g), minimum);
        return (w - lr * ratio * g) / Sqrt(1 + Square(lr));
    }
}
