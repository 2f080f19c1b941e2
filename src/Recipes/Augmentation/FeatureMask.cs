using Recipes.Engine;

namespace Recipes;

/// <summary>Sets each feature to 0 with a probability: to its mean, where features are standardised.</summary>
/// <remarks>The others are not scaled, unlike in dropout: a view is a row with values missing, not a noisy unit.</remarks>
public sealed class FeatureMask : IAugmentation
{
    /// <summary>The probability unless the recipe says otherwise.</summary>
    public const double DefaultRate = 0.1;

    private readonly double _rate;

    /// <param name="rate">The probability of a feature being set to 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1].</exception>
    public FeatureMask(double rate = DefaultRate)
    {
        if (!(rate >= 0 && rate <= 1)) throw new ArgumentOutOfRangeException(nameof(rate), rate, "A probability lies in [0, 1].");
        _rate = rate;
    }

    /// <inheritdoc/>
    public void Apply(Span<float> row, RandomKey key, ulong ordinal)
    {
        for (int i = 0; i < row.Length; i++)
            if (key.Uniform(ordinal, (uint)i) < _rate) row[i] = 0;
    }
}
