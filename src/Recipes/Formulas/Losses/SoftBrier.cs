using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Brier score to a target that is a probability for each class.</summary>
    /// <remarks>
    /// <para>Σ_j (p_j − t_j)², with p = softmax(z) and t the target.</para>
    /// <para>
    /// Bounded, so rows whose target the network contradicts pull little: for targets that may be wrong. The wrong choice with many classes, where it
    /// hardly learns at first.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The target [batch, classes].</param>
    /// <returns>The loss [batch], in [0, 2].</returns>
    [Loss, Paper("Verification of Forecasts Expressed in Terms of Probability", 1950)]
    public static Scalar SoftBrier(Logits z, SoftTarget target) => Sum(Square(Softmax(z) - target));
}
