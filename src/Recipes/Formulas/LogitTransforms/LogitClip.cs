using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Logit transforms: what happens to the logits before every loss, and only there.</summary>
public static partial class LogitTransforms
{
    /// <summary>Logit clipping: shortens a row of logits whose norm is too large, which bounds every loss.</summary>
    /// <remarks>
    /// <para>z · min(1, τ / ‖z‖), with τ = <c>maximum</c> and the Euclidean norm.</para>
    /// <para>
    /// For wrong labels: a bounded loss cannot be driven down by learning them by heart. The wrong choice on clean labels, where it only
    /// limits how sure the network may be (at τ = 1.5 and ten classes, no probability above 0.36 in the loss).
    /// </para>
    /// <para>
    /// τ = 1.5 is the threshold in the authors' command for CIFAR-10 with half of the labels wrong; tune it. Above the threshold their code
    /// scales to norm 1/τ; the paper, and this, to τ.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="maximum">The greatest norm τ that a row keeps.</param>
    /// <returns>The logits for the losses [batch, classes].</returns>
    [Technique("001-016")]
    [LogitTransform, Paper("Mitigating Memorization of Noisy Labels by Clipping the Model Prediction", 2023)]
    public static Row<Class> LogitClip(Logits z, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double maximum = 1.5) =>
        z * (maximum / Max(maximum, Norm(z)));
}
