using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Proxy-anchor loss: the learned proxy of each class against all examples of the batch at once.</summary>
    /// <remarks>
    /// <para>
    /// Mean over the classes j in the batch of log(1 + Σ_{i: y_i = j} exp(−α (c_ij − δ))) plus mean over all classes of log(1 + Σ_{i: y_i ≠ j} exp(α (c_ij + δ))), with c_ij the
    /// cosine between example and proxy; the same number for each row.
    /// </para>
    /// <para>
    /// As Proxy-NCA, but hard examples of the batch weigh against each other. The sums over the batch grow with it: the value of small and large batches is not comparable.
    /// </para>
    /// <para>α = 32 and δ = 0.1 are the paper's.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="proxies">The proxies [classes, features].</param>
    /// <param name="scale">The scale α; beyond 40 the sums would leave single precision.</param>
    /// <param name="margin">The margin δ.</param>
    /// <returns>The loss, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Proxy Anchor Loss for Deep Metric Learning", 2020)]
    public static Scalar ProxyAnchor(
        Embedding h, Label y, LearnedMatrix<Class, Feature> proxies, [Range(0, 40, ExclusiveMinimum = true)] double scale = 32, [Range(0, 1)] double margin = 0.1)
    {
        Row<Class> c = ClassCosines(h, proxies);
        Condition<Class> own = Greater(OneHot(y, c), 0.5);
        Row<Class> together = Log1p(BatchSum(Where(own, Exp(-scale * (c - margin)), 0)));
        Row<Class> apart = Log1p(BatchSum(Where(own, 0, Exp(scale * (c + margin)))));
        Row<Class> present = Min(BatchSum(OneHot(y, c)), 1);
        return Sum(together) / Sum(present) + Mean(apart);
    }
}
