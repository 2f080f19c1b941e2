using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Demographic parity penalty: each class should be predicted for the same share of every group.</summary>
    /// <remarks>
    /// <para>Σ_j |mean of p_j over the batch's rows of the row's group − mean of p_j over the batch|, with p = softmax(z).</para>
    /// <para>
    /// Beside a loss, where decisions must not depend on the group at all. The wrong choice where the groups' labels truly differ: it makes rows of equal
    /// merit be treated unequally; take <see cref="EqualizedOdds"/>. Batches must hold many rows of each group: the mean of few is noise.
    /// </para>
    /// <para>For a yes-or-no question with two groups of equal size the mean over the batch is the difference of the groups' mean probabilities.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="g">Group [batch].</param>
    /// <returns>The penalty [batch], between 0 and 2.</returns>
    [Loss, Paper("Fairness Constraints: Mechanisms for Fair Classification", 2017)]
    public static Scalar DemographicParity(Logits z, Group g) => Sum(Abs(MeanBy(Softmax(z), g) - BatchMean(Softmax(z))));
}
