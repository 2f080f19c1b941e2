using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Calibrated multimodal learning (CML): what is removed from the input must not make the prediction surer.</summary>
    /// <remarks>
    /// <para>
    /// max(0, max_j q_j − max_j p_j − ε), with p = softmax(z) of the whole input and q that of the second view, from which modalities are removed; 0 where only the second view's class
    /// is the label.
    /// </para>
    /// <para>
    /// For inputs of several sources, beside a loss that knows the labels. The wrong choice where what is removed misleads: there the confidence should rise.
    /// </para>
    /// <para>ε = 0 and the rows that are left out are those of the authors' code; its weights are up to 1.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="other">Logits of the view from which modalities are removed [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="slack">The rise ε that is allowed.</param>
    /// <returns>The penalty [batch], in [0, 1].</returns>
    [Loss, Paper("Calibrating Multimodal Learning", 2023)]
    [Technique("002-140", Part = "chains of more than two sets of modalities; what is removed is up to the second view")]
    public static Scalar ModalityRanking(Logits z, OtherLogits other, Label y, [Range(0, 1)] double slack = 0)
    {
        Scalar rise = Max(Softmax(other)) - Max(Softmax(z)) - slack;
        Condition corrected = And(Equal(ArgMax(other), y), Not(Equal(ArgMax(z), y)));
        return Where(corrected, 0, Max(rise, 0));
    }
}
