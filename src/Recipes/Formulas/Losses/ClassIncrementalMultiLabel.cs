using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Several labels with new classes: the labels of the new ones, the previous model's answers for the old ones, and no answer too sure.</summary>
    /// <remarks>
    /// <para>
    /// α · (binary cross-entropy of the new classes) + (1 − α) · (that of the old classes to σ(t) of the previous model) + β · Σ_j p_j · log p_j, with p
    /// = σ(z), t the previous model's logits, and the first <c>oldClasses</c> classes old.
    /// </para>
    /// <para>
    /// For tasks that come one after another, each labelled for its own classes only. The wrong choice for a single task. The graph of relations between
    /// labels that the paper adds is a network of its own.
    /// </para>
    /// <para>α = 0.5 and β = 0.04 are the paper's for VOC. How many classes are old has no default in nature: 1.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <param name="teacher">The previous model's logits [batch, classes].</param>
    /// <param name="oldClasses">How many classes are old.</param>
    /// <param name="alpha">The weight α of the new classes.</param>
    /// <param name="beta">The weight β of the negative entropy.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Confidence Self-Calibration for Multi-Label Class-Incremental Learning", 2024)]
    [Technique("002-173", Part = "the graph of relations between labels")]
    public static Scalar ClassIncrementalMultiLabel(
        Logits z, MultiLabel target, Teacher teacher, [Range(0, 100_000)] double oldClasses = 1, [Range(0, 1)] double alpha = 0.5, [Range(0, 10)] double beta = 0.04)
    {
        Condition<Class> isOld = Less(Indices(z), oldClasses);
        Row<Class> loss = Softplus(z) - Where(isOld, Sigmoid(teacher), target) * z;
        return alpha * Mean(loss, Not(isOld)) + (1 - alpha) * Mean(loss, isOld) - beta * Dot(Sigmoid(z), Softplus(-z));
    }
}
