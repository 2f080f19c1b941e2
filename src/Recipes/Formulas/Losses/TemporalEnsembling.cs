using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Temporal ensembling: each row's prediction should agree with the mean of its earlier ones.</summary>
    /// <remarks>
    /// <para>
    /// 1/C · Σ_j (p_j − t_j)², with p = softmax(z), C classes, t = m / Σ m and the row's memory m ← β · m + (1 − β) · p updated after t is taken; 0 at the first visit.
    /// </para>
    /// <para>
    /// For unlabelled rows and wrong labels beside cross-entropy. Dividing by the sum undoes the start at 0. The wrong choice on few epochs, as every row waits for
    /// its next visit, and from the first step: raise the weight with a ramp.
    /// </para>
    /// <para>The label is not used. β = 0.6 is the paper's, and its final weight 30 times the share of rows with labels.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <param name="history">What the row's predictions have added up to [batch, classes].</param>
    /// <param name="momentum">The share β of the history that is kept at each visit.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Temporal Ensembling for Semi-Supervised Learning", 2017)]
    public static Scalar TemporalEnsembling(Logits z, Label y, ref Memory history, [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.6)
    {
        Row<Class> p = Softmax(z);
        Scalar visited = Sum(history);
        Row<Class> target = history / Max(visited, 1e-30);
        history = momentum * history + (1 - momentum) * p;
        return Where(Greater(visited, 0), Mean(Square(p - target)), 0);
    }
}
