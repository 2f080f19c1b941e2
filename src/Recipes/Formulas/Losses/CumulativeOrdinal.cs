using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Cumulative ordinal cross-entropy: one yes-or-no question for each threshold between the classes.</summary>
    /// <remarks>
    /// <para>−Σ_{k&lt;C−1} [y ≤ k] · log P_k + [y &gt; k] · log(1 − P_k), with P_k = Σ_{j≤k} p_j, p = softmax(z) and C classes.</para>
    /// <para>
    /// For classes with an order, rare outcomes at its ends: every threshold learns from all rows. The thresholds cannot cross, as all come from one
    /// softmax. The wrong choice for classes without an order, and with hundreds of them: it takes classes² operations for each row.
    /// </para>
    /// <para>Probabilities are no less than 10⁻¹⁰. A penalty that draws the weights of neighbouring thresholds together is left out.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Regression Models for Ordinal Data", 1980)]
    [Technique("000-031", Part = "the penalty that draws the weights of neighbouring thresholds together")]
    public static Scalar CumulativeOrdinal(Logits z, Label y)
    {
        Row<Class> below = Cumulative(Softmax(z));
        Row<Class> above = 1 - below;
        Condition<Class> threshold = Less(Indices(z), z.Count - 1.5);
        Condition<Class> holds = LessOrEqual(Indices(z)[y], Indices(z));
        return -Sum(Log(Max(Where(holds, below, above), 1e-10)), threshold);
    }
}
