using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Focal loss with a stronger exponent for rows that are classified badly.</summary>
    /// <remarks>
    /// <para>−(1 − p_y)^γ · log p_y with γ = γ_low where p_y &lt; t, else γ_high; p = softmax(z).</para>
    /// <para>
    /// The focal loss for calibration: with one exponent, rows of little probability would keep too great gradients. The loss jumps at t. The wrong choice
    /// with wrong labels, and where a proper loss is wanted.
    /// </para>
    /// <para>5 below 0.2 and 3 above are the paper's (FLSD-53).</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="gammaLow">The exponent below the threshold.</param>
    /// <param name="gammaHigh">The exponent from the threshold on.</param>
    /// <param name="threshold">The probability t that parts them.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Calibrating Deep Neural Networks using Focal Loss", 2020)]
    public static Scalar SampleDependentFocal(
        Logits z, Label y, [Range(0, 10)] double gammaLow = 5, [Range(0, 10)] double gammaHigh = 3, [Range(0, 1)] double threshold = 0.2)
    {
        Scalar logp = LogSoftmax(z)[y];
        return -Pow(-Expm1(logp), Where(Less(Exp(logp), threshold), gammaLow, gammaHigh)) * logp;
    }
}
