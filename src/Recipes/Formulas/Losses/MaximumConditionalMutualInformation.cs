using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Maximum conditional mutual information (MCMI): less the distance of each prediction from the mean prediction of its class, for a teacher.</summary>
    /// <remarks>
    /// <para>−Σ_j p_j · (log p_j − log q_j), with p = softmax(z) and q the mean of p over the batch's rows of the label, held fixed.</para>
    /// <para>
    /// A teacher is trained on for some epochs with it beside cross-entropy, so that its answers tell the rows of a class apart, and a student learns from that
    /// teacher. The wrong choice for a network that is used itself: it makes predictions less like their class. <c>ConditionalMutualInformation</c> does the
    /// opposite.
    /// </para>
    /// <para>
    /// There are no knobs; the weight is 0.05 to 0.5, larger for teachers that are surer. The authors' code holds the means fixed, too, but takes them over all
    /// train rows before the first step: here batches must hold many rows of each class.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch]; its mean over the batch is ≤ 0.</returns>
    [Loss, Paper("Bayes Conditional Distribution Estimation for Knowledge Distillation Based on Conditional Mutual Information", 2024)]
    [Technique("003-005", Part = "the means over all train rows instead of the batch's; the student is a recipe of its own")]
    public static Scalar MaximumConditionalMutualInformation(Logits z, Label y)
    {
        Row<Class> logp = LogSoftmax(z);
        Row<Class> p = Exp(logp);
        return Dot(p, Log(Max(Stop(MeanByLabel(p, y)), 1e-30)) - logp);
    }
}
