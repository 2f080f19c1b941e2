using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Peer loss with cross-entropy: less the loss that the predictions would have with labels of other rows.</summary>
    /// <remarks>
    /// <para>−log p_y + α · Σ_j f_j · log p_j, with p = softmax(z) and f the frequencies of the labels in the batch.</para>
    /// <para>
    /// For wrong labels whose rates are not known: what can be had by agreeing with labels at random earns nothing, so learning noise by heart does not
    /// pay. The authors draw a pair of other rows; here their mean is taken over all rows of the batch, which has the same expectation and less
    /// spread. It is unbounded below: the wrong choice from the first step (raise its weight with a ramp) and with rare classes.
    /// </para>
    /// <para>α = 1 is the loss of the paper's theory.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="alpha">The weight α of the peer term.</param>
    /// <returns>The loss [batch]; it may be negative.</returns>
    [Loss, Paper("Peer Loss Functions: Learning from Noisy Labels without Knowing Noise Rates", 2020)]
    public static Scalar PeerCrossEntropy(Logits z, Label y, [Range(0, 10)] double alpha = 1)
    {
        Row<Class> logp = LogSoftmax(z);
        return alpha * Dot(BatchMean(OneHot(y, z)), logp) - logp[y];
    }
}
