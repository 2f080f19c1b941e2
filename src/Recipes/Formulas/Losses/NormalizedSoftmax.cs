using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Normalised softmax: cross-entropy over the cosines to a learned vector of each class.</summary>
    /// <remarks>
    /// <para>−log softmax(cos(h, w_j) / τ)_y, with a learned vector w_j for each class.</para>
    /// <para>
    /// For embeddings that are compared by angle, where classes are few enough for a vector each: no pairs are looked for, and any batch will do. The wrong
    /// choice with classes of one row or two. It trains vectors of its own; the network's head is left alone.
    /// </para>
    /// <para>τ = 0.05 is the paper's.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="vectors">The vectors w [classes, features].</param>
    /// <param name="temperature">The temperature τ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Classification is a Strong Baseline for Deep Metric Learning", 2019)]
    public static Scalar NormalizedSoftmax(
        Embedding h, Label y, LearnedMatrix<Class, Feature> vectors, [Range(0, 100, ExclusiveMinimum = true)] double temperature = 0.05) =>
        -LogSoftmax(ClassCosines(h, vectors) / temperature)[y];
}
