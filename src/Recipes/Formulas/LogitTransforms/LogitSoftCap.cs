using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class LogitTransforms
{
    /// <summary>Logit soft cap: squeezes each logit smoothly into a bounded range before every loss.</summary>
    /// <remarks>
    /// <para>c · tanh(z / c), with c = <c>cap</c>.</para>
    /// <para>
    /// Keeps logits from running away without a penalty; near 0 it changes nothing. The wrong choice where probabilities must come very
    /// close to 1: with c = 30 they may, with c = 3 they may not.
    /// </para>
    /// <para>c = 30, the paper’s for its last layer.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="cap">The bound c of the size of a logit.</param>
    /// <returns>The logits for the losses [batch, classes].</returns>
    [LogitTransform, Paper("Gemma 2: Improving Open Language Models at a Practical Size", 2024)]
    public static Row<Class> LogitSoftCap(Logits z, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double cap = 30) =>
        cap * Tanh(z / cap);
}
