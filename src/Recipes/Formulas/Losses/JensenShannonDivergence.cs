using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Jensen–Shannon divergence of the prediction and a target that is a probability for each class.</summary>
    /// <remarks>
    /// <para>½ · KL(t ‖ m) + ½ · KL(p ‖ m), with p = softmax(z), t the target and m their mean.</para>
    /// <para>
    /// Symmetric and bounded by log 2: rows whose target the network contradicts do not pull without end. The wrong choice where the network starts far
    /// from the targets, as it then hardly learns.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The target [batch, classes].</param>
    /// <returns>The divergence [batch], in [0, log 2].</returns>
    [Loss, Paper("Divergence Measures Based on the Shannon Entropy", 1991)]
    public static Scalar JensenShannonDivergence(Logits z, SoftTarget target)
    {
        Row<Class> p = Softmax(z);
        Row<Class> logMean = Log(Max((p + target) / 2, 1e-30));
        return (Dot(target, Log(Max(target, 1e-30)) - logMean) + Dot(p, Max(LogSoftmax(z), -69) - logMean)) / 2;
    }
}
