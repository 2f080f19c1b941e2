using static Recipes.Formulas.Math;

namespace Recipes.Tests.Formulas.Language;

public sealed class FunctionTests
{
    private const double Infinity = double.PositiveInfinity;

    /// <summary>Values of mpmath 1.2.1 at 40 digits, rounded to double.</summary>
    [Theory]
    [InlineData("Expm1", 1e-300, 1e-300)]
    [InlineData("Expm1", 1e-17, 1e-17)]
    [InlineData("Expm1", -1e-10, -9.999999999500001e-11)]
    [InlineData("Expm1", 1e-5, 1.0000050000166668e-05)]
    [InlineData("Expm1", -0.3, -0.2591817793182821)]
    [InlineData("Expm1", 0.9999, 1.7180100138671555)]
    [InlineData("Expm1", 1.0001, 1.7185536702337534)]
    [InlineData("Expm1", -0.999, -0.631752495386337)]
    [InlineData("Expm1", 5.5, 243.69193226422038)]
    [InlineData("Expm1", -36.7, -0.9999999999999999)]
    [InlineData("Log1p", 1e-300, 1e-300)]
    [InlineData("Log1p", 1e-17, 1e-17)]
    [InlineData("Log1p", -1e-10, -1.00000000005e-10)]
    [InlineData("Log1p", 1e-5, 9.999950000333332e-06)]
    [InlineData("Log1p", -0.3, -0.35667494393873234)]
    [InlineData("Log1p", 1.0001, 0.6931971793099869)]
    [InlineData("Log1p", -0.999, -6.907755278982136)]
    [InlineData("Log1p", 5.5, 1.8718021769015913)]
    [InlineData("Erf", 1e-300, 1.1283791670955126e-300)]
    [InlineData("Erf", -1e-10, -1.1283791670955126e-10)]
    [InlineData("Erf", 1e-5, 1.1283791670579e-05)]
    [InlineData("Erf", -0.3, -0.3286267594591274)]
    [InlineData("Erf", 0.9999, 0.8426592780487595)]
    [InlineData("Erf", 2.5, 0.999593047982555)]
    [InlineData("Erf", 5.5, 0.9999999999999927)]
    [InlineData("Erf", -36.7, -1.0)]
    public void Special_functions_keep_their_digits(string function, double x, double expected)
    {
        double actual = function switch { "Expm1" => Expm1(x), "Log1p" => Log1p(x), _ => Erf(x) };
        // Ten units in the last place: Kahan's products need three or four, the series of erf adds a rounding for each of its terms.
        Assert.Equal(expected, actual, 10 * Math.Abs(Math.BitIncrement(expected) - expected));
    }

    [Fact]
    public void Functions_are_right_at_zero_and_at_the_infinities()
    {
        AssertAll(1, Exp(0), Exp(-0.0), Cos(0), Pow(0, 0), Pow(Infinity, 0), Softplus(0) / Log(2), Sigmoid(Infinity), Tanh(Infinity), Erf(Infinity), Sign(Infinity));
        AssertAll(0, Exp(-Infinity), Expm1(0), Log1p(0), Log(1), Sqrt(0), Abs(0), Sign(0), Tanh(0), Erf(0), Sigmoid(-Infinity), Softplus(-Infinity), Pow(0, 0.5));
        AssertAll(Infinity, Exp(Infinity), Expm1(Infinity), Log(Infinity), Log1p(Infinity), Softplus(Infinity), Abs(-Infinity), Square(-Infinity), Pow(0, -1), Exp(710));
        AssertAll(-Infinity, Log(0), Log1p(-1));
        AssertAll(-1, Expm1(-Infinity), Erf(-Infinity), Tanh(-Infinity), Sign(-Infinity));
        AssertAll(double.NaN, Log(-1), Log1p(-1.5), Sqrt(-1), Cos(Infinity));
        AssertAll(800, Softplus(800));
        Assert.Equal(Math.Exp(-40), Sigmoid(-40), 1e-30);
        Assert.Equal(Math.Exp(-40), Softplus(-40), 1e-30);

        static void AssertAll(double expected, params Scalar[] actual) => Assert.All(actual, x => Assert.Equal(expected, (double)x));
    }

