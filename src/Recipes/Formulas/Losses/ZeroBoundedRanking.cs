using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Zero-bounded ranking (ZLPR): present classes above 0, absent ones below, compared all at once.</summary>
    /// <remarks>
    /// <para>log(1 + Σ_{j absent} exp z_j) + log(1 + Σ_{j present} exp(−z_j)).</para>
    /// <para>
    /// Cross-entropy for any number of labels: every present class is compared with every absent one and with 0, which is the threshold in prediction.
    /// The wrong choice where calibrated probabilities of each class are wanted.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("ZLPR: A Novel Loss for Multi-label Classification", 2022)]
    public static Scalar ZeroBoundedRanking(Logits z, MultiLabel target)
    {
        Condition<Class> present = Greater(target, 0.5);
        return Softplus(LogSumExp(z, Not(present))) + Softplus(LogSumExp(-z, present));
    }
}
