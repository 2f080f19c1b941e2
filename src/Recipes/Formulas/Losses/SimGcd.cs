using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>SimGCD: each view learns the other's sharpened prediction, while the mean prediction stays even.</summary>
    /// <remarks>
    /// <para>
    /// −½ · Σ_j (t(v)_j · log s(z)_j + t(z)_j · log s(v)_j) + ε · (log C − H(m)), with s = softmax(·/τ_s), t = softmax(·/τ_t) held fixed, v the second view's logits, and H the
    /// entropy of m, the mean of s over the batch and both views.
    /// </para>
    /// <para>
    /// For rows of classes that have no labels yet, beside cross-entropy on those that have. Without ε all rows end in few classes. The wrong choice where classes are known to be very
    /// uneven. Logits should be cosines, as after a normalised last layer: the temperatures are for numbers up to 1.
    /// </para>
    /// <para>τ_s = 0.1 and ε = 2 are the released code's. Its τ_t falls from 0.07 to 0.04 in 30 epochs: <c>[Ramp("SimGcd.TeacherTemperature", From = 0.07, To = 0.04)]</c>.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="other">Logits of the second view [batch, classes].</param>
    /// <param name="studentTemperature">The temperature τ_s of what learns.</param>
    /// <param name="teacherTemperature">The temperature τ_t of what is learnt.</param>
    /// <param name="evenness">The weight ε of the entropy of the mean prediction.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Parametric Classification for Generalized Category Discovery: A Baseline Study", 2023)]
    [Technique("001-151", Part = "the terms on labels and on features, which are CrossEntropy, SupervisedContrastiveViews and NtXent; labelled and unlabelled rows in one batch")]
    public static Scalar SimGcd(
        Logits z, OtherLogits other, [Range(0.01, 10)] double studentTemperature = 0.1, [Range(0.01, 10)] double teacherTemperature = 0.04, [Range(0, 100)] double evenness = 2)
    {
        Row<Class> first = LogSoftmax(z / studentTemperature);
        Row<Class> second = LogSoftmax(other / studentTemperature);
        Scalar agreement = Dot(Stop(Softmax(other / teacherTemperature)), first) + Dot(Stop(Softmax(z / teacherTemperature)), second);
        Row<Class> mean = 0.5 * BatchMean(Exp(first) + Exp(second));
        return evenness * (Log(z.Count) + Dot(mean, Log(Max(mean, 1e-30)))) - 0.5 * agreement;
    }
}
