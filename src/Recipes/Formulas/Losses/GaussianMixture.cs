using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Large-margin Gaussian mixture: features are normally distributed about a learned mean of each class.</summary>
    /// <remarks>
    /// <para>
    /// −log softmax_j(−d_j · (1 + α · [j = y]))_y + λ · d_y, with d_j = ½ ‖h − w_j‖²: classification by the nearest mean, with a margin, and the likelihood under the class's own.
    /// </para>
    /// <para>
    /// For detection of what is of no class, by the distance to the nearest mean. Unit covariance and equal shares of the classes. The wrong choice where a class
    /// is of several clusters: it has one mean. It trains means of its own; the network's head is left alone.
    /// </para>
    /// <para>α = 0.3 and λ = 0.1 are the paper's (α up to 1 for faces and digits).</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="means">The means w [classes, features].</param>
    /// <param name="margin">The margin α.</param>
    /// <param name="likelihood">The weight λ of the likelihood.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Rethinking Feature Distribution for Loss Functions in Image Classification", 2018)]
    [Technique("003-004", Part = "several components in each class, covariances, and the score")]
    public static Scalar GaussianMixture(
        Embedding h, Label y, LearnedMatrix<Class, Feature> means, [Range(0, 10)] double margin = 0.3, [Range(0, 10)] double likelihood = 0.1)
    {
        Row<Class> d = 0.5 * ClassDistances(h, means);
        return likelihood * d[y] - LogSoftmax(-d * (1 + margin * OneHot(y, d)))[y];
    }
}
