using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Switching one-versus-rest loss (SOVR): rows of little margin learn one class against the rest, the others cross-entropy.</summary>
    /// <remarks>
    /// <para>
    /// λ · (log(1 + e^(−z_y)) + Σ_{j≠y} log(1 + e^(z_j))) for the share m of the batch whose margin z_y − max_{j≠y} z_j is least, −log softmax(z)_y for
    /// the others.
    /// </para>
    /// <para>
    /// On attacked rows: the important ones get larger logits than cross-entropy would give them. Report margins under a second, stronger attack. The
    /// wrong choice with wrong labels, which are among the rows of little margin.
    /// </para>
    /// <para>
    /// m = 0.4 and λ = 0.4 are the paper's for CIFAR-10 as later works cite them. Which rows are chosen carries no gradient; ⌊m · B⌋ of B rows.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="share">The share m of the batch.</param>
    /// <param name="lambda">The weight λ of one against the rest.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("One-vs-the-Rest Loss to Focus on Important Samples in Adversarial Training", 2023)]
    [Technique("001-088", Part = "the attack on the rows")]
    public static Scalar SwitchingOneVersusRest(Logits z, Label y, [Range(0, 1)] double share = 0.4, [Range(0, 100)] double lambda = 0.4)
    {
        Scalar shortfall = Max(z, Less(OneHot(y, z), 0.5)) - z[y];
        Condition important = Less(BatchRank(shortfall), Floor(share * BatchCount(shortfall)));
        return Where(important, lambda * OneVersusRest(z, y), -LogSoftmax(z)[y]);
    }
}
