using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>Bit-wise training: a weight is an integer of four bits, each of which is trained as a number of its own.</summary>
    /// <remarks>
    /// <para>
    /// w = s·sign(b₃)·(4·H(b₂) + 2·H(b₁) + H(b₀)), H(b) = 1 where b is above 0 and else 0, sign(b) = ±1; gradients pass straight through both. s = √(2/n)/√17.5, so that
    /// weights of random bits have He's deviation.
    /// </para>
    /// <para>
    /// Ends sparse, as all bits of a weight may be 0, and says which bits matter. The wrong choice where memory is short while training: there are four latent numbers for
    /// each weight.
    /// </para>
    /// <para>
    /// Three bits of magnitude, which the paper finds to carry the accuracy. Rates of Adam between 6·10⁻⁴ and 10⁻³. Latent numbers are drawn as weights are.
    /// </para>
    /// </remarks>
    /// <param name="sign">The sign's latent number b₃ [unit, incoming].</param>
    /// <param name="high">That of the bit of 4, b₂ [unit, incoming].</param>
    /// <param name="middle">That of the bit of 2, b₁ [unit, incoming].</param>
    /// <param name="low">That of the bit of 1, b₀ [unit, incoming].</param>
    /// <returns>Weights [unit, incoming].</returns>
    [Parametrization, Paper("Bit-wise Training of Neural Network Weights", 2022)]
    [Technique("002-150", Part = "other numbers of bits, training some of them only, storing codes in the others")]
    public static Row<Incoming> BitWiseWeights(Row<Incoming> sign, Row<Incoming> high, Row<Incoming> middle, Row<Incoming> low)
    {
        Scalar scale = Sqrt(2 / (17.5 * sign.Count));
        Row<Incoming> signed = StraightThrough(Where(Greater(sign, 0), 1, -1), sign);
        return scale * signed * (4 * Bit(high) + 2 * Bit(middle) + Bit(low));

        static Row<Incoming> Bit(Row<Incoming> b) => StraightThrough(Where(Greater(b, 0), 1, 0), b);
    }
}
