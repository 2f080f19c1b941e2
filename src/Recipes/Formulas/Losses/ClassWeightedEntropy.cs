using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Class-weighted entropy: the entropy of the prediction in which rare classes count more.</summary>
    /// <remarks>
    /// <para>−Σ_j ν_j · p_j · log p_j, with p = softmax(z) and ν_j in proportion to 1/π_j, of sum 1, π the shares of the classes.</para>
    /// <para>
    /// Entropy minimisation on rows without labels, beside <c>[PriorDivergence]</c>: alone it settles on one class. The wrong choice on labelled rows.
    /// </para>
    /// <para>The label is not used. π is what the sampler draws; the authors weigh much like its inverse. A share of 0 counts as 10⁻⁶.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="prior">The shares of the classes [classes].</param>
    /// <returns>The weighted entropy [batch], ≥ 0.</returns>
    [Loss, Paper("Source-Free Domain Adaptation for Image Segmentation", 2021)]
    [Technique("001-131", Part = "shares of each image; the divergence from them is a term of its own")]
    public static Scalar ClassWeightedEntropy(Logits z, ClassPrior prior)
    {
        Row<Class> rarity = 1 / Max(prior, 1e-6);
        return -Dot(rarity / Sum(rarity) * Softmax(z), LogSoftmax(z));
    }
}
