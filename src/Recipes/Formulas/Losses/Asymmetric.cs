using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Asymmetric loss (ASL): for several labels, easy absent classes are discounted strongly or dropped, present ones hardly.</summary>
    /// <remarks>
    /// <para>Σ_j (−t_j · (1 − p_j)^γ₊ · log p_j − (1 − t_j) · m_j^γ₋ · log(1 − m_j)), with p = σ(z), m = max(p − c, 0) and t the labels.</para>
    /// <para>
    /// For many classes of which each row has few. The shift c drops absent classes that are probably labels forgotten. The wrong choice where the
    /// probabilities are read as they come out.
    /// </para>
    /// <para>
    /// γ₊ = 1, γ₋ = 4 and c = 0.05 are those of the authors' code, which sums over the classes as well. 1 − m is no less than 10⁻⁸, as there.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="target">The labels [batch, classes], 1 or 0.</param>
    /// <param name="gammaPositive">The discount γ₊ of present classes.</param>
    /// <param name="gammaNegative">The discount γ₋ of absent classes.</param>
    /// <param name="clip">The shift c.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Asymmetric Loss For Multi-Label Classification", 2021)]
    public static Scalar Asymmetric(
        Logits z, MultiLabel target, [Range(0, 10)] double gammaPositive = 1, [Range(0, 10)] double gammaNegative = 4, [Range(0, 1)] double clip = 0.05)
    {
        Row<Class> present = Pow(Sigmoid(-z), gammaPositive) * Softplus(-z);
        Row<Class> shifted = Max(Sigmoid(z) - clip, 0);
        Row<Class> absent = -Pow(shifted, gammaNegative) * Log(Clamp(Sigmoid(-z) + clip, 1e-8, 1));
        return Sum(target * present + (1 - target) * absent);
    }
}
