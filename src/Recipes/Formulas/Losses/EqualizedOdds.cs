using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Equalised odds penalty: among rows of one label, each class should be predicted for the same share of every group.</summary>
    /// <remarks>
    /// <para>
    /// Σ_j |mean of p_j over the batch's rows of the row's label and group − mean of p_j over its rows of that label|, with p = softmax(z).
    /// </para>
    /// <para>
    /// Beside a loss, where the group must not matter once the label is given: equal rates of true and of false alarms. The wrong choice where the labels
    /// themselves are unfair, which it then preserves. Batches must hold many rows of each label and group; its work grows with the square of the batch.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="g">Group [batch].</param>
    /// <returns>The penalty [batch], between 0 and 2.</returns>
    [Loss, Paper("Equality of Opportunity in Supervised Learning", 2016)]
    public static Scalar EqualizedOdds(Logits z, Label y, Group g)
    {
        Row<Class> p = Softmax(z);
        Condition<Other> alike = And(Same(y), Same(g));
        Row<Other> weights = Where(alike, 1 / Count(alike), 0);
        return Sum(Abs(SumOfOthers(weights, p) - MeanByLabel(p, y)));
    }
}
