using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Adaptive divergence (AKL): forward where the student misses the teacher's great probabilities, reverse where it misses the small ones.</summary>
    /// <remarks>
    /// <para>
    /// h · KL(q ‖ p) + (1 − h) · KL(p ‖ q), with p = softmax(z), q = softmax(t) of the teacher and h the share of Σ_j |p_j − q_j| that is in the
    /// teacher's head: its greatest classes, as many as have at most the mass μ together, and at least one; h is held fixed.
    /// </para>
    /// <para>
    /// For students that are too small to fit everything, in few epochs. It takes classes² operations for each row: the wrong choice with thousands of
    /// them.
    /// </para>
    /// <para>μ = 0.5 is that of the authors' code.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <param name="mass">The mass μ of the head.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Rethinking Kullback-Leibler Divergence in Knowledge Distillation for Large Language Models", 2024)]
    [Technique("001-118")]
    public static Scalar AdaptiveKl(Logits z, Teacher teacher, [Range(0, 1)] double mass = 0.5)
    {
        Row<Class> logp = LogSoftmax(z);
        Row<Class> logq = LogSoftmax(teacher);
        Row<Class> p = Exp(logp);
        Row<Class> q = Exp(logq);
        Scalar size = Max(Count(LessOrEqual(Cumulative(Sorted(q)), mass)), 1);
        Row<Class> gap = Stop(Abs(p - q));
        Scalar head = Sum(gap, Less(Rank(q), size)) / Max(Sum(gap), 1e-12);
        return head * Dot(q, logq - logp) + (1 - head) * Dot(p, logp - logq);
    }
}
