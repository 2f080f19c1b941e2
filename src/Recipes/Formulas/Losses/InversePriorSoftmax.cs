using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Softmax under the reversed prior: trains for a test set in which the rare classes are the frequent ones.</summary>
    /// <remarks>
    /// <para>
    /// −log softmax(z + log π − τ · log π′)_y, with π how often each class is drawn and π′ the same numbers in reversed order: the rarest class gets the
    /// greatest.
    /// </para>
    /// <para>
    /// The third of three experts for a test set of unknown frequencies: cross-entropy on one head, <c>[LogitAdjustedCrossEntropy]</c> on another, this
    /// on the last. The wrong choice alone on data whose frequencies are those of the test.
    /// </para>
    /// <para>τ = 2 is that of the authors' code.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="prior">How often each class is drawn [classes].</param>
    /// <param name="tau">The strength τ of the reversed prior.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Self-Supervised Aggregation of Diverse Experts for Test-Agnostic Long-Tailed Recognition", 2022)]
    [Technique("000-034", Part = "the three heads side by side, and their weights that are learned on the test set")]
    public static Scalar InversePriorSoftmax(Logits z, Label y, ClassPrior prior, [Range(0, 10)] double tau = 2)
    {
        Row<Class> places = Indices(prior);
        Row<Class> ones = 0 * places + 1;
        // A class of rank r gets the prior of the class of rank C − 1 − r.
        Matrix<Class, Class> apart = (Gram(Rank(prior), ones) + Gram(ones, places)) / Gram(ones, ones) - (z.Count - 1);
        Row<Class> reversed = Product(1 - Clamp(Abs(apart), 0, 1), Sorted(prior));
        return -LogSoftmax(z + Log(Max(prior, 1e-12)) - tau * Log(Max(reversed, 1e-12)))[y];
    }
}
