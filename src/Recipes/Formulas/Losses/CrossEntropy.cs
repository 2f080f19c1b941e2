using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Losses: what the network is trained to make small, one number for each example.</summary>
public static partial class Losses
{
    /// <summary>Cross-entropy: the negative logarithm of the probability that the network gives to the true class.</summary>
    /// <remarks>
    /// <para>−(1 − ε) · log p_y − ε/C · Σ_j log p_j, with p = softmax(z), ε = <c>labelSmoothing</c> and C classes.</para>
    /// <para>
    /// The loss to begin with, and a proper one: its optimum is the true probability. The wrong choice alone when many labels are
    /// wrong (it is unbounded, and learns them by heart). Smoothing makes logits smaller and hides which wrong
    /// classes are near; a model that is to teach another, or whose probabilities must be exact, does better without.
    /// </para>
    /// <para>No smoothing by default, and ε/C for every class, the true one included, as <c>torch.nn.CrossEntropyLoss</c>; smoothing of 0.1 is the paper's.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="labelSmoothing">The share ε of the target that is spread evenly over all classes.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Technique("002-038")]
    [Loss, Paper("Rethinking the Inception Architecture for Computer Vision", 2016)]
    public static Scalar CrossEntropy(Logits z, Label y, [Range(0, 1, ExclusiveMaximum = true)] double labelSmoothing = 0)
    {
        Row<Class> logp = LogSoftmax(z);
        return -(1 - labelSmoothing) * logp[y] - labelSmoothing * Mean(logp);
    }
}
