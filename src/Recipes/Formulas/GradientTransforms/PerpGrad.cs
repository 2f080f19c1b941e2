using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class GradientTransforms
{
    /// <summary>⊥Grad: takes the part along the weights off each tensor's gradient, so that a step cannot lower the loss by making logits larger.</summary>
    /// <remarks>
    /// <para>o = g − ⟨w, g⟩/⟨w, w⟩·w; g ← o·‖g‖/‖o‖, over one tensor.</para>
    /// <para>
    /// Once training data are fitted, the loss falls mainly by scaling the weights, until floats overflow or learning stops; without that direction grokking
    /// comes without weight decay. The wrong choice where lengths must be learnt: regression, biases of a small network, few steps.
    /// </para>
    /// <para>Form of the authors' code, which adds 10⁻³⁰ to both divisors; nothing to set.</para>
    /// </remarks>
    /// <param name="g">Gradient of one tensor [element].</param>
    /// <param name="w">Its weights [element].</param>
    /// <returns>The gradient for the optimizer [element].</returns>
    [GradientTransform, Paper("Grokking at the Edge of Numerical Stability", 2025)]
    [Technique("000-011", Part = "the StableMax loss")]
    public static Row<Element> PerpGrad(Row<Element> g, Row<Element> w)
    {
        Row<Element> rest = g - Dot(w, g) / (Dot(w, w) + 1e-30) * w;
        return rest * (Norm(g) / (Norm(rest) + 1e-30));
    }
}
