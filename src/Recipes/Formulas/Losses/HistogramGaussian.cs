using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>HL-Gauss: a regression as classification, to a histogram of a normal distribution about the target.</summary>
    /// <remarks>
    /// <para>
    /// −Σ_i q_i · log p_i, with p = softmax(z) over m bins of width w = (maximum − minimum)/m, q_i = Φ((e_{i+1} − y)/s) − Φ((e_i − y)/s) over their sum,
    /// e the edges and s = σ · w. The prediction is Σ_i p_i · c_i, with c the centres.
    /// </para>
    /// <para>
    /// Bounded gradients, and features that scale better than those of a squared error: for noisy, drifting or many-peaked targets. The wrong choice for
    /// few bins over a wide range, and for targets beyond the ends, which are taken as the ends: choose these from the train rows.
    /// </para>
    /// <para>σ = 0.75 bins is the paper's, with 101 bins. Ends of −3 and 3 are for standardised targets, and ours.</para>
    /// </remarks>
    /// <param name="z">Logits of the bins [batch, bins].</param>
    /// <param name="y">Target [batch].</param>
    /// <param name="minimum">The least edge.</param>
    /// <param name="maximum">The greatest edge, above the least.</param>
    /// <param name="sigma">The standard deviation σ in bins.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Stop Regressing: Training Value Functions via Classification for Scalable Deep RL", 2024)]
    [Technique("001-007", Part = "the decoding of the prediction")]
    public static Scalar HistogramGaussian(
        Logits z, Target y, [Range(-1000000, 1000000)] double minimum = -3, [Range(-1000000, 1000000)] double maximum = 3, [Range(0.05, 1000)] double sigma = 0.75)
    {
        Scalar width = Max(maximum - minimum, 1e-6) / z.Count;
        Scalar deviation = sigma * width;
        Scalar target = Clamp(y, minimum, maximum);
        Row<Class> lower = (minimum - target + width * Indices(z)) / deviation;
        Row<Class> mass = NormalCdf(lower + 1 / sigma) - NormalCdf(lower);
        return -Dot(mass, LogSoftmax(z)) / Max(Sum(mass), 1e-12);
    }
}
