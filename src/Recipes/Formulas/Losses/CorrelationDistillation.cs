using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Distillation from a stronger teacher (DIST): the prediction should correlate with the teacher's, over the classes and over the batch.</summary>
    /// <remarks>
    /// <para>
    /// T² · (β · (1 − ρ_row) + γ · (1 − ρ̄_class)), with ρ_row Pearson's correlation of softmax(z / T) and softmax(t / T) over the classes of a row, and
    /// ρ̄_class the mean over the classes of that over the rows of the batch.
    /// </para>
    /// <para>
    /// Ranks and proportions count, not the probabilities themselves, which a small student cannot match. The wrong choice where calibrated probabilities
    /// are wanted, and in batches of few rows.
    /// </para>
    /// <para>β = γ = 1 and T = 1 are the paper's for ImageNet (2, 2 and 4 for CIFAR-100).</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <param name="beta">The weight β of the rows.</param>
    /// <param name="gamma">The weight γ of the classes.</param>
    /// <param name="temperature">The temperature T.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Knowledge Distillation from A Stronger Teacher", 2022)]
    public static Scalar CorrelationDistillation(
        Logits z, Teacher teacher, [Range(0, 100)] double beta = 1, [Range(0, 100)] double gamma = 1, [Range(0.1, 100)] double temperature = 1)
    {
        Row<Class> p = Softmax(z / temperature);
        Row<Class> q = Softmax(teacher / temperature);
        Row<Class> pOfRow = p - Mean(p);
        Row<Class> qOfRow = q - Mean(q);
        Scalar rows = Dot(pOfRow, qOfRow) / (Norm(pOfRow) * Norm(qOfRow) + 1e-8);
        Row<Class> pOfClass = p - BatchMean(p);
        Row<Class> qOfClass = q - BatchMean(q);
        Row<Class> sizes = Sqrt(BatchSum(Square(pOfClass))) * Sqrt(BatchSum(Square(qOfClass))) + 1e-8;
        Scalar classes = Mean(BatchSum(pOfClass * qOfClass) / sizes);
        return temperature * temperature * (beta * (1 - rows) + gamma * (1 - classes));
    }
}
