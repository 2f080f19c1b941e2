using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Cross-entropy of the stable maximum, which grows linearly where softmax grows exponentially.</summary>
    /// <remarks>
    /// <para>−log(s_y / Σ_j s_j), with s = z + 1 for z ≥ 0 and 1 / (1 − z) below.</para>
    /// <para>
    /// Softmax rounds to 1 once a logit leads by some twenty, and learning stops there; this goes on, which lets small algorithmic problems generalise
    /// ("grok") without regularisation. A recipe predicts by softmax, so the classes are right and the probabilities are not.
    /// </para>
    /// <para>It has no knobs. The paper's gradients orthogonal to the weights are an optimizer's.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Grokking at the Edge of Numerical Stability", 2025)]
    [Technique("000-011", Part = "the gradients that are made orthogonal to the weights")]
    public static Scalar StableMaxCrossEntropy(Logits z, Label y)
    {
        Row<Class> s = Max(z, 0) + 1 / (1 - Min(z, 0));
        return Log(Sum(s)) - Log(s[y]);
    }
}
