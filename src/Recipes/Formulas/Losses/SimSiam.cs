using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>SimSiam: each view predicts the other through a learned map, and the predicted side is held fixed.</summary>
    /// <remarks>
    /// <para>−½ · (cos(P h, v) + cos(P v, h)), with the second argument of each cosine held fixed and P learned.</para>
    /// <para>
    /// Self-supervised without negatives. The fixed side and the predictor keep it from collapse; without batch normalisation in the network it can collapse all the same, at −1. P
    /// is one matrix; the paper's predictor is of two layers.
    /// </para>
    /// <para>There are no knobs. BYOL adds 1, doubles it, and takes the fixed side from averaged weights.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="v">Embedding of the second view [batch, features].</param>
    /// <param name="predictor">The map P [features, features].</param>
    /// <returns>The loss [batch], in [−1, 1].</returns>
    [Loss, Paper("Exploring Simple Siamese Representation Learning", 2021)]
    public static Scalar SimSiam(Embedding h, OtherEmbedding v, LearnedMatrix<Feature, Feature> predictor) =>
        -0.5 * (Dot(Direction(Product(predictor, h)), Stop(Direction(v))) + Dot(Direction(Product(predictor, v)), Stop(Direction(h))));
}
