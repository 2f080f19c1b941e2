namespace Recipes;

/// <summary>Adds a second view of the batch: each row mixed with a partner's, for terms with <c>View = View.Mixed</c>.</summary>
/// <remarks>
/// λ ~ Beta(α, α) per row; x̃ = λ·x + (1 − λ)·x', and a term on the view is λ·ℓ(z̃, y) + (1 − λ)·ℓ(z̃, y').
/// "Using Mixup as a Regularizer Can Surprisingly Improve Accuracy and Out-of-Distribution Robustness" (2022).
/// </remarks>
[Technique("001-182")]
[Technique("002-089", Part = "one share for a whole batch, and a step without the unmixed rows")]
[AttributeUsage(AttributeTargets.Class)]
public sealed class RegMixupAttribute : Attribute
{
    /// <summary>Both parameters of the Beta distribution that the share is drawn from.</summary>
    [Range(0, 1000, ExclusiveMinimum = true)]
    public double Alpha { get; set; } = 10;
}
