using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Progressive self-distillation: the target is more and more what the network itself predicted at its last visit.</summary>
    /// <remarks>
    /// <para>
    /// −Σ_j ((1 − a) · q_j + a · m_j) · log p_j, with p = softmax(z), q the one-hot label, m the row's prediction at its last visit and a = α · t at the
    /// fraction t of the run; a = 0 at the first visit.
    /// </para>
    /// <para>
    /// Labels become softer as the network learns what is alike: for calibration and for hard rows. The wrong choice with a teacher or with smoothed
    /// labels, and on few epochs.
    /// </para>
    /// <para>α = 0.8 is the paper's, linear over the run.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="last">The row's last prediction [batch, classes].</param>
    /// <param name="progress">How much of the run is done.</param>
    /// <param name="alpha">The share α of the last prediction at the end of the run.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Self-Knowledge Distillation with Progressive Refinement of Targets", 2021)]
    public static Scalar ProgressiveSelfDistillation(Logits z, Label y, ref Memory last, Progress progress, [Range(0, 1)] double alpha = 0.8)
    {
        Row<Class> logp = LogSoftmax(z);
        Scalar share = Where(Greater(Sum(last), 0), alpha * progress, 0);
        Row<Class> target = (1 - share) * OneHot(y, z) + share * last;
        last = Softmax(z);
        return -Dot(target, logp);
    }
}
