using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>CLIP's symmetric contrastive loss: each view must find the other, at a learned temperature.</summary>
    /// <remarks>
    /// <para>
    /// −½ · (log softmax_j(e^t · c_ij)_i + log softmax_j(e^t · c_ji)_i), with c the cosines between views and t learned, e^t no more than 100.
    /// </para>
    /// <para>
    /// For two views (or two kinds of data) of the same thing, in large batches. The temperature is learned with the network: the wrong choice where it
    /// must not sharpen by itself, as on small data.
    /// </para>
    /// <para>t starts at log(1/0.07) and e^t is held to 100, as in the paper.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="logScale">The logarithm t of one over the temperature.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Learning Transferable Visual Models From Natural Language Supervision", 2021)]
    public static Scalar ClipContrastive(Embedding h, OtherEmbedding v, [Initial(2.6592600369327783)] Learned logScale)
    {
        Row<Other> s = PairDot(Direction(h), Direction(v)) * Min(Exp(Min(logScale, 5)), 100);
        return 0.5 * (LogSumExp(s) + LogSumExp(Transpose(s))) - Sum(s, IsSelf(s));
    }
}
