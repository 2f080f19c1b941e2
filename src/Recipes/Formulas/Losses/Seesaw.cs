using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Seesaw loss: a frequent class's rows push rare classes down less, unless these are mistaken for it.</summary>
    /// <remarks>
    /// <para>
    /// log(Σ_j S_j · exp z_j) − z_y, with S_y = 1 and S_j = min(1, n_j / n_y)^p · max(1, p_j / max(p_y, 0.01))^q, n the train rows of each class and p =
    /// softmax(z) held fixed in S.
    /// </para>
    /// <para>
    /// For a long tail of rare classes. The first factor spares the rarer class, the second takes that back where it is the likelier one. The wrong
    /// choice together with weights or samplers that correct the same.
    /// </para>
    /// <para>
    /// p = 0.8 and q = 2 are the paper's; the floor of 0.01 is that of its code. Counts are those of the data, and not gathered during the run. A class
    /// without rows counts as one with one.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="counts">Train rows of each class [classes].</param>
    /// <param name="mitigation">The power p of the counts' ratio.</param>
    /// <param name="compensation">The power q of the probabilities' ratio.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Seesaw Loss for Long-Tailed Instance Segmentation", 2021)]
    public static Scalar Seesaw(Logits z, Label y, ClassCounts counts, [Range(0, 10)] double mitigation = 0.8, [Range(0, 10)] double compensation = 2)
    {
        Row<Class> logRows = Log(Max(counts, 1));
        Row<Class> logp = Stop(LogSoftmax(z));
        Row<Class> mitigated = mitigation * Min(logRows - logRows[y], 0);
        Row<Class> compensated = compensation * Max(logp - Max(logp[y], -4.605170185988091), 0);
        return LogSumExp(z + (mitigated + compensated) * (1 - OneHot(y, z))) - z[y];
    }
}
