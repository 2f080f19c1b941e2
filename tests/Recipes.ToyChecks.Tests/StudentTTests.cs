namespace Recipes.ToyChecks.Tests;

public class StudentTTests
{
    /// <summary>The table of critical values in the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2; three decimals.</summary>
    [Theory]
    [InlineData(0.975, 1, 12.706)]
    [InlineData(0.975, 2, 4.303)]
    [InlineData(0.975, 9, 2.262)]
    [InlineData(0.975, 19, 2.093)]
    [InlineData(0.975, 30, 2.042)]
    [InlineData(0.95, 9, 1.833)]
    [InlineData(0.99, 4, 3.747)]
    [InlineData(0.90, 3, 1.638)]
    public void Quantiles_are_those_of_the_table(double probability, int freedom, double expected) =>
        Assert.Equal(expected, StudentT.Quantile(probability, freedom), 0.0005);

    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(1, 3)]
    [InlineData(double.NaN, 3)]
    [InlineData(0.975, 0)]
    public void What_is_no_quantile_is_refused(double probability, int freedom) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => StudentT.Quantile(probability, freedom));
}
