using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Margin-adaptive preference optimisation (MADPO): direct preference optimisation in which pairs count the less, the surer a reward model is of them.</summary>
    /// <remarks>
    /// <para>
    /// −w · log sigmoid(β · (d_y − Σ_{j≠y} r_j · d_j)), with d = log p − log q the log-ratio of p = softmax(z) and the reference q, r the other classes' shares in the data's row t (t_j / (1 − t_y)), and w = w₀ + (w₁ − w₀) · sigmoid(μ −
    /// log(t_y / (1 − t_y))).
    /// </para>
    /// <para>
    /// For choices between the label and a rejected class: the row of the data holds at both how likely a reward model prefers each, so that the logarithm of their ratio is its margin, and 0 at all others. With several rejected
    /// classes their log-ratios are averaged. With w₀ = w₁ = 1 it is direct preference optimisation (DPO). The wrong choice without a reference: the policy would forget everything but the pairs.
    /// </para>
    /// <para>β = 0.1 is the usual one. The paper's weight is bounded and falls with the margin; its form was not found, so that the sigmoid, w₀ = 0.5, w₁ = 2 and μ = 1 are ours.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">The preferred class [batch].</param>
    /// <param name="target">The reward model's preference [batch, classes].</param>
    /// <param name="teacher">The reference's logits [batch, classes].</param>
    /// <param name="beta">The strength β of the reference.</param>
    /// <param name="low">The weight w₀ of the easiest pairs.</param>
    /// <param name="high">The weight w₁ of the hardest pairs.</param>
    /// <param name="middle">The margin μ at which the weight is half-way.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Margin Adaptive DPO: Leveraging Reward Model for Granular Control in Preference Optimization", 2025)]
    [Technique("000-037", Part = "answers of many words; the reward model; the paper's form of the weight")]
    public static Scalar MarginAdaptivePreference(
        Logits z, Label y, SoftTarget target, Teacher teacher, [Range(0, 100)] double beta = 0.1, [Range(0, 1)] double low = 0.5, [Range(1, 100)] double high = 2, [Range(-10, 10)] double middle = 1)
    {
        Row<Class> ratio = LogSoftmax(z) - LogSoftmax(teacher);
        Condition<Class> others = Less(OneHot(y, z), 0.5);
        Scalar rejected = Max(Sum(target, others), 1e-6);
        Scalar lead = ratio[y] - Sum(target * ratio, others) / rejected;
        Scalar weight = low + (high - low) * Sigmoid(middle - Log(Max(target[y], 1e-6) / rejected));
        return weight * Softplus(-beta * lead);
    }
}
