using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Divergence of the batch's mean prediction from even shares.</summary>
    /// <remarks>
    /// <para>KL(u ‖ p̄) = −log C − 1/C · Σ_j log p̄_j, with u uniform over C classes and p̄ the mean of softmax(z) over the batch; the same number for each row.</para>
    /// <para>
    /// Beside pseudo-labels and other losses that a network could satisfy with one class for all rows; it resists more strongly than <c>[PredictionDiversity]</c>, as a
    /// class that is never predicted costs without bound. The wrong choice when the true shares differ, and in batches of few rows.
    /// </para>
    /// <para>The label is not used. Weight 1.2 is that of the paper on joint optimisation of labels for CIFAR-10.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <returns>The divergence, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Joint Optimization Framework for Learning with Noisy Labels", 2018)]
    public static Scalar UniformPriorDivergence(Logits z, Label y) => -Log(z.Count) - Mean(Log(Max(BatchMean(Softmax(z)), 1e-30)));
}
