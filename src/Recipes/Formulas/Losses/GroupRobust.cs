using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Group DRO: cross-entropy under weights of groups that rise where the loss is high, for the worst group instead of the mean.</summary>
    /// <remarks>
    /// <para>
    /// Σ_g q_g · L_g, with L_g the mean cross-entropy of the batch's rows of group g (0 where it has none), and q ← q · exp(η · L)/Σ, updated first and held
    /// fixed; one number for all rows.
    /// </para>
    /// <para>
    /// For known groups of which small ones fail by a shortcut that the others allow. The wrong choice without strong regularisation: a network that
    /// fits every train row has no worst group; and for groups of few rows, whose noise is followed.
    /// </para>
    /// <para>η = 0.01 is the released code's; weights begin equal. Batches should be balanced over groups.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="g">Group [batch].</param>
    /// <param name="weights">The weights q of the groups [groups].</param>
    /// <param name="eta">The rate η at which the weights move.</param>
    /// <returns>The loss, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Distributionally Robust Neural Networks for Group Shifts: On the Importance of Regularization for Worst-Case Generalization", 2020)]
    public static Scalar GroupRobust(Logits z, Label y, Group g, [Initial(1)] ref Running<Groups> weights, [Range(0, 1)] double eta = 0.01)
    {
        Scalar loss = -LogSoftmax(z)[y];
        Row<Groups> means = BatchSum(OneHot(g) * loss) / Max(BatchSum(OneHot(g)), 1);
        // The greatest exponent is taken out, so that no weight overflows.
        Row<Groups> raised = weights * Exp(eta * (means - Max(means)));
        Row<Groups> q = raised / Max(Sum(raised), 1e-30);
        weights = q;
        return Dot(Stop(q), means);
    }
}
