namespace Recipes.Tests.Formulas.Weightings;

public sealed class WeightingTests
{
    /// <summary>By hand: (1 − β)/(1 − βⁿ) is 1 for a single row and 1/(1 + β) for two; β = 0.999 counts 1,000 rows as 632.3.</summary>
    [Fact]
    public void Effective_number_weights_count_further_rows_less()
    {
        Assert.Equal(1, Recipes.Weightings.EffectiveNumberWeights(1), 1e-12);
        Assert.Equal(1 / 1.9, Recipes.Weightings.EffectiveNumberWeights(2, 0.9), 1e-15);
        Assert.Equal(1 / 632.3, Recipes.Weightings.EffectiveNumberWeights(1000), 1e-7);
        Assert.Equal(1, (double)Recipes.Weightings.EffectiveNumberWeights(1000, 0));
    }

    /// <summary>scikit-learn's compute_class_weight("balanced") of 6, 3 and 1 rows: 10/18, 10/9, 10/3.</summary>
    [Fact]
    public void Inverse_frequency_weights_are_the_balanced_ones()
    {
        Examples.AssertClose([10.0 / 18, 10.0 / 9, 10.0 / 3], [Of(6), Of(3), Of(1)]);
        Assert.Equal(1, (6 * Of(6) + 3 * Of(3) + Of(1)) / 10, 1e-15);

        static double Of(int rows) => Recipes.Weightings.InverseFrequencyWeights(rows, 10, 3);
    }

    /// <summary>By hand: 1/√16 and 1/√100; the power 1 is the inverse frequency up to scale.</summary>
    [Fact]
    public void Inverse_power_weights_are_roots_by_default()
    {
        Examples.AssertClose([0.25, 0.1], [(double)Recipes.Weightings.InversePowerWeights(16), (double)Recipes.Weightings.InversePowerWeights(100)]);
        Assert.Equal(0.01, Recipes.Weightings.InversePowerWeights(100, 1), 1e-17);
        Assert.Equal(1, (double)Recipes.Weightings.InversePowerWeights(100, 0));
    }

    /// <summary>By hand: 1 / log 1.02 = 50.498… bounds the weight of the rarest, 1 / log 2.02 = 1.422… is that of the only class.</summary>
    [Fact]
    public void Log_frequency_weights_are_bounded()
    {
        Assert.Equal(1 / Math.Log(1.27), Recipes.Weightings.LogFrequencyWeights(25, 100), 1e-13);
        Assert.InRange((double)Recipes.Weightings.LogFrequencyWeights(1, 1e9), 50.49, 50.5);
        Assert.InRange((double)Recipes.Weightings.LogFrequencyWeights(100, 100), 1.42, 1.43);
    }
}
