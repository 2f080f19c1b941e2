using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Evidential divergence: evidence for wrong classes, measured as the distance from none.</summary>
    /// <remarks>
    /// <para>
    /// KL(Dir(a) ‖ Dir(1)) = log Γ(S) − log Γ(C) − Σ_j log Γ(a_j) + Σ_j (a_j − 1) · (ψ(a_j) − ψ(S)), with a = max(0, z) + 1 but a_y = 1, S = Σ_j a_j and
    /// C classes.
    /// </para>
    /// <para>
    /// Beside an evidential loss; rows that are like no class then end up without evidence. From the first step it keeps evidence from growing at all:
    /// raise its weight with a ramp, in the paper from 0 to 1 over 10 epochs. The wrong choice with losses that read the logits otherwise.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The divergence [batch], ≥ 0.</returns>
    [Loss, Paper("Evidential Deep Learning to Quantify Classification Uncertainty", 2018)]
    public static Scalar EvidentialDivergence(Logits z, Label y)
    {
        Row<Class> alpha = Max(z, 0) * (1 - OneHot(y, z)) + 1;
        Scalar strength = Sum(alpha);
        return GammaExcess(strength) - Sum(GammaExcesses(alpha)) - Sum(Digamma(alpha) - Digamma(strength)) - LogGamma(z.Count);
    }
}
