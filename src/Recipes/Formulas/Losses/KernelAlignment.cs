using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Kernel alignment with a guide: features whose similarities are those of the guide's answers.</summary>
    /// <remarks>
    /// <para>
    /// 1 − ‖Hᵀ·T‖² / (‖Hᵀ·H‖ · ‖Tᵀ·T‖), the linear CKA of the features H and the guide's logits T of the batch, both centred; the same number for each
    /// row.
    /// </para>
    /// <para>
    /// A network that does not train by itself takes over the guide's view of what is alike; the guide may be trained, or only of another design. The
    /// wrong choice for the whole run with a bad guide: end it with <c>Until</c>. The paper aligns layer by layer; here it is the last features with the
    /// guide's last layer.
    /// </para>
    /// <para>Weight 1 is the paper's.</para>
    /// </remarks>
    /// <param name="h">Features [batch, features].</param>
    /// <param name="teacher">The guide's logits [batch, classes].</param>
    /// <returns>The loss, one number for the batch, in [0, 1].</returns>
    [Loss, Paper("Training the Untrainable: Introducing Inductive Bias via Representational Alignment", 2024)]
    [Technique("000-026", Part = "the alignment of the hidden layers")]
    public static Scalar KernelAlignment(Embedding h, Teacher teacher)
    {
        Row<Feature> own = h - BatchMean(h);
        Row<Class> guide = teacher - BatchMean(teacher);
        Scalar sizes = Sqrt(Total(Square(Gram(own, own)))) * Sqrt(Total(Square(Gram(guide, guide))));
        return 1 - Total(Square(Gram(guide, own))) / Max(sizes, 1e-12);
    }
}
