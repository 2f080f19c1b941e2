using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Knowledge distillation: the prediction should be the teacher's, both at a temperature.</summary>
    /// <remarks>
    /// <para>T² · KL(softmax(t / T) ‖ softmax(z / T)), with t the teacher's logits.</para>
    /// <para>
    /// Beside cross-entropy, or alone. The temperature shows which wrong classes are near; T² keeps the gradient's size. The wrong choice with a teacher
    /// that was trained with label smoothing, which has forgotten just that.
    /// </para>
    /// <para>T = 4 is the usual value; the paper takes 2 to 20.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <param name="temperature">The temperature T.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Distilling the Knowledge in a Neural Network", 2015)]
    public static Scalar KnowledgeDistillation(Logits z, Teacher teacher, [Range(0.1, 100)] double temperature = 4)
    {
        Row<Class> logq = LogSoftmax(teacher / temperature);
        return temperature * temperature * Dot(Exp(logq), logq - LogSoftmax(z / temperature));
    }
}
