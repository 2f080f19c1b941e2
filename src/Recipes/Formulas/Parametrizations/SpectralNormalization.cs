using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Parametrizations
{
    /// <summary>Spectral normalisation: divides each weight matrix by its greatest singular value, so that no layer stretches any input.</summary>
    /// <remarks>
    /// <para>
    /// W/σ with σ = uᵀ·W·v; v = Wᵀ·u/‖Wᵀ·u‖, then u ← W·v/‖W·v‖: one power iteration a step from the u of the step before, held fixed in the gradient.
    /// </para>
    /// <para>
    /// Bounds the Lipschitz constant of critics and of networks that tell how far inputs are from the training data. The wrong choice for classifiers that are to
    /// fit sharply, as logits stay as small as the features, and together with weight decay, which only shortens what is divided out.
    /// </para>
    /// <para>
    /// Form of <c>torch.nn.utils.parametrizations.spectral_norm</c> with one iteration and ε = 10⁻¹²; u starts at ones in place of a random vector that is
    /// iterated fifteen times, so σ is too small in the first steps. Evaluations take one more iteration, which is not kept.
    /// </para>
    /// </remarks>
    /// <param name="w">Latent weights [unit, incoming].</param>
    /// <param name="u">The left singular vector so far [unit].</param>
    /// <returns>Weights [unit, incoming].</returns>
    [Parametrization, Paper("Spectral Normalization for Generative Adversarial Networks", 2018)]
    public static Row<Incoming> SpectralNormalization(Row<Incoming> w, [Initial(1)] ref State u) => w / GreatestSingularValue(w, ref u);

    /// <summary>uᵀ·W·v after a power iteration, at least 10⁻¹².</summary>
    internal static Scalar GreatestSingularValue(Row<Incoming> w, ref State u)
    {
        Row<Incoming> v = Stop(UnitSum(u * w));
        Row<Incoming> right = v / Max(Norm(v), 1e-12);
        Scalar image = Sum(w * right);
        Scalar left = Stop(image / Max(Sqrt(UnitSum(Square(image))), 1e-12));
        u = left;
        return Max(UnitSum(left * image), 1e-12);
    }
}
