using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Proxy-NCA: each example nearer to the learned proxy of its class than to all others.</summary>
    /// <remarks>
    /// <para>d_y + log Σ_{j≠y} exp(−d_j), with d_j the squared distance between the directions of h and of the class's proxy, times the scale.</para>
    /// <para>
    /// Pairs with proxies in place of pairs with examples: fast, and any batch will do. The true class is not in the sum, so the loss may be below 0 and never stops pulling.
    /// With many rows for each class, pairs of examples say more.
    /// </para>
    /// <para>Scale 1 is the paper's; later work found 9 better (ProxyNCA++, as a temperature of 1/9).</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="proxies">The proxies [classes, features].</param>
    /// <param name="scale">What squared distances are multiplied by.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("No Fuss Distance Metric Learning using Proxies", 2017)]
    public static Scalar ProxyNca(
        Embedding h, Label y, LearnedMatrix<Class, Feature> proxies, [Range(0, 1000, ExclusiveMinimum = true)] double scale = 1)
    {
        Row<Class> d = scale * (2 - 2 * ClassCosines(h, proxies));
        return d[y] + LogSumExp(-d, Less(OneHot(y, d), 0.5));
    }
}
