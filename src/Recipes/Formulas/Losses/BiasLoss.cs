using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Bias loss: cross-entropy in which rows count the more, the more their features differ from each other.</summary>
    /// <remarks>
    /// <para>
    /// −(e^(α·v) − β) · log p_y, with p = softmax(z) and v the variance of the row's features, scaled so that the batch's least is 0 and its greatest 1; v carries no
    /// gradient.
    /// </para>
    /// <para>
    /// For small networks, which lose themselves on rows with little in them. The wrong choice where such rows are rare classes, and after a layer that gives all rows one
    /// variance.
    /// </para>
    /// <para>
    /// α = β = 0.3 are the paper's. The code that was found computes e^(0.3·v) − 1 + 0.3, which is β = 0.7, and takes the variance before pooling. β is below 1, so that every
    /// weight is above 0.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="alpha">How much faster the weight grows with the variance.</param>
    /// <param name="beta">What is taken from every weight.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Bias Loss for Mobile Neural Networks", 2021)]
    [Technique("001-044")]
    public static Scalar BiasLoss(Logits z, Label y, Embedding h, [Range(0, 10)] double alpha = 0.3, [Range(0, 1, ExclusiveMaximum = true)] double beta = 0.3)
    {
        Scalar variance = Stop(Mean(Square(h - Mean(h))));
        Scalar least = Min(OfOthers(variance));
        Scalar width = Max(OfOthers(variance)) - least;
        return (beta - Exp(alpha * (variance - least) / Max(width, 1e-30))) * LogSoftmax(z)[y];
    }
}
