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

    [Fact]
    public void Spectral_normalisation_and_gain()
    {
        double[] start = [1, -0.5, 2];
        State u = (Scalar)start;
        AssertNear(ParametrizationGolden.SpectralNormalization, SpectralNormalization(Rows(s_latent), ref u).ToArray());
        AssertNear(ParametrizationGolden.SpectralNormalizationU, ((Scalar)u).ToArray());
        AssertSlopes(ParametrizationGolden.SpectralNormalizationByV, s_latent, v => With(start, (ref State u) => SpectralNormalization(Rows(v), ref u)));
        AssertNear(ParametrizationGolden.SigmaReparam, With(start, (ref State u) => SigmaReparam(Rows(s_latent), 1.7, ref u)));
        AssertSlopes(ParametrizationGolden.SigmaReparamByV, s_latent, v => With(start, (ref State u) => SigmaReparam(Rows(v), 1.7, ref u)));
        AssertSlopes(ParametrizationGolden.SigmaReparamByGain, [1.7], gain => With(start, (ref State u) => SigmaReparam(Rows(s_latent), gain[0], ref u)));
    }

    /// <summary>Iterations of the kept vector find what a singular value decomposition does: 1 is the greatest after division.</summary>
    [Fact]
    public void Power_iterations_converge()
    {
        State u = 1;
        Row<Incoming> weights = default;
        for (int i = 0; i < 500; i++) weights = SpectralNormalization(Rows(s_latent), ref u);
        double[][] w = [.. weights.ToArray().Chunk(4)];
        double[] left = ((Scalar)u).ToArray();
        // ‖Wᵀ·u‖ is the greatest singular value for its own vector.
        Assert.Equal(1, Math.Sqrt(Enumerable.Range(0, 4).Sum(i => Math.Pow(w.Select((unit, k) => left[k] * unit[i]).Sum(), 2))), 1e-12);
    }

    [Fact]
    public void Weight_standardisation()
    {
        double[] gains = [0.5, -1.25, 2];
        AssertNear(ParametrizationGolden.WeightStandardization, WeightStandardization(Rows(s_latent), (Scalar)gains).ToArray());
        AssertSlopes(ParametrizationGolden.WeightStandardizationByV, s_latent, v => WeightStandardization(Rows(v), (Scalar)gains).ToArray());
        AssertSlopes(ParametrizationGolden.WeightStandardizationByGain, gains, g => WeightStandardization(Rows(s_latent), (Scalar)g).ToArray());
    }

    [Fact]
    public void Grids()
    {
        AssertNear(ParametrizationGolden.StatisticalQuantization2, StatisticalQuantization(Rows(s_latent), 0.5).ToArray());
        AssertSlopes(ParametrizationGolden.StatisticalQuantization2ByV, s_latent, v => StatisticalQuantization(Rows(v), 0.5).ToArray());
        AssertNear(ParametrizationGolden.StatisticalQuantization3, StatisticalQuantization(Rows(s_latent), 0.5, 3, 0.25, 0.1).ToArray());
        AssertSlopes(ParametrizationGolden.StatisticalQuantization3ByV, s_latent, v => StatisticalQuantization(Rows(v), 0.5, 3, 0.25, 0.1).ToArray());
        AssertNear(ParametrizationGolden.UniformQuantization, UniformQuantization(s_latent, 4).ToArray());
        AssertSlopes(ParametrizationGolden.UniformQuantizationByV, s_latent, v => UniformQuantization(v, 4).ToArray());
    }

    [Fact]
    public void Eight_bits_of_floating_point()
    {
        double[] Weights(double[] v, Learned clip, double mantissa) => FloatingPoint8(v, ref clip, start: false, mantissa).ToArray();
        AssertNear(ParametrizationGolden.FloatingPoint8Of2, Weights(s_latent, 0.8, 2));
        AssertSlopes(ParametrizationGolden.FloatingPoint8Of2ByV, s_latent, v => Weights(v, 0.8, 2));
        AssertSlopes(ParametrizationGolden.FloatingPoint8Of2ByClip, [0.8], c => Weights(s_latent, c[0], 2));
        AssertNear(ParametrizationGolden.FloatingPoint8Of3, Weights(s_latent, 0.8, 3));
        AssertSlopes(ParametrizationGolden.FloatingPoint8Of3ByV, s_latent, v => Weights(v, 0.8, 3));
        AssertSlopes(ParametrizationGolden.FloatingPoint8Of3ByClip, [0.8], c => Weights(s_latent, c[0], 3));
        Learned greatest = default;
        _ = FloatingPoint8(s_latent, ref greatest, start: true);
        Assert.Equal(s_latent.Max(Math.Abs), ((Scalar)greatest)[0]);
    }

    [Fact]
    public void Soft_thresholds()
    {
        double[] Weights(double[] v, double s) => AutoSparse(v, s, 0.4, 0.6, 0.8).ToArray();
        AssertNear(ParametrizationGolden.AutoSparse, Weights(s_latent, -0.5));
        AssertSlopes(ParametrizationGolden.AutoSparseByV, s_latent, v => Weights(v, -0.5));
        AssertSlopes(ParametrizationGolden.AutoSparseByS, [-0.5], s => Weights(s_latent, s[0]));
        Assert.Contains(0, Weights(s_latent, -0.5));
    }

    [Fact]
    public void Signs()
    {
        double[] scales = [0.5, 0.25, 2];
        double[] Wave(double[] v, double[] s, double t) => With(s, (ref Latent scale) => BiPer(Rows(v), ref scale, t, start: false, frequency: 20));
        AssertNear(ParametrizationGolden.BiPerWave, Wave(s_latent, scales, 0.4));
        AssertSlopes(ParametrizationGolden.BiPerWaveByV, s_latent, v => Wave(v, scales, 0.4), 1e-6);
        AssertSlopes(ParametrizationGolden.BiPerWaveByScale, scales, s => Wave(s_latent, s, 0.4));
        AssertNear(ParametrizationGolden.BiPerSigns, Wave(s_latent, scales, 0.5));
        AssertSlopes(ParametrizationGolden.BiPerSignsByV, s_latent, v => Wave(v, scales, 0.5), 1e-6);
        AssertSlopes(ParametrizationGolden.BiPerSignsByScale, scales, s => Wave(s_latent, s, 0.5));
        double[] Binary(double[] v, double[] s) => With(s, (ref Latent scale) => BinaryWeights(Rows(v), ref scale, start: false));
        AssertNear(ParametrizationGolden.BinaryWeights, Binary(s_latent, scales));
        AssertSlopes(ParametrizationGolden.BinaryWeightsByV, s_latent, v => Binary(v, scales));
        AssertSlopes(ParametrizationGolden.BinaryWeightsByScale, scales, s => Binary(s_latent, s));
    }

    [Fact]
    public void Signed_supermasks()
    {
        double[] frozen = [.. s_arriving.Select(g => Math.Sqrt(0.5) * Math.Sign(g))];
        double[] Weights(double[] scores)
        {
            Row<Incoming> score = Rows(scores), weight = Rows(frozen);
            return SignedSupermask(ref score, ref weight, start: false, 0.2).ToArray();
        }

        AssertNear(ParametrizationGolden.SignedSupermask, Weights(s_latent));
        AssertSlopes(ParametrizationGolden.SignedSupermaskByV, s_latent, Weights);
    }

    /// <summary>Of numbers drawn in ±½, four to a unit and three units: weights ±√½ with the sign, scores in ±√(6/7) by the size.</summary>
    [Fact]
    public void A_signed_supermask_starts_with_scores_that_do_not_know_the_signs()
    {
        double[] drawn = [0.5, -0.5, 0, 0.25, -0.25, 0.1, -0.1, 0.4, 0.3, -0.3, 0.2, -0.2];
        Row<Incoming> score = Rows(drawn), weight = default;
        _ = SignedSupermask(ref score, ref weight, start: true);
        AssertNear([.. drawn.Select(x => Math.Sqrt(0.5) * Math.Sign(x))], weight.ToArray());
        AssertNear([.. drawn.Select(x => Math.Sqrt(6.0 / 7) * ((4 * Math.Abs(x)) - 1))], score.ToArray());
    }

    [Fact]
    public void Bits()
    {
        double[] sign = s_latent, high = Below(s_latent), middle = s_arriving, low = Below(s_arriving);
        double[] Weights(double[] a, double[] b, double[] c, double[] d) => BitWiseWeights(Rows(a), Rows(b), Rows(c), Rows(d)).ToArray();
        AssertNear(ParametrizationGolden.BitWiseWeights, Weights(sign, high, middle, low));
        AssertSlopes(ParametrizationGolden.BitWiseWeightsBySign, sign, x => Weights(x, high, middle, low));
        AssertSlopes(ParametrizationGolden.BitWiseWeightsByHigh, high, x => Weights(sign, x, middle, low));
        AssertSlopes(ParametrizationGolden.BitWiseWeightsByMiddle, middle, x => Weights(sign, high, x, low));
        AssertSlopes(ParametrizationGolden.BitWiseWeightsByLow, low, x => Weights(sign, high, middle, x));
    }

    private delegate Row<Incoming> Kept<T>(ref T value);

    private static double[] With(double[] start, Kept<State> weights)
    {
        State state = (Scalar)start;
        return weights(ref state).ToArray();
    }

    private static double[] With(double[] start, Kept<Latent> weights)
    {
        Latent latent = (Scalar)start;
        return weights(ref latent).ToArray();
    }

    /// <summary>The units in the opposite order.</summary>
    private static double[] Below(double[] numbers) => [.. numbers.Chunk(4).Reverse().SelectMany(unit => unit)];

    private static Row<Incoming> Rows(double[] numbers) => new([.. numbers.Chunk(4)]);

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-13);
    }

    /// <summary>Central differences with what is stopped held still; off by some step² (times the cube of a frequency) and by rounding over the step.</summary>
    private static void AssertSlopes(double[] expected, double[] numbers, Func<double[], double[]> weights, double tolerance = 1e-8)
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

            Assert.Equal(expected[i], (Objective(Step) - Objective(-Step)) / (2 * Step), tolerance);
        }
    }
}
