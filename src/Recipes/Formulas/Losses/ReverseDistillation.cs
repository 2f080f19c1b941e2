using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Reverse distillation: the divergence of the teacher's prediction from the student's, both at a temperature.</summary>
    /// <remarks>
    /// <para>T² · KL(softmax(z / T) ‖ softmax(t / T)), with t the teacher's logits.</para>
    /// <para>
    /// A student that is too small to match all of the teacher settles on its greatest classes. The wrong choice where the small probabilities matter.
    /// </para>
    /// <para>T = 1 is usual for generators.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <param name="temperature">The temperature T.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("MiniLLM: Knowledge Distillation of Large Language Models", 2024)]
    public static Scalar ReverseDistillation(Logits z, Teacher teacher, [Range(0.1, 100)] double temperature = 1)
    {
        Row<Class> logp = LogSoftmax(z / temperature);
        return temperature * temperature * Dot(Exp(logp), logp - LogSoftmax(teacher / temperature));
    }
}
