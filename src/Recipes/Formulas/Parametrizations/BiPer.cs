using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>BiPer: binary weights by the sign of a sine, which many latent numbers share, times a learned scale of the unit.</summary>
    /// <remarks>
    /// <para>w = α·sin(ω·v), and from <paramref name="binaryFrom"/> of the run on α·sign(sin(ω·v)) with the gradient of the sine.</para>
    /// <para>
    /// For networks whose weights are to take a bit each. The wrong choice for the first and the last layer, which binary networks commonly keep in full: all weight matrices of
    /// a recipe are alike here.
    /// </para>
    /// <para>
    /// ω = 20 to 30 in the authors' scripts; their two stages, one half of the run each here, are trained apart. α starts so that each unit keeps its length; theirs is drawn.
    /// </para>
    /// </remarks>
    /// <param name="v">Latent weights [unit, incoming].</param>
    /// <param name="scale">The scale α [unit].</param>
    /// <param name="t">How far the run is.</param>
    /// <param name="start">Whether α is set.</param>
    /// <param name="frequency">The frequency ω.</param>
    /// <param name="binaryFrom">The fraction of the run from which on weights are binary.</param>
    /// <returns>Weights [unit, incoming].</returns>
    [Parametrization, Paper("BiPer: Binary Neural Networks using a Periodic Function", 2024)]
    [Technique("002-050", Part = "binary activations")]
    public static Row<Incoming> BiPer(
        Row<Incoming> v, ref Latent scale, Progress t, [IsStart] bool start,
        [Range(0, 100, ExclusiveMinimum = true)] double frequency = 30,
        [Range(0, 1)] double binaryFrom = 0.5)
    {
        Row<Incoming> wave = Sin(frequency * v);
        if (start) scale = Norm(v) / Max(Norm(wave), 1e-12);
        return scale * Where(Less(t, binaryFrom), wave, StraightThrough(Sign(wave), wave));
    }
}
