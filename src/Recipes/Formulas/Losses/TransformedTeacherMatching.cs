using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Transformed teacher matching (TTM, WTTM): the temperature acts on the teacher alone.</summary>
    /// <remarks>
    /// <para>
    /// w · KL(q ‖ softmax(z)), with q in proportion to softmax(t)^(1/T), t the teacher's logits, and w = Σ_j softmax(t)_j^(1/T) if <c>weighted</c>, else
    /// 1.
    /// </para>
    /// <para>
    /// As the student predicts without a temperature, this adds a penalty on too sure predictions to distillation. The weights favour rows that the
    /// teacher is unsure of. The wrong choice with a teacher that was trained with label smoothing.
    /// </para>
    /// <para>
    /// Weighted, as the paper's better variant, and its exponent 1/T is 0.25, T = 4. The paper tunes the term's weight, tens without weights and few with
    /// them.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <param name="temperature">The temperature T.</param>
    /// <param name="weighted">Whether rows count by the mass w.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Knowledge Distillation Based on Transformed Teacher Matching", 2024)]
    [Technique("001-047")]
    public static Scalar TransformedTeacherMatching(Logits z, Teacher teacher, [Range(1, 100)] double temperature = 4, bool weighted = true)
    {
        Row<Class> powered = LogSoftmax(teacher) / temperature;
        Row<Class> logq = LogSoftmax(powered);
        Scalar divergence = Dot(Exp(logq), logq - LogSoftmax(z));
        return weighted ? Exp(LogSumExp(powered)) * divergence : divergence;
    }
}
