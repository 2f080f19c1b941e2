using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Invariant risk penalty (IRMv1): one scale of the logits should be best in every domain.</summary>
    /// <remarks>
    /// <para>
    /// Σ_d (1/n_d · Σ_{i∈d} (Σ_j p_ij · z_ij − z_iy))² / D, with p = softmax(z): the squared derivative of each domain's mean cross-entropy by a common
    /// factor of the logits, at 1; the same number for each row.
    /// </para>
    /// <para>
    /// Beside cross-entropy, for features whose relation to the label is the same in all domains. Known to fail where the classes can be told apart in
    /// each domain; from the first step it keeps the network from learning: ramp its weight. Batches must hold many rows of each domain.
    /// </para>
    /// <para>The paper's weights are 10² to 10⁵ after some hundred steps. Domains that the batch lacks do not count.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="d">Domain [batch].</param>
    /// <returns>The penalty, one number for the batch, ≥ 0.</returns>
    [Loss, Paper("Invariant Risk Minimization", 2019)]
    public static Scalar InvariantRiskPenalty(Logits z, Label y, Domain d)
    {
        Scalar slope = Dot(Softmax(z), z) - z[y];
        // Each row stands for its domain by one over the domain's rows.
        Scalar share = 1 / CountBy(d);
        return BatchSum(share * Square(MeanBy(slope, d))) / BatchSum(share);
    }
}
