using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Divergence of the batch's mean prediction from given shares of the classes.</summary>
    /// <remarks>
    /// <para>Σ_j p̄_j · (log p̄_j − log π_j), with p̄ the mean of softmax(z) over the batch and π the shares; the same number for each row.</para>
    /// <para>
    /// Beside entropy minimisation on rows without labels, which would otherwise settle on one class; with known or estimated shares also under a shift
    /// of them. The wrong choice when the shares are not known, and in batches of few rows, whose mean is not that of the data.
    /// </para>
    /// <para>The label is not used. π is what the sampler draws; a share of 0 counts as 10⁻¹².</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="prior">The shares of the classes [classes].</param>
    /// <returns>The divergence, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Few-Shot Segmentation Without Meta-Learning: A Good Transductive Inference Is All You Need?", 2021)]
    [Technique("001-069", Part = "the fine-tuning for each task; the entropy is a term of its own")]
    [Technique("001-131", Part = "shares of each image; the weighted entropy is a term of its own")]
    public static Scalar PriorDivergence(Logits z, ClassPrior prior)
    {
        Row<Class> mean = BatchMean(Softmax(z));
        return Dot(mean, Log(Max(mean, 1e-30)) - Log(Max(prior, 1e-12)));
    }
}
