using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Distributional dispreference optimisation (D2O): away from a rejected class, towards what the reference would have said otherwise.</summary>
    /// <remarks>
    /// <para>−log sigmoid(β · Σ_j q_j · d_j − α · d_y), with d = log p − log q the log-ratio of p = softmax(z) and the reference q, and y the rejected class.</para>
    /// <para>
    /// For data that say only what is wrong. The sum holds the policy to the reference's other answers, so that it does not forget them while it leaves the rejected one. The wrong choice on labels that are right: the
    /// label is what to avoid.
    /// </para>
    /// <para>
    /// α = β = 0.1 as in a re-implementation, whose formula agrees with this one. The paper draws eleven answers again and again and takes their mean; over classes the sum is exact. Its two references, one that is helpful and one that is
    /// harmful, are one here.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">The rejected class [batch].</param>
    /// <param name="teacher">The reference's logits [batch, classes].</param>
    /// <param name="alpha">The strength α of the push away.</param>
    /// <param name="beta">The strength β of the reference.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Negating Negatives: Alignment with Human Negative Samples via Distributional Dispreference Optimization", 2024)]
    [Technique("003-044", Part = "answers of many words, drawn from the network; a second reference")]
    public static Scalar DistributionalDispreference(Logits z, Label y, Teacher teacher, [Range(0, 100)] double alpha = 0.1, [Range(0, 100)] double beta = 0.1)
    {
        Row<Class> ratio = LogSoftmax(z) - LogSoftmax(teacher);
        return Softplus(alpha * ratio[y] - beta * Dot(Softmax(teacher), ratio));
    }
}
