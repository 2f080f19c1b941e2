using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Squared error of logarithms: the label's log-probability should be the teacher's.</summary>
    /// <remarks>
    /// <para>(log softmax(z)_y − log softmax(t)_y)², with t the teacher's logits.</para>
    /// <para>
    /// For labels that a teacher drew and of which only their own probability is known: weighting cross-entropy by it would be biased. With all of the
    /// teacher's probabilities <c>[KnowledgeDistillation]</c> is better.
    /// </para>
    /// <para>The exact correction of the paper's empirical form was not found in released code and is left out.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">The label that the teacher drew [batch].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Towards the Fundamental Limits of Knowledge Transfer over Finite Domains", 2024)]
    [Technique("001-064", Part = "the correction of the empirical form")]
    public static Scalar SquaredErrorLogit(Logits z, Label y, Teacher teacher) => Square(LogSoftmax(z)[y] - LogSoftmax(teacher)[y]);
}
