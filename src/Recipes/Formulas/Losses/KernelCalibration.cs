using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Calibration error by kernel density: how far a row's confidence is from the share of right rows of like confidence.</summary>
    /// <remarks>
    /// <para>
    /// |r̂_i − c_i|^p, with c the greatest probability and r̂_i = Σ_{j≠i} k_ij · r_j / Σ_{j≠i} k_ij the estimated share of right rows; r is 1 for a row whose class is the label, k_ij is the density at c_i of the
    /// beta distribution with parameters c_j/h + 1 and (1 − c_j)/h + 1.
    /// </para>
    /// <para>
    /// Beside cross-entropy, in batches of a hundred rows or more. Unlike binned errors it is smooth and its estimate consistent. The wrong choice alone, as it does not ask for right
    /// answers. 0 for a batch of one row; what is right carries no gradient.
    /// </para>
    /// <para>p = 2 for training is the authors'. They choose h by leave-one-out likelihood between 0.001 and 0.1; weights are 0.01 to 1.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="bandwidth">The bandwidth h.</param>
    /// <param name="power">The power p.</param>
    /// <returns>The error [batch], in [0, 1].</returns>
    [Loss, Paper("Beyond Classification: Definition and Density-based Estimation of Calibration in Object Detection", 2024)]
    [Technique("002-003", Part = "a bandwidth found from the data; the kernel over all classes' probabilities; boxes")]
    public static Scalar KernelCalibration(Logits z, Label y, [Range(0.01, 1)] double bandwidth = 0.1, [Range(1, 2)] double power = 2)
    {
        Row<Class> logp = LogSoftmax(z);
        Scalar logSure = Max(logp);
        // Not 1 − e^x: that is 0 for a row that is very sure.
        Scalar logUnsure = LogSumExp(logp, Greater(Rank(z), 0.5));
        Scalar sure = Exp(logSure) / bandwidth;
        Scalar unsure = -Expm1(logSure) / bandwidth;
        Row<Other> kernel = logSure * OfOthers(sure) + logUnsure * OfOthers(unsure) - OfOthers(LogGamma(sure + 1) + LogGamma(unsure + 1));
        Condition<Other> others = Not(IsSelf(kernel));
        Scalar right = Where(Equal(ArgMax(z), y), 1, 0);
        Scalar estimate = Sum(Softmax(kernel, others) * OfOthers(right));
        return Where(Greater(Count(others), 0), Pow(Abs(estimate - Exp(logSure)), power), 0);
    }
}
