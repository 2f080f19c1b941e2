using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Poly loss: cross-entropy whose first polynomial coefficients are changed.</summary>
    /// <remarks>
    /// <para>−log p_y + ε₁ · (1 − p_y) + ε₂ · (1 − p_y)² + ε₃ · (1 − p_y)³, with p = softmax(z).</para>
    /// <para>
    /// ε₁ &gt; 0 goes on teaching rows that are classified well already, ε₁ &lt; 0 leaves them. The best sign and size depend on the task: the wrong choice where
    /// nobody will tune it, or where probabilities must be calibrated, as it is not proper. Below −1 the gradient would point away from the label.
    /// </para>
    /// <para>ε₁ = 2 is the paper's for ImageNet and Optax's default (−1 for instance segmentation); the further coefficients changed little in the paper.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="epsilon">What is added to the first coefficient, ε₁.</param>
    /// <param name="epsilon2">What is added to the second coefficient, ε₂.</param>
    /// <param name="epsilon3">What is added to the third coefficient, ε₃.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions", 2022)]
    [Technique("001-052")]
    public static Scalar PolyCrossEntropy(
        Logits z, Label y, [Range(-1, 100)] double epsilon = 2, [Range(-100, 100)] double epsilon2 = 0, [Range(-100, 100)] double epsilon3 = 0)
    {
        Scalar logp = LogSoftmax(z)[y];
        Scalar wrong = -Expm1(logp);
        return wrong * (epsilon + wrong * (epsilon2 + wrong * epsilon3)) - logp;
    }
}
