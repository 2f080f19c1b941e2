using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Logit matching: the mean square of the difference to the teacher's logits.</summary>
    /// <remarks>
    /// <para>1/C · Σ_j (z_j − t_j)², with t the teacher's logits and C classes.</para>
    /// <para>
    /// Distillation at an infinite temperature, also of logits far from the greatest, and with the offset that softmax leaves free. The wrong choice with
    /// a much smaller student, whose capacity goes into what does not matter, and with a teacher whose logits were clipped or shifted.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Do Deep Nets Really Need to be Deep?", 2014)]
    public static Scalar LogitMeanSquare(Logits z, Teacher teacher) => Mean(Square(z - teacher));
}
