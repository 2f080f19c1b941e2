using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Mixture of prototypes (PALM): each row near to those of its class's three prototypes that it is assigned to, in a balanced way.</summary>
    /// <remarks>
    /// <para>
    /// −Σ_m w_m · s_m,y / τ + log Σ_m Σ_c exp(s_m,c / τ), with s_m,c the cosine between the embedding and prototype m of class c; w is the share of prototype m among its class's in an assignment of the batch's rows to all
    /// prototypes by Sinkhorn's iteration on exp(s / ε), three times, without gradient.
    /// </para>
    /// <para>
    /// For embeddings in which rows of unknown classes stand out: a class of several kinds need not be one cluster. The wrong choice with fewer rows in a batch than prototypes.
    /// </para>
    /// <para>τ = 0.1, ε = 0.05 and the three iterations are the released code's, which has six prototypes for each class, moved as averages and pushed apart.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="first">The first prototypes [classes, features].</param>
    /// <param name="second">The second prototypes [classes, features].</param>
    /// <param name="third">The third prototypes [classes, features].</param>
    /// <param name="temperature">The temperature τ.</param>
    /// <param name="evenness">The temperature ε of the assignment.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Learning with Mixture of Prototypes for Out-of-Distribution Detection", 2024)]
    [Technique("003-010", Part = "prototypes that move as averages: here they are learned, three for each class; a term that pushes them apart")]
    public static Scalar PrototypeMixture(
        Embedding h, Label y, LearnedMatrix<Class, Feature> first, LearnedMatrix<Class, Feature> second, LearnedMatrix<Class, Feature> third,
        [Range(0.01, 10)] double temperature = 0.1, [Range(0.02, 10)] double evenness = 0.05)
    {
        Row<Class> a = ClassCosines(h, first);
        Row<Class> b = ClassCosines(h, second);
        Row<Class> c = ClassCosines(h, third);
        Row<Class> firstShare = Stop(Exp(a / evenness));
        Row<Class> secondShare = Stop(Exp(b / evenness));
        Row<Class> thirdShare = Stop(Exp(c / evenness));
        // Even over the batch for each prototype, then one in all for each row.
        Row<Class> firstOnce = firstShare / BatchSum(firstShare);
        Row<Class> secondOnce = secondShare / BatchSum(secondShare);
        Row<Class> thirdOnce = thirdShare / BatchSum(thirdShare);
        Scalar once = Sum(firstOnce + secondOnce + thirdOnce);
        Row<Class> firstTwice = firstOnce / once / BatchSum(firstOnce / once);
        Row<Class> secondTwice = secondOnce / once / BatchSum(secondOnce / once);
        Row<Class> thirdTwice = thirdOnce / once / BatchSum(thirdOnce / once);
        Scalar twice = Sum(firstTwice + secondTwice + thirdTwice);
        Scalar of1 = (firstTwice / twice / BatchSum(firstTwice / twice))[y];
        Scalar of2 = (secondTwice / twice / BatchSum(secondTwice / twice))[y];
        Scalar of3 = (thirdTwice / twice / BatchSum(thirdTwice / twice))[y];
        Scalar near = (of1 * a[y] + of2 * b[y] + of3 * c[y]) / (of1 + of2 + of3);
        return LogOfBoth(LogOfBoth(LogSumExp(a / temperature), LogSumExp(b / temperature)), LogSumExp(c / temperature)) - near / temperature;
    }
}
