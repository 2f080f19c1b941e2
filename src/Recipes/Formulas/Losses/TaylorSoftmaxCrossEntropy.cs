using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Cross-entropy of the Taylor softmax, whose exponentials are parabolas.</summary>
    /// <remarks>
    /// <para>−log(t_y / Σ_j t_j) with t = 1 + z + z²/2.</para>
    /// <para>
    /// t is positive everywhere and grows slowly, so no logit can run away. It is even about −1: a very negative logit is as likely as a very positive one,
    /// and a recipe predicts by softmax: the wrong choice where the probabilities are read.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("An Exploration of Softmax Alternatives Belonging to the Spherical Loss Family", 2016)]
    public static Scalar TaylorSoftmaxCrossEntropy(Logits z, Label y)
    {
        Row<Class> t = 1 + z + Square(z) / 2;
        return Log(Sum(t) / t[y]);
    }
}
