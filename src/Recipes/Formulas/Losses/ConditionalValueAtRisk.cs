using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Conditional value at risk: the mean cross-entropy of the worst share of the rows.</summary>
    /// <remarks>
    /// <para>η + max(0, ℓ − η) / α, with ℓ = −log softmax(z)_y and a learned η, which goes to the loss that the share α of the rows exceeds.</para>
    /// <para>
    /// For rows that must not be left behind when it is not known which they are. It learns from the worst rows only: the wrong choice with wrong labels,
    /// which are among them, and for small α in short runs.
    /// </para>
    /// <para>α = 0.1 is ours; 1 is cross-entropy. η starts at 0 and learns at the network's rate.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="threshold">The learned loss η.</param>
    /// <param name="alpha">The share α of the rows.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Optimization of Conditional Value-at-Risk", 2000)]
    public static Scalar ConditionalValueAtRisk(Logits z, Label y, Learned threshold, [Range(0, 1, ExclusiveMinimum = true)] double alpha = 0.1) =>
        threshold + Max(-LogSoftmax(z)[y] - threshold, 0) / alpha;
}
