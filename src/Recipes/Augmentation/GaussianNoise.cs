using Recipes.Engine;

namespace Recipes;

/// <summary>Adds to each feature a normal number of its own.</summary>
public sealed class GaussianNoise : IAugmentation
{
    /// <summary>The standard deviation unless the recipe says otherwise.</summary>
    public const double DefaultDeviation = 0.1;

    private readonly double _deviation;

    /// <param name="deviation">The standard deviation, in units of the prepared features.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public GaussianNoise(double deviation = DefaultDeviation)
    {
        if (!(deviation >= 0 && double.IsFinite(deviation))) throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A standard deviation is finite and not negative.");
        _deviation = deviation;
    }

    /// <inheritdoc/>
    public void Apply(Span<float> row, RandomKey key, ulong ordinal)
    {
        for (int i = 0; i < row.Length; i++) row[i] += (float)(_deviation * key.Normal(ordinal, (uint)i));
    }
}
