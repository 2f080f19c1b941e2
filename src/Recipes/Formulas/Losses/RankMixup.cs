using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>RankMixup: the network should be surer of a row than of its mixture with another.</summary>
    /// <remarks>
    /// <para>max(0, max_j v_j − max_j z_j + m), with v the logits of the second view, a mixture of the row with another.</para>
    /// <para>
    /// Beside cross-entropy on the rows themselves: what is asked of mixtures is an order, not their mixed labels, which are wrong for some. The wrong choice together with a loss on mixed
    /// labels. A mixture of two rows of one class need not be less sure: the paper leaves it out.
    /// </para>
    /// <para>m = 2 is the paper's for CIFAR, 1 for Tiny ImageNet; its weight is 0.1. The paper's text compares probabilities, the released code logits.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="other">Logits of the mixture [batch, classes].</param>
    /// <param name="margin">The margin m, in logits.</param>
    /// <returns>The penalty [batch], ≥ 0.</returns>
    [Loss, Paper("RankMixup: Ranking-Based Mixup Training for Network Calibration", 2023)]
    [Technique("003-006", Part = "the gain over several mixtures (M-NDCG); mixtures of one class are not left out")]
    public static Scalar RankMixup(Logits z, OtherLogits other, [Range(0, 100)] double margin = 2) => Max(Max(other) - Max(z) + margin, 0);
}
