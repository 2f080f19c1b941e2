namespace Recipes.Tests.Calibration;

public class ExactFractionTests
{
    [Theory]
    [InlineData(0.1, 1, 10)]
    [InlineData(0.02, 1, 50)]
    [InlineData(0.5, 1, 2)]
    [InlineData(0.3, 3, 10)]
    [InlineData(1.0 / 3, 1, 3)]
    [InlineData(2.0 / 7, 2, 7)]
    [InlineData(0.0123, 123, 10000)]
    [InlineData(1e-9, 1, 1000000000)]
    [InlineData(0.999, 999, 1000)]
    [InlineData(0, 0, 1)]
    [InlineData(3, 3, 1)]
    public void The_fraction_is_the_one_that_was_meant(double value, int numerator, int denominator) =>
        Assert.Equal(new ExactFraction(numerator, denominator), ExactFraction.Of(value));

    [Fact]
    public void It_rounds_to_the_number_it_came_from()
    {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++)
        {
            double value = random.NextDouble();
            ExactFraction fraction = ExactFraction.Of(value);
            Assert.Equal(value, (double)fraction.Numerator / (double)fraction.Denominator, 1e-16);
        }
    }

    [Fact]
    public void The_least_number_has_a_fraction_too() => Assert.Equal(1, ExactFraction.Of(double.Epsilon).Numerator);

    [Fact]
    public void Ceilings_are_exact()
    {
        Assert.Equal(18, ExactFraction.Of(0.1).Complement.CeilingOfProduct(20));
        Assert.Equal(19, ExactFraction.Of(0.1).Complement.CeilingOfProduct(21));
        Assert.Equal(3, ExactFraction.Of(0.4).Reciprocal.CeilingOfProduct(1));
    }
}
