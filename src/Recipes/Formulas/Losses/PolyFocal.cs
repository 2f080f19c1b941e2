using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Poly loss on the focal loss: its first polynomial coefficient is changed.</summary>
    /// <remarks>
    /// <para>−(1 − p_y)^γ · log p_y + ε · (1 − p_y)^(γ + 1), with p = softmax(z).</para>
    /// <para>Where the focal loss is in place and ε can be tuned. It shares its faults: it is not proper, and weighs wrong labels up.</para>
    /// <para>γ = 2 is the focal loss's. The paper tunes ε (−1 for instance segmentation); 1 is the value of common implementations.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="epsilon">What is added to the first coefficient.</param>
    /// <param name="gamma">How strongly the easy examples are discounted.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions", 2022)]
    public static Scalar PolyFocal(Logits z, Label y, [Range(-1, 100)] double epsilon = 1, [Range(0, 10)] double gamma = 2)
    {
        Scalar logp = LogSoftmax(z)[y];
        Scalar wrong = -Expm1(logp);
        return Pow(wrong, gamma) * (epsilon * wrong - logp);
    }
}
