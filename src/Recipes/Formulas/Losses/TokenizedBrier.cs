using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Tokenised Brier score: a discrete confidence, one logit for each level, scored against right or wrong.</summary>
    /// <remarks>
    /// <para>Σ_i p_i · (c − i / (L − 1))², with p = softmax(z) over L levels of confidence and c = 1 for label 1, 0 for label 0.</para>
    /// <para>
    /// Trains a head that says how sure an answer is, in as many levels as it has logits: proper, its optimum puts all mass on the level of the true
    /// frequency. The label says whether the answer was right, so it is the wrong choice for a head of classes.
    /// </para>
    /// <para>101 levels, from 0 to 100 %, are the paper's. Labels above 1 count as 1.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, levels].</param>
    /// <param name="y">Whether the answer was right: 1 or 0 [batch].</param>
    /// <returns>The loss [batch], in [0, 1].</returns>
    [Loss, Paper("ConfTuner: Training Large Language Models to Express Their Confidence Verbally", 2025)]
    [Technique("000-046")]
    public static Scalar TokenizedBrier(Logits z, Label y)
    {
        Row<Class> level = Indices(z) / (z.Count - 1);
        Scalar right = Min(Indices(z)[y], 1);
        return Dot(Softmax(z), Square(right - level));
    }
}
