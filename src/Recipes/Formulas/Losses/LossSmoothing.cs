using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Loss smoothing: the mean cross-entropy and a share of the mean of the greatest ones of the batch.</summary>
    /// <remarks>
    /// <para>
    /// ℓ · (1 + a · B/N · [ℓ is among the N greatest of the batch]), with ℓ = −log softmax(z)_y and B rows; its mean is the mean of ℓ plus a times that
    /// of the N greatest.
    /// </para>
    /// <para>
    /// Flattens the loss over the rows, for outputs that are wrong as soon as one part is. The wrong choice with wrong labels, which are among the
    /// greatest. Which rows are greatest carries no gradient.
    /// </para>
    /// <para>N = 5 and a = 0.7 are those of the authors' code. With fewer than N rows, all of them.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="greatest">How many rows N count again; a fraction is rounded down.</param>
    /// <param name="share">Their weight a.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Ethicist: Targeted Training Data Extraction Through Loss Smoothed Soft Prompting and Calibrated Confidence Estimation", 2023)]
    [Technique("003-027", Part = "the prompt that is trained, and the calibrated confidence of candidates")]
    public static Scalar LossSmoothing(Logits z, Label y, [Range(1, 1000)] double greatest = 5, [Range(0, 100)] double share = 0.7)
    {
        Scalar loss = -LogSoftmax(z)[y];
        Scalar rows = Min(Floor(greatest), BatchCount(loss));
        return loss * (1 + Where(Less(BatchRank(loss), rows), share * BatchCount(loss) / rows, 0));
    }
}
