using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>AutoSparse: weights through a soft threshold that is learned for each tensor; what is masked keeps a share of its gradient, which anneals away.</summary>
    /// <remarks>
    /// <para>
    /// w = sign(v)·max(|v| − σ(s), 0); the gradient of the maximum is 1 above the threshold and αₜ below. αₜ = α·max((1 + cos πτ)/2, 1 − σ(12τ − 6)) with
    /// τ = t/<paramref name="until"/>, and 0 from there on.
    /// </para>
    /// <para>
    /// Sparse from the first step, with as many zeros as the loss likes: α and the decay of s (<c>DecayAll</c>) decide. The wrong choice where a sparsity is given; then
    /// prune to it.
    /// </para>
    /// <para>α is between 0.4 and 0.75 in the paper, for more or fewer zeros; s starts at −5, a threshold of 0.0067. Schedule as in a public implementation of it.</para>
    /// </remarks>
    /// <param name="v">Latent weights [element].</param>
    /// <param name="s">The threshold before the sigmoid [tensor].</param>
    /// <param name="t">How far the run is.</param>
    /// <param name="alpha">The share α of the gradient that masked weights keep at the start.</param>
    /// <param name="until">The fraction of the run until which they keep any.</param>
    /// <returns>Weights [element].</returns>
    [Parametrization, Paper("AutoSparse: Towards Automated Sparse Training of Deep Neural Networks", 2023)]
    [Technique("001-160")]
    public static Row<Element> AutoSparse(
        Row<Element> v, [Initial(-5)] Learned s, Progress t,
        [Range(0, 1)] double alpha = 0.5,
        [Range(0, 1, ExclusiveMinimum = true)] double until = 1)
    {
        Scalar done = Min(t / until, 1);
        Scalar share = Where(Less(t, until), alpha * Max((1 + Cos(Pi * done)) / 2, 1 - Sigmoid(12 * done - 6)), 0);
        Row<Element> above = Abs(v) - Sigmoid(s);
        return Sign(v) * StraightThrough(Max(above, 0), Where(Greater(above, 0), above, share * above));
    }
}
