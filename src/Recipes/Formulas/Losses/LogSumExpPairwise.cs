using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Log-sum-exp pairwise loss (LSEP): every present class above every absent one.</summary>
    /// <remarks>
    /// <para>log(1 + Σ_{j present} Σ_{k absent} exp(z_k − z_j)).</para>
    /// <para>
    /// A smooth ranking of the labels. It says nothing of where the threshold is: the wrong choice unless the number of labels is known or decided by
    /// another head.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Improving Pairwise Ranking for Multi-label Image Classification", 2017)]
    public static Scalar LogSumExpPairwise(Logits z, MultiLabel target)
    {
        Condition<Class> present = Greater(target, 0.5);
        return Softplus(LogSumExp(z, Not(present)) + LogSumExp(-z, present));
    }
}
