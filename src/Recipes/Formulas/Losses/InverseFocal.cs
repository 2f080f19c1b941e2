using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Inverse focal loss: rows that are classified well count more.</summary>
    /// <remarks>
    /// <para>−(1 + p_y)^γ · log p_y, with p = softmax(z).</para>
    /// <para>
    /// For networks that are calibrated afterwards: the focal loss and other penalties on confidence lose what a calibrator needs to tell easy rows
    /// from hard ones, and this keeps it. The wrong choice without calibration, as it makes the network too sure.
    /// </para>
    /// <para>γ = 2 is ours; the paper tunes it on its validation sets.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="gamma">How strongly the easy examples are favoured.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Rethinking Calibration of Deep Neural Networks: Do Not Be Afraid of Overconfidence", 2021)]
    public static Scalar InverseFocal(Logits z, Label y, [Range(0, 10)] double gamma = 2)
    {
        Scalar logp = LogSoftmax(z)[y];
        return -Pow(1 + Exp(logp), gamma) * logp;
    }
}
