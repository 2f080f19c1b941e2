using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Entropy of the rows that have not lost confidence: those whose class of the original model is at least as likely now.</summary>
    /// <remarks>
    /// <para>
    /// −Σ_j p_j · log p_j where p_k ≥ q_k for the class k = argmax_j q_j, else 0; p = softmax(z) and q = softmax(t) of the frozen original model.
    /// </para>
    /// <para>
    /// For adaptation at test time, when rows of unknown classes may be among them: confidence falls where the crowd does not agree. The wrong choice on
    /// labelled rows.
    /// </para>
    /// <para>Without knobs; which rows count carries no gradient.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The original model's logits [batch, classes].</param>
    /// <returns>The loss [batch], in [0, log C].</returns>
    [Loss, Paper("Towards Open-Set Test-Time Adaptation Utilizing the Wisdom of Crowds in Entropy Minimization", 2023)]
    [Technique("000-057", Part = "the stream at test time")]
    public static Scalar AgreeingEntropy(Logits z, Teacher teacher)
    {
        Row<Class> logp = LogSoftmax(z);
        return Where(GreaterOrEqual(logp[ArgMax(teacher)], Max(LogSoftmax(teacher))), -Dot(Exp(logp), logp), 0);
    }
}
