using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Early-learning regularisation: holds each row to what the network itself said of it earlier, before it learnt wrong labels by heart.</summary>
    /// <remarks>
    /// <para>
    /// log(1 − Σ_j t_j · p_j), where p = softmax(z), clamped to [10⁻⁴, 1 − 10⁻⁴], and the row's target
    /// t ← β · t + (1 − β) · p / Σ p is updated first, without gradient.
    /// </para>
    /// <para>
    /// A regulariser beside cross-entropy, for wrong labels: <c>[CrossEntropy, EarlyLearning(Weight = 3)]</c> is the paper's loss. It
    /// pulls towards sure predictions, right or wrong: the wrong choice on clean labels, on few epochs (the target needs some visits to a row) and
    /// where calibration matters more than accuracy.
    /// </para>
    /// <para>β = 0.7 and weight 3 are the paper's for CIFAR-10 (0.9 and 7 for CIFAR-100); targets begin at 0, as in the authors' code.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch]; unused.</param>
    /// <param name="target">The running prediction of each train row [batch, classes].</param>
    /// <param name="momentum">The share β of the target that is kept at each visit.</param>
    /// <returns>The loss [batch], ≤ 0.</returns>
    [Loss, Paper("Early-Learning Regularization Prevents Memorization of Noisy Labels", 2020)]
    public static Scalar EarlyLearning(Logits z, Label y, ref Memory target, [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.7)
    {
        Row<Class> p = Clamp(Softmax(z), 1e-4, 1 - 1e-4);
        target = momentum * target + (1 - momentum) * p / Sum(p);
        return Log(1 - Dot(target, p));
    }
}
