using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Belief matching: expected cross-entropy of a Dirichlet whose parameters are e^z, and its divergence from a prior.</summary>
    /// <remarks>
    /// <para>ψ(S) − ψ(α_y) + λ · KL(Dir(α) ‖ Dir(β)), with α = exp(z), z between −15 and 15, S = Σ_j α_j, every β_j = <c>prior</c> and ψ the digamma function.</para>
    /// <para>
    /// A Bayesian softmax: the mean is softmax(z), and the size of the logits says how sure it is, which the divergence keeps small where nothing was
    /// learnt. The wrong choice beside transforms that change the size of the logits.
    /// </para>
    /// <para>
    /// λ = 0.01 and β = 1 are the paper's; the bound of
    /// 15 is that of the evidential Turing process, which adds a memory of the classes as prior.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="lambda">The weight λ of the divergence.</param>
    /// <param name="prior">The prior's parameter β.</param>
    /// <returns>The loss [batch].</returns>
    [Loss, Paper("Being Bayesian about Categorical Probability", 2020)]
    [Technique("002-120", Part = "the memory of the classes that is attended to, which is the prior")]
    public static Scalar BeliefMatching(Logits z, Label y, [Range(0, 10)] double lambda = 0.01, [Range(0.01, 100)] double prior = 1)
    {
        Row<Class> alpha = Exp(Clamp(z, -15, 15));
        Scalar strength = Sum(alpha);
        Row<Class> expectedLog = Digamma(alpha) - Digamma(strength);
        Scalar divergence = GammaExcess(strength) - Sum(GammaExcesses(alpha)) - prior * Sum(expectedLog) - LogGamma(prior * z.Count) + z.Count * LogGamma(prior);
        return lambda * divergence - expectedLog[y];
    }
}
