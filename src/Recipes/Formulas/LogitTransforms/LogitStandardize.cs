using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class LogitTransforms
{
    /// <summary>Logit standardisation: gives each row of logits mean 0 and a fixed spread before every loss.</summary>
    /// <remarks>
    /// <para>
    /// (z − mean z) / (σ(z) + ε) / τ, with the standard deviation σ that divides by the number of classes, τ = <c>temperature</c> and ε =
    /// 10⁻⁷.
    /// </para>
    /// <para>
    /// For losses that compare rows with a teacher’s or with each other’s by shape and not by size. The wrong choice where the size of the
    /// logits should say how sure the network is: it no longer can.
    /// </para>
    /// <para>τ = 2, the paper’s base temperature. The paper applies it to student and teacher.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="temperature">What the standardised logits are divided by, τ.</param>
    /// <returns>The logits for the losses [batch, classes].</returns>
    [LogitTransform, Paper("Logit Standardization in Knowledge Distillation", 2024)]
    public static Row<Class> LogitStandardize(Logits z, [Range(0.1, 100)] double temperature = 2)
    {
        Row<Class> centred = z - Mean(z);
        return centred / (Norm(centred) / Sqrt(z.Count) + 1e-7) / temperature;
    }
}
