using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Taylor cross-entropy: the first terms of the series of cross-entropy in 1 − p.</summary>
    /// <remarks>
    /// <para>Σ_{k=1..t} (1 − p_y)^k / k, with p = softmax(z).</para>
    /// <para>
    /// For wrong labels: one term is the robust absolute error, all terms are cross-entropy. The wrong choice on clean labels and, with few terms,
    /// with many classes, where it learns slowly.
    /// </para>
    /// <para>t = 2 is the value that the paper's and later comparisons use. Terms beyond the sixth change little and are left out.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="terms">How many terms t; a fraction is rounded down.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Can Cross Entropy Loss Be Robust to Label Noise?", 2020)]
    public static Scalar TaylorCrossEntropy(Logits z, Label y, [Range(1, 6)] double terms = 2)
    {
        Scalar wrong = -Expm1(LogSoftmax(z)[y]);
        Scalar upTo3 = Where(GreaterOrEqual(terms, 2), Square(wrong) / 2, 0) + Where(GreaterOrEqual(terms, 3), Pow(wrong, 3) / 3, 0);
        Scalar upTo6 = Where(GreaterOrEqual(terms, 4), Pow(wrong, 4) / 4, 0) + Where(GreaterOrEqual(terms, 5), Pow(wrong, 5) / 5, 0)
            + Where(GreaterOrEqual(terms, 6), Pow(wrong, 6) / 6, 0);
        return wrong + upTo3 + upTo6;
    }
}
