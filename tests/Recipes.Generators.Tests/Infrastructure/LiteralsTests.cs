using System.Globalization;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Infrastructure;

public class LiteralsTests
{
    [Theory]
    [InlineData(2, "2.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(1e-8, "1E-08")]
    [InlineData(1e21, "1E+21")]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.Epsilon, "5E-324")]
    public void Doubles(double value, string expected) => Assert.Equal(expected, Literals.Literal(value));

    [Theory]
    [InlineData(2f, "2f")]
    [InlineData(0.1f, "0.1f")]
    [InlineData(1e-8f, "1E-08f")]
    [InlineData(-0f, "-0f")]
    [InlineData(float.NaN, "float.NaN")]
    [InlineData(float.NegativeInfinity, "float.NegativeInfinity")]
    public void Floats(float value, string expected) => Assert.Equal(expected, Literals.Literal(value));

    [Fact]
    public void Other_types()
    {
        Assert.Equal("-3", Literals.Literal(-3));
        Assert.Equal("7L", Literals.Literal(7L));
        Assert.Equal("18446744073709551615UL", Literals.Literal(ulong.MaxValue));
        Assert.Equal("true", Literals.Literal(true));
        Assert.Equal("\"a\\\"b\\n\"", Literals.Literal("a\"b\n"));
        Assert.Equal("null", Literals.Literal(null));
    }

    /// <summary>Swedish writes the minus sign as U+2212 and the point as a comma; neither compiles.</summary>
    [Fact]
    public void No_culture_changes_a_literal()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "\u2212";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal("-0.5", Literals.Literal(-0.5));
            Assert.Equal("-0.5f", Literals.Literal(-0.5f));
            Assert.Equal("-5", Literals.Literal(-5));
            Assert.Equal("-5L", Literals.Literal(-5L));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
