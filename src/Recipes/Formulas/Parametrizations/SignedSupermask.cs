using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>Signed supermask: weights stay as they were drawn, and training keeps, hides or inverts each.</summary>
    /// <remarks>
    /// <para>
    /// w = w₀·m with m = 1 where the score is above θ, −1 where it is below −θ, and 0 between; the gradient passes straight through m to the score. w₀ = ±√(2/n), the sign
    /// as drawn; scores begin uniform in ±√(6/(n + units)), whatever the sign.
    /// </para>
    /// <para>
    /// Networks of a few percent of their weights, each of one of three values. The wrong choice for narrow networks, where drawn weights are too few to choose from, and
    /// together with weight decay, which hides weights one and all.
    /// </para>
    /// <para>
    /// θ = 0.01 and the straight gradient as in the authors' code, with signed constants of He's size for weights (they also scale for ELU) and Xavier's for scores. High
    /// rates of plain SGD suit scores.
    /// </para>
    /// </remarks>
    /// <param name="score">Scores [unit, incoming].</param>
    /// <param name="weight">Weights as they were drawn [unit, incoming].</param>
    /// <param name="start">Whether both are set, of what was drawn in the scores' place.</param>
    /// <param name="threshold">The score θ beyond which a weight counts.</param>
    /// <returns>Weights [unit, incoming].</returns>
    [Parametrization, Paper("Signing the Supermask: Keep, Hide, Invert", 2022)]
    [Technique("002-054", Part = "thresholds that keep a given share of weights")]
    public static Row<Incoming> SignedSupermask(
        ref Row<Incoming> score, ref Row<Incoming> weight, [IsStart] bool start, [Range(0, 1)] double threshold = 0.01)
    {
        if (start)
        {
            weight = Sqrt(2 / score.Count) * Sign(score);
            // The size of a number that was drawn in ±1/√n says nothing of its sign.
            score = Sqrt(6 / (score.Count + UnitCount(score))) * (2 * Sqrt(score.Count) * Abs(score) - 1);
        }

        Row<Incoming> mask = Where(Greater(score, threshold), 1, Where(Less(score, -threshold), -1, 0));
        return weight * StraightThrough(mask, score);
    }
}
