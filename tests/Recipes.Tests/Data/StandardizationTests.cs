using System.Globalization;

namespace Recipes.Tests.Data;

public sealed class StandardizationTests
{
    private static readonly int[] s_pixels = [1, 10, 36, 63];

    /// <summary>The first 1,000 digits.</summary>
    private static float[] Digits(out IReadOnlyList<string> names)
    {
        Dataset digits = Dataset.FromCsv(Repository.Digits, label: "digit");
        names = digits.FeatureNames;
        return digits.Features[..64_000].ToArray();
    }

    private static Standardization Fitted(float[] features, int count, IReadOnlyList<string>? names = null)
    {
        var standardization = new Standardization();
        standardization.Fit(features, count, names ?? [.. Enumerable.Range(0, count).Select(j => $"x{j}")]);
        return standardization;
    }

    /// <summary>Relative; both sides sum in double, in another order.</summary>
    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.InRange(actual[i], expected[i] - (1e-12 * Math.Abs(expected[i])), expected[i] + (1e-12 * Math.Abs(expected[i])));
    }

    [Fact]
    public void Means_and_scales_are_those_of_scikit_learn()
    {
        // standardization.py prints these.
        Standardization digits = Fitted(Digits(out _), 64);
        Near([0.259, 10.187, 10.42, 0.416], [.. s_pixels.Select(j => digits.Means[j])]);
        Near([0.8354154655020412, 5.498911801438549, 5.93461034946694, 2.0334561711529533], [.. s_pixels.Select(j => digits.Scales[j])]);
    }

    [Fact]
    public void Transformed_values_are_those_of_scikit_learn()
    {
        float[] features = Digits(out _);
        Fitted(features, 64).Apply(features, 64);
        // Single precision: half a unit in the last place, 2⁻²⁴ relative.
        double[] expected = [-0.31002538341130004, 0.5115557589529082, 0.940247071233785, -0.2045778049713908];
        for (int i = 0; i < 4; i++) Assert.Equal((float)expected[i], features[(17 * 64) + s_pixels[i]]);
    }

    [Fact]
    public void Narrow_constant_and_tiny_columns_are_those_of_scikit_learn()
    {
        float[] features = [1e6f + 1, 5, 0.1f, 1e-20f, 1e6f + 2, 5, 0.1f, 3e-20f, 1e6f + 4, 5, 0.1f, 2e-20f];
        Standardization fitted = Fitted(features, 4);
        Near([1000002.3333333334, 5.0, 0.10000000149011612, 1.999999936531045e-20], fitted.Means.ToArray());
        Near([1.247219128924647, 1.0, 1.0, 8.164965550166338e-21], fitted.Scales.ToArray());
        fitted.Apply(features, 4);
        Assert.Equal([1.3363062f, 0, 0, 0], features[8..]);
    }

    [Fact]
    public void Constant_columns_keep_the_scale_1_and_are_noted()
    {
        float[] features = Digits(out IReadOnlyList<string> names);
        Standardization fitted = Fitted(features, 64, names);
        Assert.Equal(1, fitted.Scales[0]);
        Assert.Equal("3 of 64 features are constant over the train rows and are only shifted: p00, p40, p47", Assert.Single(fitted.Notes));
        Assert.Empty(Fitted([1, 2, 3, 5], 2).Notes);
    }

    [Fact]
    public void The_transformed_rows_have_mean_0_and_variance_1()
    {
        float[] features = Digits(out _);
        Fitted(features, 64).Apply(features, 64);
        double[] column = [.. Enumerable.Range(0, 1000).Select(row => (double)features[(row * 64) + 10])];
        // 1,000 values rounded to 2⁻²⁴ of themselves.
        Assert.InRange(column.Average(), -1e-7, 1e-7);
        Assert.InRange(column.Average(value => value * value), 1 - 1e-6, 1 + 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    public void Every_width_gives_what_one_feature_at_a_time_gives(int width)
    {
        var random = new Random(width);
        float[] features = [.. Enumerable.Range(0, 5 * width).Select(_ => (float)((random.NextDouble() * 200) - 100))];
        Standardization fitted = Fitted(features, width);
        float[] expected = [.. features.Select((value, i) => (float)((value - fitted.Means[i % width]) * (1 / fitted.Scales[i % width])))];
        fitted.Apply(features, width);
        Assert.Equal(expected, features);
    }

    [Fact]
    public void The_state_comes_back_exactly()
    {
        float[] features = Digits(out _);
        Standardization fitted = Fitted(features, 64);
        var restored = new Standardization();
        restored.LoadState(fitted.SaveState());
        Assert.Equal(fitted.Means.ToArray(), restored.Means.ToArray());
        Assert.Equal(fitted.Scales.ToArray(), restored.Scales.ToArray());
        float[] again = [.. features];
        fitted.Apply(features, 64);
        restored.Apply(again, 64);
        Assert.Equal(features, again);
        Assert.Equal("", new Standardization().SaveState());
        restored.LoadState("");
        Assert.Equal("", restored.SaveState());
    }

    [Fact]
    public void The_state_is_free_of_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = comma;
            Standardization fitted = Fitted([-1.5f, -2], 1);
            Assert.Equal("means -1.75; scales 0.25", fitted.SaveState());
            new Standardization().LoadState(fitted.SaveState());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("means 1")]
    [InlineData("scales 1; means 1")]
    [InlineData("means 1 2; scales 1")]
    [InlineData("means 1; scales 0")]
    [InlineData("means 1; scales -1")]
    [InlineData("means 1; scales 1e-320")]
    [InlineData("means NaN; scales 1")]
    [InlineData("means 1; scales one")]
    [InlineData("temperature 1.5")]
    public void A_foreign_state_is_refused_and_changes_nothing(string state)
    {
        Standardization fitted = Fitted([1, 2], 1);
        Assert.Throws<FormatException>(() => fitted.LoadState(state));
        Assert.Equal("means 1.5; scales 0.5", fitted.SaveState());
    }

    [Fact]
    public void Rows_of_another_width_are_refused()
    {
        Standardization fitted = Fitted([1, 2, 3, 4], 2);
        Assert.Throws<ArgumentException>(() => fitted.Apply(new float[3], 3));
        Assert.Throws<ArgumentException>(() => fitted.Apply(new float[3], 2));
        Assert.Throws<ArgumentException>(() => Fitted([], 1));
        Assert.Throws<ArgumentException>(() => Fitted([1, 2, 3], 2));
    }

    [Fact]
    public void Applying_allocates_nothing()
    {
        float[] features = Digits(out _);
        Standardization fitted = Fitted(features, 64);
        fitted.Apply(features, 64);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) fitted.Apply(features.AsSpan(0, 64), 64);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
