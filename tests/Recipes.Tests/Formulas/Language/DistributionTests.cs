using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.Language;

/// <summary>The functions that distributions are made of, in double.</summary>
public sealed class DistributionTests
{
    private const double Infinity = double.PositiveInfinity;

    /// <summary>Values of mpmath 1.2.1 at 60 digits, rounded to double.</summary>
    [Theory]
    [InlineData("LogGamma", 1e-300, 690.77552789821371)]
    [InlineData("LogGamma", 1e-05, 11.512919692895826)]
    [InlineData("LogGamma", 0.3, 1.0957979948180756)]
    [InlineData("LogGamma", 0.9999, 5.7729791561193863e-5)]
    [InlineData("LogGamma", 1.00001, -5.7720744027504826e-6)]
    [InlineData("LogGamma", 1.5, -0.12078223763524522)]
    [InlineData("LogGamma", 2.00001, 4.2278755976483596e-6)]
    [InlineData("LogGamma", 2.7, 0.43482055365510467)]
    [InlineData("LogGamma", 9.9, 12.57717990421988)]
    [InlineData("LogGamma", 10.5, 13.940625219403764)]
    [InlineData("LogGamma", 100000.0, 1051287.7089736569)]
    [InlineData("LogGamma", 1e+300, 6.8977552789821374e+302)]
    [InlineData("Digamma", 1e-300, -9.9999999999999997e+299)]
    [InlineData("Digamma", 1e-05, -100000.57719921567)]
    [InlineData("Digamma", 0.3, -3.5025242222001331)]
    [InlineData("Digamma", 1.0, -0.57721566490153286)]
    [InlineData("Digamma", 2.7, 0.79678316899114109)]
    [InlineData("Digamma", 9.9, 2.2411803166063814)]
    [InlineData("Digamma", 10.5, 2.3030010342976864)]
    [InlineData("Digamma", 100000.0, 11.512920464961895)]
    [InlineData("NormalCdf", -37.0, 5.7255712225245768e-300)]
    [InlineData("NormalCdf", -12.5, 3.7325642988777134e-36)]
    [InlineData("NormalCdf", -3.7, 0.00010779973347738826)]
    [InlineData("NormalCdf", -2.0, 0.022750131948179207)]
    [InlineData("NormalCdf", -0.5, 0.3085375387259869)]
    [InlineData("NormalCdf", 1e-10, 0.50000000003989423)]
    [InlineData("NormalCdf", 0.3, 0.61791142218895263)]
    [InlineData("NormalCdf", 2.5, 0.99379033467422386)]
    [InlineData("NormalCdf", 8.0, 0.99999999999999938)]
    [InlineData("Probit", 1e-300, -37.047096299361199)]
    [InlineData("Probit", 1e-17, -8.4937932241095981)]
    [InlineData("Probit", 0.001, -3.0902323061678135)]
    [InlineData("Probit", 0.3, -0.52440051270804082)]
    [InlineData("Probit", 0.4999, -0.00025066283008800749)]
    [InlineData("Probit", 0.97, 1.8807936081512505)]
    [InlineData("Probit", 0.999999, 4.7534243088170878)]
    [InlineData("ErfInverse", 1e-300, 8.8622692545275804e-301)]
    [InlineData("ErfInverse", -1e-10, -8.8622692545275805e-11)]
    [InlineData("ErfInverse", 0.3, 0.27246271472675435)]
    [InlineData("ErfInverse", -0.74, -0.79647880561170737)]
    [InlineData("ErfInverse", 0.76, 0.83084112847456014)]
    [InlineData("ErfInverse", 0.999, 2.3267537655135245)]
    [InlineData("ErfInverse", -0.9999999999, -4.5728249585449249)]
    [InlineData("Log1mExp", -1e-300, -690.77552789821371)]
    [InlineData("Log1mExp", -1e-10, -23.025850929990457)]
    [InlineData("Log1mExp", -0.3, -1.3502256128148467)]
    [InlineData("Log1mExp", -0.7, -0.68634100280838515)]
    [InlineData("Log1mExp", -5.5, -0.0040951451108359242)]
    [InlineData("Log1mExp", -36.7, -1.1518409493076097e-16)]
    [InlineData("Log1mExp", -700.0, -9.8596765437597709e-305)]
    public void They_keep_their_digits(string function, double x, double expected)
    {
        double actual = function switch
        {
            "LogGamma" => LogGamma(x),
            "Digamma" => Digamma(x),
            "NormalCdf" => NormalCdf(x),
            "Probit" => Probit(x),
            "ErfInverse" => ErfInverse(x),
            _ => Log1mExp(x),
        };
        // Twenty units in the last place: the recurrences and the continued fraction add some roundings each.
        Assert.Equal(expected, actual, 20 * Math.Abs(Math.BitIncrement(expected) - expected));
    }

    [Fact]
    public void They_are_right_at_the_ends_of_their_domains()
    {
        AssertAll(0, LogGamma(1), LogGamma(2), Log1mExp(-Infinity), NormalCdf(-Infinity), ErfInverse(0), Asin(0), Atan(0), Acos(1), Sin(0));
        AssertAll(1, NormalCdf(Infinity), Sin(Pi / 2), Atan(Infinity) / (Pi / 2), Acos(-1) / Pi, Asin(1) / (Pi / 2));
        AssertAll(0.5, NormalCdf(0));
        AssertAll(Infinity, LogGamma(0), LogGamma(Infinity), Digamma(Infinity), Probit(1), ErfInverse(1));
        AssertAll(-Infinity, Digamma(0), Probit(0), ErfInverse(-1), Log1mExp(0));
        AssertAll(double.NaN, LogGamma(-1), Digamma(-0.5), Probit(-0.1), Probit(1.1), ErfInverse(1.5), Log1mExp(0.1), Asin(1.1), Acos(-1.1), Sin(Infinity));
    }

    [Fact]
    public void Rounding_takes_the_even_of_two()
    {
        AssertAll(0, Round(0.5), Round(-0.5), Floor(0.9));
        AssertAll(2, Round(1.5), Round(2.5), Floor(2));
        AssertAll(-1, Floor(-0.1));
    }

    [Fact]
    public void A_straight_through_value_is_the_first()
    {
        Assert.Equal(3, (double)StraightThrough(3, 0.5));
        Assert.Equal([1, 2], StraightThrough(new Row<Class>(new double[] { 1, 2 }), new Row<Class>(new double[] { 5, 6 })).ToArray());
    }

    private static void AssertAll(double expected, params Scalar[] actual) => Assert.All(actual, x => Assert.Equal(expected, (double)x));
}
