using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Teacher-free distillation: a made-up teacher that is right and a little unsure.</summary>
    /// <remarks>
    /// <para>
    /// KL(q ‖ softmax(z / T)), with q = softmax(d / T) of the virtual teacher d that gives a to the true class and (1 − a) / (C − 1) to each other, C classes.
    /// </para>
    /// <para>
    /// Beside cross-entropy: much like label smoothing, but at a temperature. The wrong choice with a real teacher, or with smoothed labels.
    /// </para>
    /// <para>a = 0.99 and T = 20 are the paper's; its code multiplies the term by 100, which is the term's weight here.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="correct">What the teacher gives to the true class, a.</param>
    /// <param name="temperature">The temperature T.</param>
    /// <returns>The divergence [batch], ≥ 0.</returns>
    [Loss, Paper("Revisiting Knowledge Distillation via Label Smoothing Regularization", 2020)]
    public static Scalar TeacherFreeDistillation(
        Logits z, Label y, [Range(0.5, 1)] double correct = 0.99, [Range(0.1, 1000)] double temperature = 20)
    {
        Row<Class> truth = OneHot(y, z);
        Row<Class> logq = LogSoftmax((correct * truth + (1 - correct) / (z.Count - 1) * (1 - truth)) / temperature);
        return Dot(Exp(logq), logq - LogSoftmax(z / temperature));
    }
}
