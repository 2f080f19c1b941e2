using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Symmetric cross-entropy of student and teacher.</summary>
    /// <remarks>
    /// <para>−½ · Σ_j (q_j · log p_j + p_j · log q_j), with p = softmax(z) and q = softmax(t) of the teacher.</para>
    /// <para>
    /// For adaptation at test time with an averaged teacher: unlike cross-entropy it pulls sure and unsure rows with gradients of like size. The wrong
    /// choice on labelled rows, and with a teacher that does not follow.
    /// </para>
    /// <para>Without knobs, as in the paper, which adds the same on an augmented view.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Robust Mean Teacher for Continual and Gradual Test-Time Adaptation", 2023)]
    [Technique("001-013", Part = "the prototypes' contrastive term, and the stream at test time")]
    public static Scalar SymmetricTeacherCrossEntropy(Logits z, Teacher teacher)
    {
        Row<Class> logp = LogSoftmax(z);
        Row<Class> logq = LogSoftmax(teacher);
        return -(Dot(Exp(logq), logp) + Dot(Exp(logp), logq)) / 2;
    }
}
