using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Rectified labels (ADR): the label, softened by what a teacher says as far as it can be trusted.</summary>
    /// <remarks>
    /// <para>
    /// −Σ_j t_j · log p_j, with p = softmax(z), t = w · q + (1 − w) · e_y, q = softmax(t / T) of the teacher, e_y the one-hot label and w = λ − (max_j
    /// q_j − q_y), between 0 and 1.
    /// </para>
    /// <para>
    /// On attacked rows with an averaged teacher that sees the clean ones: no longer is every row to be certain. Where the teacher prefers another class
    /// the label keeps its weight. The wrong choice with a teacher that does not follow.
    /// </para>
    /// <para>λ = 0.95 and T = 1 are the ends of the paper's annealing (from about 0.7 and 2): declare a ramp for each.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <param name="lambda">The trust λ.</param>
    /// <param name="temperature">The temperature T.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Annealing Self-Distillation Rectification Improves Adversarial Training", 2024)]
    public static Scalar RectifiedDistillation(Logits z, Label y, Teacher teacher, [Range(0, 1)] double lambda = 0.95, [Range(0.1, 100)] double temperature = 1)
    {
        Row<Class> q = Softmax(teacher / temperature);
        Scalar trust = Clamp(lambda - (Max(q) - q[y]), 0, 1);
        return -Dot(trust * q + (1 - trust) * OneHot(y, z), LogSoftmax(z));
    }
}
