using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Von Neumann entropy (VNE): less the entropy of the eigenvalues of the features' autocorrelation, so that no direction is left empty.</summary>
    /// <remarks>
    /// <para>Σ_k λ_k · log λ_k, with λ the eigenvalues of 1/n · Σ_i u_i · u_iᵀ and u the embeddings divided by their lengths; the same number for each row.</para>
    /// <para>
    /// Beside another loss, so that features neither collapse nor repeat each other; with a weight below 0 it draws them together. The wrong choice in batches of fewer rows than 32, where the eigenvalues
    /// say more about the batch than about the features.
    /// </para>
    /// <para>There are no knobs; the authors advise weights up to 0.5, and fewer than 0.5 below 0.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <returns>The loss, one number for the batch, in [−log features, 0].</returns>
    [Loss, Paper("VNE: An Effective Method for Improving Deep Representation by Manipulating Eigenvalue Distribution", 2023)]
    [Technique("001-050")]
    public static Scalar VonNeumannEntropy(Embedding h)
    {
        Row<Feature> u = Direction(h);
        Row<Feature> spectrum = Max(Eigenvalues(Gram(u, u) / BatchCount(Sum(h))), 1e-12);
        return Dot(spectrum, Log(spectrum));
    }
}
