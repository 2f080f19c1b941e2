namespace Recipes.Formulas;

public static partial class Math
{
    /// <summary>log(1 − eˣ) for x ≤ 0, without cancellation at either end: the logarithm of the other probability. −∞ at 0, NaN above.</summary>
    public static Scalar Log1mExp(Scalar x) => new(x.Values.Map(SpecialFunctions.Log1mExp));

    /// <inheritdoc cref="Log1mExp(Scalar)"/>
    public static Row<TAxis> Log1mExp<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Log1mExp));

    /// <summary>The probability that a standard normal number is at most x. Its lower tail keeps its digits.</summary>
    public static Scalar NormalCdf(Scalar x) => new(x.Values.Map(SpecialFunctions.NormalCdf));

    /// <inheritdoc cref="NormalCdf(Scalar)"/>
    public static Row<TAxis> NormalCdf<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.NormalCdf));

    /// <summary>The inverse of <see cref="NormalCdf(Scalar)"/>; −∞ at 0, ∞ at 1, NaN beyond.</summary>
    public static Scalar Probit(Scalar x) => new(x.Values.Map(SpecialFunctions.Probit));

    /// <inheritdoc cref="Probit(Scalar)"/>
    public static Row<TAxis> Probit<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Probit));

    /// <summary>The inverse of <see cref="Erf(Scalar)"/>; ±∞ at ±1, NaN beyond.</summary>
    public static Scalar ErfInverse(Scalar x) => new(x.Values.Map(SpecialFunctions.ErfInverse));

    /// <inheritdoc cref="ErfInverse(Scalar)"/>
    public static Row<TAxis> ErfInverse<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.ErfInverse));

    /// <summary>log Γ(x) for x ≥ 0; ∞ at 0, NaN below. log n! is <c>LogGamma(n + 1)</c>.</summary>
    public static Scalar LogGamma(Scalar x) => new(x.Values.Map(SpecialFunctions.LogGamma));

    /// <inheritdoc cref="LogGamma(Scalar)"/>
    public static Row<TAxis> LogGamma<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.LogGamma));

    /// <summary>The derivative of <see cref="LogGamma(Scalar)"/> for x ≥ 0; −∞ at 0, NaN below.</summary>
    public static Scalar Digamma(Scalar x) => new(x.Values.Map(SpecialFunctions.Digamma));

    /// <inheritdoc cref="Digamma(Scalar)"/>
    public static Row<TAxis> Digamma<TAxis>(IRow<TAxis> x)
        where TAxis : IAxis => new(x.Values.Map(SpecialFunctions.Digamma));
}
