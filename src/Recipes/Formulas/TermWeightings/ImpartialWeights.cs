using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class TermWeightings
{
    /// <summary>Impartial weights: each term is multiplied by a learned factor that keeps it near 1.</summary>
    /// <remarks>
    /// <para>e^s · L − s with a learned s for each term. At the optimum e^s = 1/L: each term counts as much as any other.</para>
    /// <para>
    /// For terms of different scale that are all to be learnt. The wrong choice for a term that is 0 or negative (s runs away), and for a
    /// regulariser whose small weight is meant: it is undone.
    /// </para>
    /// <para>s begins at 0, that is at weight 1. The loss half of the paper’s method (IMTL-L); the other balances gradients.</para>
    /// </remarks>
    /// <param name="loss">The mean loss of a term.</param>
    /// <param name="s">The logarithm of the term’s factor.</param>
    /// <returns>What the term adds to the loss.</returns>
    [TermWeighting, Paper("Towards Impartial Multi-task Learning", 2021)]
    public static Scalar ImpartialWeights(Scalar loss, Learned s) =>
        Exp(s) * loss - s;
}
