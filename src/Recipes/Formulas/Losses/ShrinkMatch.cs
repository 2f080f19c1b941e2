using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>ShrinkMatch: a strong view learns a weak one's prediction; where that is unsure, only among the classes that leave it sure.</summary>
    /// <remarks>
    /// <para>
    /// −Σ_j q_j · log p_j for the rows with max_j q_j ≥ τ, with p = softmax(z) and q the prediction for the weak view, held fixed. For the others s · q_k · (−log p̃_k): k = argmax_j q_j, p̃ the
    /// softmax over k and as many of the least likely classes as leave q_k at a share of τ or more (0 if none), and s a running mean of the share of sure rows.
    /// </para>
    /// <para>
    /// For rows without labels: those that a threshold would leave out still say which classes they are not. The view of the term is the strong one, the second view the weak one. The wrong
    /// choice for two classes, where nothing is left to compare.
    /// </para>
    /// <para>τ = 0.95 and the momentum 0.999 are the released code's, and so are q itself as target of sure rows and the runner-up, which is always left out.</para>
    /// </remarks>
    /// <param name="z">Logits of the strong view [batch, classes].</param>
    /// <param name="other">Logits of the weak view [batch, classes].</param>
    /// <param name="sure">The running mean s of the share of sure rows.</param>
    /// <param name="threshold">The probability τ from which a prediction is sure.</param>
    /// <param name="momentum">The share of the running mean that is kept at each step.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Shrinking Class Space for Enhanced Certainty in Semi-Supervised Learning", 2023)]
    [Technique("001-067", Part = "a stream of unlabelled rows, and a head of its own for the shrunk classes")]
    public static Scalar ShrinkMatch(
        Logits z, OtherLogits other, [Initial(-1)] ref Running sure, [Range(0.01, 0.999)] double threshold = 0.95, [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.999)
    {
        Row<Class> weak = Stop(Softmax(other));
        Scalar top = Max(weak);
        Condition certain = GreaterOrEqual(top, threshold);
        Scalar share = BatchMean(Where(certain, 1, 0));
        // Below 0 before the first step.
        sure = Where(Less(sure, 0), share, momentum * sure + (1 - momentum) * share);
        // From the least likely class: how many leave the first one sure.
        Row<Class> mass = Cumulative(-Sorted(-weak));
        Scalar kept = Count(And(LessOrEqual(mass, top * (1 - threshold) / threshold), Less(Indices(weak), weak.Count - 2.5)));
        Row<Class> place = Rank(weak);
        Condition<Class> shrunk = Or(Less(place, 0.5), Greater(place, weak.Count - kept - 0.5));
        Scalar unsure = Where(Greater(kept, 0), sure * top * (LogSumExp(z, shrunk) - z[ArgMax(weak)]), 0);
        return Where(certain, -Dot(weak, LogSoftmax(z)), unsure);
    }
}
