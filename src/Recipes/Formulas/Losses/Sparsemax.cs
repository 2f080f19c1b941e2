using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Sparsemax loss: the loss of a prediction that gives unlikely classes no probability at all.</summary>
    /// <remarks>
    /// <para>½ + max_p (Σ_j p_j · z_j − ½ · Σ_j p_j²) − z_y, over all distributions p; the greatest is at the projection of z onto them (sparsemax).</para>
    /// <para>
    /// 0 as soon as the label's logit leads by 1, like a hinge, and convex. The wrong choice where probabilities are read from softmax, as everywhere here: it does not fit them.
    /// </para>
    /// <para>As in Optax. There are no knobs.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification", 2016)]
    public static Scalar Sparsemax(Logits z, Label y)
    {
        Row<Class> shifted = z - Stop(Max(z));
        Row<Class> sorted = Sorted(shifted);
        Condition<Class> support = Greater((Indices(z) + 1) * sorted + 1, Cumulative(sorted));
        Scalar threshold = (Sum(sorted, support) - 1) / Count(support);
        // Where it is greatest, a change of p changes nothing.
        Row<Class> p = Stop(Max(shifted - threshold, 0));
        return 0.5 + Dot(p, shifted - 0.5 * p) - shifted[y];
    }
}
