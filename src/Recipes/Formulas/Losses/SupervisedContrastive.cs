using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Supervised contrastive loss: each example of a class is drawn to the others of it, against all of the batch.</summary>
    /// <remarks>
    /// <para>
    /// −mean over the others p of the example's class of log exp(cos(h_i, h_p) / τ) / Σ_{j≠i} exp(cos(h_i, h_j) / τ); 0 for an example that is alone in its class.
    /// </para>
    /// <para>
    /// For a network that a linear head is trained on afterwards, or beside cross-entropy on features that classes should share evenly. The
    /// batch must hold several rows of each class. Alone it trains no head.
    /// </para>
    /// <para>τ = 0.1 is the paper's (its code has 0.07). The mean is outside the logarithm, which the paper found the better of its two forms.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="temperature">The temperature τ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Supervised Contrastive Learning", 2020)]
    [Technique("001-072", Part = "class weights of the adversarial cross-entropy, and the attack")]
    public static Scalar SupervisedContrastive(Embedding h, Label y, [Range(0, 100, ExclusiveMinimum = true)] double temperature = 0.1)
    {
        Row<Feature> u = Direction(h);
        Row<Other> s = PairDot(u, u) / temperature;
        Condition<Other> others = Not(IsSelf(s));
        return -Mean(LogSoftmax(s, others), And(Same(y), others));
    }
}
