using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Label-distributionally robust loss: from the hinge of the strongest class to a soft mean over all classes.</summary>
    /// <remarks>
    /// <para>λ · log(1/C · Σ_j exp((z_j − z_y + c · [j ≠ y]) / λ)), with C classes.</para>
    /// <para>
    /// The worst case over the labels within a divergence: λ towards 0 is the multi-class hinge, λ = 1 and c = 0 cross-entropy less log C. For few
    /// wrong labels a large λ is more robust. The adaptive form, with a λ of each row's own, is left out.
    /// </para>
    /// <para>λ = 1 is ours; c = 0.1 is a value that the paper's experiments use.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="lambda">The temperature λ.</param>
    /// <param name="margin">The margin c.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Label Distributionally Robust Losses for Multi-class Classification: Consistency, Robustness and Adaptivity", 2023)]
    [Technique("001-020", Part = "the adaptive form with a temperature of each row's own")]
    public static Scalar LabelDistributionallyRobust(Logits z, Label y, [Range(0.01, 100)] double lambda = 1, [Range(0, 100)] double margin = 0.1)
    {
        Row<Class> behind = (z - z[y] + margin * (1 - OneHot(y, z))) / lambda;
        return lambda * (LogSumExp(behind) - Log(z.Count));
    }
}
