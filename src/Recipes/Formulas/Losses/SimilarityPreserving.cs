using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Similarity-preserving distillation: rows that are alike to the teacher should have like features.</summary>
    /// <remarks>
    /// <para>
    /// 1/B · Σ_k (G_ik − T_ik)², with G the dot products of the features of the B rows and T those of the teacher's logits, each row of them divided by
    /// its norm.
    /// </para>
    /// <para>Beside cross-entropy, for students whose features have nothing to do with the teacher's. The wrong choice in batches of few rows.</para>
    /// <para>The paper's weight is 2000 to 3000 for its mean over all pairs, which this is.</para>
    /// </remarks>
    /// <param name="h">Features [batch, features].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Similarity-Preserving Knowledge Distillation", 2019)]
    public static Scalar SimilarityPreserving(Embedding h, Teacher teacher)
    {
        Row<Other> own = PairDot(h, h);
        Row<Other> model = PairDot(teacher, teacher);
        return Mean(Square(own / Max(Norm(own), 1e-12) - model / Max(Norm(model), 1e-12)));
    }
}
