using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Decoupled knowledge distillation (DKD): how sure of the label, and which of the others, with weights of their own.</summary>
    /// <remarks>
    /// <para>
    /// T² · (α · KL(b_t ‖ b_z) + β · KL(o_t ‖ o_z)) at the temperature T, with b the probabilities of the label and of all others together, and o those
    /// among the others.
    /// </para>
    /// <para>
    /// Common distillation weighs the second part by what the teacher leaves to the others, almost nothing where it is sure; here it has its own weight.
    /// β must be tuned: it depends on how sure the teacher is. The wrong choice with a teacher that was trained with label smoothing.
    /// </para>
    /// <para>α = 1, β = 8 and T = 4 are the paper's for CIFAR-100.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="teacher">The teacher's logits [batch, classes].</param>
    /// <param name="alpha">The weight α of how sure.</param>
    /// <param name="beta">The weight β of which of the others.</param>
    /// <param name="temperature">The temperature T.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Decoupled Knowledge Distillation", 2022)]
    public static Scalar DecoupledDistillation(
        Logits z, Label y, Teacher teacher, [Range(0, 100)] double alpha = 1, [Range(0, 100)] double beta = 8, [Range(0.1, 100)] double temperature = 4)
    {
        Row<Class> student = z / temperature;
        Row<Class> model = teacher / temperature;
        Condition<Class> others = Less(OneHot(y, z), 0.5);
        Scalar logOthers = LogSumExp(student, others) - LogSumExp(student);
        Scalar logOthersOfTeacher = LogSumExp(model, others) - LogSumExp(model);
        Scalar logLabelOfTeacher = LogSoftmax(model)[y];
        Scalar sure = Exp(logLabelOfTeacher) * (logLabelOfTeacher - LogSoftmax(student)[y]) + Exp(logOthersOfTeacher) * (logOthersOfTeacher - logOthers);
        Scalar which = Dot(Softmax(model, others), LogSoftmax(model, others) - LogSoftmax(student, others));
        return temperature * temperature * (alpha * sure + beta * which);
    }
}
