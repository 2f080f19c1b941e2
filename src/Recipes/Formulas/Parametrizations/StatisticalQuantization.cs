using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>StatsQ: few-bit weights on a grid whose step is a statistic of the unit, so that it does not swing to and fro with the weights that it rounds.</summary>
    /// <remarks>
    /// <para>
    /// s = 2·mean|v| of the unit; w = s·(round(n·clamp(v/s, −1, 1) − ½) + ½)/n, n = 2^(bits − 1); the gradient passes straight through to v. From
    /// <paramref name="freezeFrom"/> of the run on, weights further than <paramref name="boundary"/> from the border of two levels are held (the paper's annealing by confidence).
    /// </para>
    /// <para>Below four bits, where learned steps oscillate. The wrong choice above: no level is 0, and a learned or plain uniform grid fits as well.</para>
    /// <para>Form of the authors' code; it keeps v/s 10⁻⁶ below 1. Boundary 0.005 is theirs; nothing is held by default.</para>
    /// </remarks>
    /// <param name="v">Latent weights [unit, incoming].</param>
    /// <param name="t">How far the run is.</param>
    /// <param name="bits">Bits of a weight.</param>
    /// <param name="freezeFrom">The fraction of the run from which on settled weights are held.</param>
    /// <param name="boundary">How near to the border of two levels a weight still moves, in levels.</param>
    /// <returns>Weights [unit, incoming].</returns>
    [Parametrization, Paper("Oscillation-free Quantization for Low-bit Vision Transformers", 2023)]
    [Technique("001-035", Part = "the reparametrisation of queries and keys")]
    public static Row<Incoming> StatisticalQuantization(
        Row<Incoming> v, Progress t,
        [Range(2, 8)] double bits = 2,
        [Range(0, 1)] double freezeFrom = 1,
        [Range(0, 0.5)] double boundary = 0.005)
    {
        Scalar levels = 0.5 * Power2(bits);
        Scalar scale = Stop(Max(2 * Mean(Abs(v)), 1e-12));
        Row<Incoming> place = Clamp(v / scale, -1, 1 - 1e-6) * levels - 0.5;
        Row<Incoming> rounded = scale * (Round(place) + 0.5) / levels;
        Row<Incoming> settled = Where(LessOrEqual(Abs(place - Floor(place) - 0.5), boundary), v, Stop(v));
        return StraightThrough(rounded, Where(Less(t, freezeFrom), v, settled));
    }
}
