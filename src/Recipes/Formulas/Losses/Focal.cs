using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Focal loss: cross-entropy in which examples that are classified well already count less.</summary>
    /// <remarks>
    /// <para>−(1 − p_y)^γ · log p_y, with p = softmax(z).</para>
    /// <para>
    /// For few rare classes among many easy examples; it also makes networks less confident, and so often better calibrated. The wrong choice
    /// with wrong labels, which it weighs up as hard examples, and where the probabilities are read as they come out: it is not
    /// proper, its optimum is less certain than the truth.
    /// </para>
    /// <para>γ = 2 worked best in the paper; 0 is cross-entropy.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="gamma">How strongly the easy examples are discounted.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Technique("001-031", Part = "the start of the last bias at the prior")]
    [Technique("003-021", Part = "the synthetic rows of the rare class")]
    [Loss, Paper("Focal Loss for Dense Object Detection", 2017)]
    public static Scalar Focal(Logits z, Label y, [Range(0, 10)] double gamma = 2)
    {
        Scalar logp = LogSoftmax(z)[y];
        return -Pow(-Expm1(logp), gamma) * logp;
    }
}
