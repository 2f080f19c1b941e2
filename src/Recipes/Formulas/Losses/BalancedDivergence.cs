using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Balanced divergences (BD-KD): more reverse divergence where the student is surer than the teacher, more forward where it is less sure.</summary>
    /// <remarks>
    /// <para>
    /// T² · (a · KL(q ‖ p) + b · KL(p ‖ q)), with p = softmax(z / T), q = softmax(t / T) of the teacher, a = 1 and b = r where the entropy of p is below
    /// that of q, a = r and b = 1 elsewhere.
    /// </para>
    /// <para>
    /// Beside cross-entropy, for accurate and calibrated students. The paper trains the teacher along; here it stands still or is an average of the
    /// student. The wrong choice with a teacher that was trained with label smoothing.
    /// </para>
    /// <para>
    /// T = 4 is in the paper's range. Its table of weights was not found in released code: r = 2 is the pair of 1 and 2 that its text speaks of.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <param name="ratio">The greater weight r.</param>
    /// <param name="temperature">The temperature T.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("BD-KD: Balancing the Divergences for Online Knowledge Distillation", 2022)]
    [Technique("002-052", Part = "the teacher that is trained along")]
    public static Scalar BalancedDivergence(Logits z, Teacher teacher, [Range(1, 100)] double ratio = 2, [Range(0.1, 100)] double temperature = 4)
    {
        Row<Class> logp = LogSoftmax(z / temperature);
        Row<Class> logq = LogSoftmax(teacher / temperature);
        Row<Class> p = Exp(logp);
        Row<Class> q = Exp(logq);
        Condition surer = Greater(Dot(p, logp), Dot(q, logq));
        return temperature * temperature * (Where(surer, 1, ratio) * Dot(q, logq - logp) + Where(surer, ratio, 1) * Dot(p, logp - logq));
    }
}
