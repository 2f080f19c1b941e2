using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Abnormal adversarial examples regularisation (AAER): rows that an attack helps are few, and their logits move no more than others'.</summary>
    /// <remarks>
    /// <para>
    /// a/n · (λ₂ · mean_a(ℓ(v) − ℓ(z)) + λ₃ · max(0, mean_a ‖z − v‖² − mean_b ‖z − v‖²)), with ℓ the cross-entropy, z the logits under attack and v those of the second view, where the
    /// attack begins; the means are over the a rows with ℓ(z) &lt; ℓ(v) and the b others of the n. Gradient flows through z in the first ‖·‖² alone. 0 where a or b is 0.
    /// </para>
    /// <para>
    /// Beside cross-entropy on rows that are attacked in one step, so that the network does not learn to mislead the attack (catastrophic overfitting). The wrong choice without attack, or
    /// with one of many steps.
    /// </para>
    /// <para>λ₂ = 4, λ₃ = 1.5 and weight 1 are the released code's for CIFAR-10; ℓ carries no gradient there, either. The attack begins at noise of twice the radius.</para>
    /// </remarks>
    /// <param name="z">Logits of the attacked row [batch, classes].</param>
    /// <param name="other">Logits of the row where the attack begins [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="lossWeight">The weight λ₂ of the fall of the loss.</param>
    /// <param name="logitWeight">The weight λ₃ of the logits' change.</param>
    /// <returns>The penalty, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Eliminating Catastrophic Overfitting Via Abnormal Adversarial Examples Regularization", 2023)]
    [Technique("000-007", Part = "the attack, which makes the view")]
    public static Scalar AbnormalAdversarial(
        Logits z, OtherLogits other, Label y, [Range(0, 1000)] double lossWeight = 4, [Range(0, 1000)] double logitWeight = 1.5)
    {
        Scalar fall = Stop(LogSoftmax(z)[y] - LogSoftmax(other)[y]);
        Scalar abnormal = Where(Greater(fall, 0), 1, 0);
        Scalar change = Sum(Square(z - Stop(other)));
        Scalar count = BatchSum(abnormal);
        Scalar rest = BatchCount(abnormal) - count;
        Scalar excess = BatchSum(abnormal * change) / Max(count, 1) - Stop(BatchSum((1 - abnormal) * change)) / Max(rest, 1);
        Scalar penalty = count / (count + rest) * (lossWeight * BatchSum(abnormal * fall) / Max(count, 1) + logitWeight * Max(excess, 0));
        return Where(And(Greater(count, 0), Greater(rest, 0)), penalty, 0);
    }
}
