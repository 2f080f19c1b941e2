using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>LogitNorm: cross-entropy of logits whose norm is taken out.</summary>
    /// <remarks>
    /// <para>−log softmax(z / (τ · (‖z‖ + 10⁻⁷)))_y.</para>
    /// <para>
    /// The norm of the logits can no longer grow to make the loss small, so confidence stays low on rows of no class: for their detection. Prediction reads the
    /// logits as they are: calibrate it, or the probabilities are off. The wrong choice beside a term or transform that works on the norm too.
    /// </para>
    /// <para>τ = 0.04 is the paper's for CIFAR-10; 10⁻⁷ is from the authors' code.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="temperature">The temperature τ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Mitigating Neural Network Overconfidence with Logit Normalization", 2022)]
    public static Scalar LogitNormalizedCrossEntropy(Logits z, Label y, [Range(0, 100, ExclusiveMinimum = true)] double temperature = 0.04) =>
        -LogSoftmax(z / (temperature * (Norm(z) + 1e-7)))[y];
}
