using static Recipes.Parametrizations;

namespace Recipes.Tests.Formulas.Parametrizations;

/// <summary>Weights, and gradients as differences of Σ gradient · weight, against PyTorch's or those of the paper.</summary>
public sealed class ParametrizationTests
{
    private const double Step = 1e-5;

    private static readonly double[] s_latent = ParametrizationGolden.Latent, s_arriving = ParametrizationGolden.Arriving;

    [Fact]
    public void Weight_normalisation()
    {
        double[] lengths = [0.5, -1.25, 2];
        double[] Weights(double[] v, double[] g)
        {
            Latent latent = (Scalar)g;
            return WeightNormalization(Rows(v), ref latent, start: false).ToArray();
        }

        AssertNear(ParametrizationGolden.WeightNormalization, Weights(s_latent, lengths));
        AssertSlopes(ParametrizationGolden.WeightNormalizationByV, s_latent, v => Weights(v, lengths));
        AssertSlopes(ParametrizationGolden.WeightNormalizationByG, lengths, g => Weights(s_latent, g));
    }

    /// <summary>A network begins as it would without: its weights are what was drawn.</summary>
    [Fact]
    public void Weight_normalisation_starts_at_the_lengths_of_what_was_drawn()
    {
        Latent g = default;
        AssertNear(s_latent, WeightNormalization(Rows(s_latent), ref g, start: true).ToArray());
        AssertNear([.. s_latent.Chunk(4).Select(unit => Math.Sqrt(unit.Sum(x => x * x)))], ((Scalar)g).ToArray());
    }

    [Fact]
    public void Weight_compander()
    {
        AssertNear(ParametrizationGolden.WeightCompander, WeightCompander((Scalar)s_latent, 0.8, 0.6).ToArray());
        AssertSlopes(ParametrizationGolden.WeightCompanderByV, s_latent, v => WeightCompander((Scalar)v, 0.8, 0.6).ToArray());
        AssertSlopes(ParametrizationGolden.WeightCompanderByA, [0.8], a => WeightCompander((Scalar)s_latent, a[0], 0.6).ToArray());
        AssertSlopes(ParametrizationGolden.WeightCompanderByB, [0.6], b => WeightCompander((Scalar)s_latent, 0.8, b[0]).ToArray());
    }

    private static Row<Incoming> Rows(double[] numbers) => new([.. numbers.Chunk(4)]);

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-13);
    }

    /// <summary>Central differences with what is stopped held still; off by some step² and by rounding over the step.</summary>
    private static void AssertSlopes(double[] expected, double[] numbers, Func<double[], double[]> weights)
    {
        Assert.Equal(expected.Length, numbers.Length);
        var held = new DetachedValues();
        held.Record(() => weights(numbers));
        for (int i = 0; i < numbers.Length; i++)
        {
            double Objective(double by)
            {
                double[] moved = [.. numbers];
                moved[i] += by;
                return held.Replay(() => weights(moved)).Zip(s_arriving, (w, g) => w * g).Sum();
            }

            Assert.Equal(expected[i], (Objective(Step) - Objective(-Step)) / (2 * Step), 1e-8);
        }
    }
}
