using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Self-adaptive training: each row's target moves from its label to what the network predicts for it.</summary>
    /// <remarks>
    /// <para>
    /// −w · Σ_j t_j · log p_j, with p = softmax(z), t = q + d for the one-hot label q and the row's memory d ← β · d + (1 − β) · (p − q), which is updated first, and
    /// w = max_j t_j over its mean in the batch.
    /// </para>
    /// <para>
    /// For wrong labels: rows whose label the network contradicts are relabelled, and those it is unsure of count less. From the first step it
    /// would learn its own mistakes: <c>[CrossEntropy(Until = 0.3), SelfAdaptiveTraining(From = 0.3)]</c>. The wrong choice on clean labels.
    /// </para>
    /// <para>β = 0.9 and a start after 60 of 200 epochs are the paper's for CIFAR-10. Targets begin at the label and carry no gradient.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="shift">How far each row's target is from its label [batch, classes].</param>
    /// <param name="momentum">The share β of the target that is kept at each visit.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Self-Adaptive Training: beyond Empirical Risk Minimization", 2020)]
    public static Scalar SelfAdaptiveTraining(Logits z, Label y, ref Memory shift, [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.9)
    {
        Row<Class> truth = OneHot(y, z);
        shift = momentum * shift + (1 - momentum) * (Softmax(z) - truth);
        Row<Class> target = truth + shift;
        Scalar certainty = Max(target);
        return -certainty / BatchMean(certainty) * Dot(target, LogSoftmax(z));
    }
}
