using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>The absolute error between the probabilities and the one-hot label, the classifier's MAE.</summary>
    /// <remarks>
    /// <para>1 − p_y = ½ · Σ_j |p_j − q_j|, with p = softmax(z) and q the one-hot label.</para>
    /// <para>
    /// Its sum over all labels is a constant, which makes it robust to wrong labels that are spread evenly. It hardly learns rows that it gets
    /// wrong (their gradient is p_y · (1 − p_y)): the wrong choice alone with more than some ten classes. Not the regression loss of the same name.
    /// </para>
    /// <para>The halved form, 1 − p_y, is the one that the papers' weights belong to.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("Robust Loss Functions under Label Noise for Deep Neural Networks", 2017)]
    [Technique("001-019", Part = "one half of an active-passive loss, which is two terms of a recipe")]
    public static Scalar ProbabilityMeanAbsoluteError(Logits z, Label y) => -Expm1(LogSoftmax(z)[y]);
}