    [Fact]
    public void Rows_reduce_over_their_axis()
    {
        Row<Feature> x = new double[,] { { 3, -4 }, { 1, 1 } };
        Assert.Equal(2, x.Count);
        Assert.Equal([-1, 2], Sum(x).ToArray());
        Assert.Equal([-0.5, 1], Mean(x).ToArray());
        Assert.Equal([3, 1], Max(x).ToArray());
        Assert.Equal([-4, 1], Min(x).ToArray());
        Assert.Equal([5, Math.Sqrt(2)], Norm(x).ToArray());
        Assert.Equal([25, 2], Dot(x, x).ToArray());
        Assert.Equal(1 + Math.Log(2), LogSumExp(x)[1], 1e-15);
        Assert.Equal([0, 1, 0, 1, 0, 0], OneHot(new int[] { 1, 0 }, new Logits(new double[3])).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => OneHot(3, new Logits(new double[3])));
    }

    [Fact]
    public void The_softmax_family_does_not_change_with_a_common_shift()
    {
        Row<Class> z = new double[] { 0.125, -2.5, 3.75, 0.5 };
        foreach (var shift in (double[])[1e4, -1e4, 1e8, -1e8])
        {
            // Eighths plus 1e8 are exact in double, so that every difference must be too.
            Assert.Equal(LogSoftmax(z).ToArray(), LogSoftmax(z + shift).ToArray());
            Assert.Equal(Softmax(z).ToArray(), Softmax(z + shift).ToArray());
            Assert.Equal(LogSumExp(z) + shift, LogSumExp(z + shift), 1e-15 * Math.Abs(shift));
        }
    }

    [Fact]
    public void The_softmax_family_saturates_without_overflow()
    {
        Row<Class> z = new double[] { 800, -800, -Infinity };
        Assert.Equal([1, 0, 0], Softmax(z).ToArray());
        Assert.Equal([0, -1600, -Infinity], LogSoftmax(z).ToArray());
        Assert.Equal(800, (double)LogSumExp(z));
        Assert.Equal(-Infinity, (double)LogSumExp(new Row<Class>(new double[] { -Infinity, -Infinity })));
        Assert.Equal(Infinity, (double)LogSumExp(new Row<Class>(new double[] { 0, Infinity })));
        Assert.All(LogSoftmax(new Row<Class>(new double[] { 0, Infinity })).ToArray()[1..], x => Assert.Equal(double.NaN, x));
    }

    [Fact]
    public void Where_chooses_number_by_number()
    {
        Row<Class> z = new double[,] { { 1, 2 }, { 3, 4 } };
        Assert.Equal([1, 2, 0, 0], Where(Less(z, 3), z, 0).ToArray());
        Assert.Equal([0, 0, 3, 4], Where(Equal(new Scalar(new double[] { 0, 1 }), 1), z, 0).ToArray());
        Assert.Equal([5, 2, 3, 5], Where(Or(Less(z, 2), GreaterOrEqual(z, 4)), 5, z).ToArray());
        Assert.Equal([1, 5, 5, 4], Where(Not(And(Greater(z, 1), LessOrEqual(z, 3))), z, 5).ToArray());
        Assert.Equal(7, (double)Where(Equal(double.NaN, double.NaN), 1, 7));
    }

    [Fact]
    public void Clamp_takes_the_upper_bound_last()
    {
        Assert.Equal([-1, 0.5, 2], Clamp(new Row<Class>(new double[] { -9, 0.5, 9 }), -1, 2).ToArray());
        Assert.Equal(1, (double)Clamp(5, 2, 1));
    }
}
