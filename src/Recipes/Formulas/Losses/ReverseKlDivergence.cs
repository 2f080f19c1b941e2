using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Reverse Kullback–Leibler divergence: of the target from the prediction.</summary>
    /// <remarks>
    /// <para>Σ_j p_j · (log p_j − log t_j), with p = softmax(z) and t the target.</para>
    /// <para>
    /// The prediction settles on the target's greatest classes instead of covering all: for small networks that cannot match everything. The wrong choice
    /// where the small probabilities matter. Classes that the target rules out cost much: t is no less than 10⁻⁶.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The target [batch, classes].</param>
    /// <returns>The divergence [batch].</returns>
    [Loss, Paper("On Information and Sufficiency", 1951)]
    public static Scalar ReverseKlDivergence(Logits z, SoftTarget target) => Dot(Softmax(z), LogSoftmax(z) - Log(Max(target, 1e-6)));
}
