using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>σReparam: each weight matrix divided by its greatest singular value, times a learned gain, so that the size of a layer moves slowly whatever its direction does.</summary>
    /// <remarks>
    /// <para>γ/σ(W)·W, σ by one power iteration a step as in <c>SpectralNormalization</c>, γ trained for each matrix.</para>
    /// <para>
    /// Steadies networks that are trained without warm-up or normalisation layers at high rates (in attention, against rows that look at one place alone). The
    /// wrong choice together with weight decay, which the paper switches off.
    /// </para>
    /// <para>γ = 1 at the start, as in the paper; the authors' code starts γ at σ of the drawn weights for some models.</para>
    /// </remarks>
    /// <param name="w">Latent weights [unit, incoming].</param>
    /// <param name="gain">The gain γ [tensor].</param>
    /// <param name="u">The left singular vector so far [unit].</param>
    /// <returns>Weights [unit, incoming].</returns>
    [Parametrization, Paper("Stabilizing Transformer Training by Preventing Attention Entropy Collapse", 2023)]
    [Technique("001-048", Part = "the monitor of attention's entropy")]
    public static Row<Incoming> SigmaReparam(Row<Incoming> w, [Initial(1)] Learned gain, [Initial(1)] ref State u) =>
        gain / GreatestSingularValue(w, ref u) * w;
}
