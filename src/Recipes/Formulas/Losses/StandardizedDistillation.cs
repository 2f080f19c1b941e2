using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Logit-standardised distillation: student and teacher are compared after their logits are standardised row by row.</summary>
    /// <remarks>
    /// <para>
    /// T² · KL(softmax(Z(t) / T) ‖ softmax(Z(z) / T)), with Z(x) = (x − mean x) / (s(x) + 10⁻⁷) and s the standard deviation over the classes.
    /// </para>
    /// <para>
    /// The student need not reach the size of the teacher's logits, only their relations. Take cross-entropy beside it, which alone says how large the
    /// logits should be.
    /// </para>
    /// <para>T = 2 and weight 9 are those of the authors' code.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <param name="temperature">The temperature T.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Logit Standardization in Knowledge Distillation", 2024)]
    public static Scalar StandardizedDistillation(Logits z, Teacher teacher, [Range(0.1, 100)] double temperature = 2)
    {
        Row<Class> centred = z - Mean(z);
        Row<Class> centredTeacher = teacher - Mean(teacher);
        Row<Class> student = centred / (Norm(centred) / Sqrt(z.Count - 1) + 1e-7);
        Row<Class> model = centredTeacher / (Norm(centredTeacher) / Sqrt(z.Count - 1) + 1e-7);
        Row<Class> logq = LogSoftmax(model / temperature);
        return temperature * temperature * Dot(Exp(logq), logq - LogSoftmax(student / temperature));
    }
}
