using Recipes.Tests.Semantics;
using Recipes.Training;

namespace Recipes.Tests.EndToEnd;

[Recipe(Epochs = 20, BatchSize = 32, Seed = 3), Input(64), Dense(32), Tanh, Dense(10), CrossEntropy, Standardize, AdamW(5e-3), Cosine, WeightNormalization]
public partial class NormalizedDigits;

[Recipe(Epochs = 20, BatchSize = 32, Seed = 3), Input(64), Dense(32), Tanh, Dense(10), CrossEntropy, Standardize, Adam(1e-2), Cosine, SigmaReparam]
public partial class ReparametrizedDigits;

[Recipe(Epochs = 20, BatchSize = 32, Seed = 3), Input(64), Dense(32), Tanh, Dense(10), CrossEntropy, Standardize, Adam(5e-3), Cosine, StatisticalQuantization]
public partial class TwoBitDigits;

[Recipe(Epochs = 20, BatchSize = 32, Seed = 3), Input(64), Dense(32), Tanh, Dense(10), CrossEntropy, Standardize, Adam(5e-3), Cosine, BiPer(Frequency = 20)]
public partial class PeriodicDigits;

[Recipe(Epochs = 20, BatchSize = 32, Seed = 3), Input(64), Dense(32), Tanh, Dense(10), CrossEntropy, Standardize, Adam(5e-3), Cosine, AutoSparse]
public partial class SparseDigits;

[Recipe(Epochs = 20, BatchSize = 32, Seed = 3), Input(64), Dense(64), Tanh, Dense(10), CrossEntropy, Standardize, Sgd(1, Momentum = 0.9), Cosine, SignedSupermask]
public partial class MaskedDigits;

[Recipe(Epochs = 20, BatchSize = 32, Seed = 3), Input(64), Dense(32), Tanh, Dense(10), CrossEntropy, Standardize, Adam(5e-3), Cosine, BitWiseWeights]
public partial class BitWiseDigits;

/// <summary>Digits are learned with latent weights, and the model's weights are of the kind that was declared.</summary>
public sealed class LatentWeightsOfDigitsTests
{
    /// <summary>Of ten classes; the recipes reach 0.93 to 0.98.</summary>
    private const double Learned = 0.88;

    private static readonly Splits s_splits = Dataset.FromCsv(Repository.Digits, label: "digit").Split(train: .7, validation: .1, calibration: 0, test: .2, seed: 7);

    [Fact]
    public void Directions_and_lengths_learn() => Check(NormalizedDigits.Train(s_splits, Buffers.Options()), NormalizedDigits.Definition, unit => Assert.Equal(unit.Length, unit.Distinct().Count()));

    [Fact]
    public void Gains_over_singular_values_learn() => Check(ReparametrizedDigits.Train(s_splits, Buffers.Options()), ReparametrizedDigits.Definition, unit => Assert.Equal(unit.Length, unit.Distinct().Count()));

    [Fact]
    public void Two_bits_learn() => Check(TwoBitDigits.Train(s_splits, Buffers.Options()), TwoBitDigits.Definition, unit => Assert.InRange(unit.Distinct().Count(), 2, 4));

    [Fact]
    public void Signs_learn() => Check(PeriodicDigits.Train(s_splits, Buffers.Options()), PeriodicDigits.Definition, unit => Assert.Single(unit.Select(Math.Abs).Distinct()));

    [Fact]
    public void Soft_thresholds_learn()
    {
        float[] weights = Check(SparseDigits.Train(s_splits, Buffers.Options()), SparseDigits.Definition, _ => { });
        // Gaps of the layout are 0 too, but these are few: 64 · 32 + 32 · 10 weights.
        Assert.InRange(weights.Count(w => w == 0), 50, 2000);
    }

    [Fact]
    public void Keeping_hiding_and_inverting_learns() => Check(MaskedDigits.Train(s_splits, Buffers.Options()), MaskedDigits.Definition, unit =>
    {
        float size = (float)Math.Sqrt(2.0 / unit.Length);
        Assert.All(unit, w => Assert.True(w == 0 || Math.Abs(Math.Abs(w) - size) < 1e-6));
    });

    [Fact]
    public void Bits_learn() => Check(BitWiseDigits.Train(s_splits, Buffers.Options()), BitWiseDigits.Definition, unit =>
    {
        double step = Math.Sqrt(2 / (17.5 * unit.Length));
        Assert.All(unit, w => Assert.True(Math.Abs(w) < 7.5 * step && Math.Abs((w / step) - Math.Round(w / step)) < 1e-4));
    });

    private static float[] Check<TModel>(TrainingResult<TModel> run, RecipeDefinition recipe, Action<float[]> checkUnit)
        where TModel : ClassifierModel
    {
        float[] weights = Buffers.WeightsOf(run.Model);
        foreach (ParameterInfo matrix in recipe.Parameters.Where(p => p.IsMatrix))
        {
            (int units, int inputs) = (matrix.Shape[0], matrix.Shape[1]);
            for (int unit = 0; unit < units; unit++) checkUnit([.. Enumerable.Range(0, inputs).Select(i => weights[matrix.Offset + (i * units) + unit])]);
        }

        Assert.True(run.Test.Before.Accuracy > Learned, $"{recipe.Name}: {run.Test.Before.Accuracy}");
        return weights;
    }
}
