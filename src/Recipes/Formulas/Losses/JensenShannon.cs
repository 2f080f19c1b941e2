using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Generalised Jensen–Shannon divergence of the prediction and the label: a dial from cross-entropy to the absolute error.</summary>
    /// <remarks>
    /// <para>
    /// (π · KL(e_y ‖ m) + (1 − π) · KL(p ‖ m)) / (−(1 − π) · log(1 − π)), with p = softmax(z), e_y the one-hot label and m = π · e_y + (1 − π) · p.
    /// </para>
    /// <para>
    /// For wrong labels. As π goes to 0 it becomes cross-entropy, as π goes to 1 half of the absolute error. The wrong choice on clean labels, where it
    /// learns no more than cross-entropy does. The paper's second half, consistency of three augmented views, is another term.
    /// </para>
    /// <para>π = 0.5 gives the common Jensen–Shannon divergence; the paper tunes it between 0.1 and 0.9.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="labelShare">The share π of the label in the mixture.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Generalized Jensen-Shannon Divergence Loss for Learning with Noisy Labels", 2021)]
    public static Scalar JensenShannon(Logits z, Label y, [Range(0.01, 0.99)] double labelShare = 0.5)
    {
        Scalar logp = LogSoftmax(z)[y];
        Scalar p = Exp(logp);
        Scalar logm = Log(labelShare + (1 - labelShare) * p);
        Scalar logRest = Log1p(-labelShare);
        Scalar fromPrediction = p * (logp - logm) + Expm1(logp) * logRest;
        return (-labelShare * logm + (1 - labelShare) * fromPrediction) / (-(1 - labelShare) * logRest);
    }
}
