using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Dual focal loss: rows count less the farther the label's probability is ahead of the next one below it.</summary>
    /// <remarks>
    /// <para>−(1 − p_y + p_j)^γ · log p_y, with p = softmax(z) and p_j the greatest probability below p_y, 0 if there is none.</para>
    /// <para>
    /// The focal loss leaves networks too little sure; the gap to the runner-up corrects it, for better calibration. The wrong choice with wrong labels,
    /// which it weighs up, and where a proper loss is wanted. Which class is the runner-up carries no gradient.
    /// </para>
    /// <para>γ = 5 is the paper's for CIFAR-10 (between 1 and 10 elsewhere).</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="gamma">How strongly the easy examples are discounted.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Dual Focal Loss for Calibration", 2023)]
    [Technique("002-016")]
    public static Scalar DualFocal(Logits z, Label y, [Range(0, 10)] double gamma = 5)
    {
        Row<Class> logp = LogSoftmax(z);
        Row<Class> p = Exp(logp);
        Scalar runnerUp = Max(Where(Less(z, z[y]), p, 0));
        return -Pow(runnerUp - Expm1(logp[y]), gamma) * logp[y];
    }
}
