using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>Scaled weight standardisation: a unit's weights without their mean, of length 1, times a learned gain.</summary>
    /// <remarks>
    /// <para>w = g·(v − mean v)/√max(n·var v, ε) over the n weights of each unit.</para>
    /// <para>
    /// Keeps the mean of activations from drifting in deep networks without batch normalisation. The wrong choice for single outputs of a regression, which may
    /// need a mean of the inputs, and together with weight decay on v, which only shortens what is divided out.
    /// </para>
    /// <para>Form, ε = 10⁻⁴ and g = 1 at the start as in the authors' code of normaliser-free networks; the gain of the activation is theirs to multiply.</para>
    /// </remarks>
    /// <param name="v">Latent weights [unit, incoming].</param>
    /// <param name="gain">The gain g [unit].</param>
    /// <param name="epsilon">The least square of a length.</param>
    /// <returns>Weights [unit, incoming].</returns>
    [Parametrization, Paper("Characterizing Signal Propagation to Close the Performance Gap in Unnormalized ResNets", 2021)]
    public static Row<Incoming> WeightStandardization(
        Row<Incoming> v, [Initial(1)] Latent gain, [Range(0, 1, ExclusiveMinimum = true)] double epsilon = 1e-4)
    {
        Row<Incoming> centred = v - Mean(v);
        return gain / Sqrt(Max(Sum(Square(centred)), epsilon)) * centred;
    }
}
