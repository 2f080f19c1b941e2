using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Kullback–Leibler divergence of the prediction from a target that is a probability for each class.</summary>
    /// <remarks>
    /// <para>Σ_j t_j · (log t_j − log p_j), with p = softmax(z) and t the target.</para>
    /// <para>
    /// Cross-entropy less the target's entropy: the same gradient, but 0 where the target is met. The mean over rows is PyTorch's <c>batchmean</c>, not
    /// its default, which divides by the classes too. The wrong choice for targets that are themselves uncertain in which classes are possible at all:
    /// see <c>[ReverseKlDivergence]</c>.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The target [batch, classes].</param>
    /// <returns>The divergence [batch], ≥ 0.</returns>
    [Loss, Paper("On Information and Sufficiency", 1951)]
    public static Scalar KlDivergence(Logits z, SoftTarget target) => Dot(target, Log(Max(target, 1e-30)) - LogSoftmax(z));
}
