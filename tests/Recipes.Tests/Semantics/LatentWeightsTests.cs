using Recipes.Tests.Data;
using Recipes.Tests.Training;
using Recipes.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 3, BatchSize = 16, Seed = 6), Input(4), Dense(3), CrossEntropy, Sgd(0.5), InOrder]
public partial class PlainWeights;

[Recipe(Epochs = 3, BatchSize = 16, Seed = 6), Input(4), Dense(3), CrossEntropy, Sgd(0.5), InOrder, WeightNormalization]
public partial class NormalizedWeights;

[Recipe(Epochs = 3, BatchSize = 16, Seed = 6), Input(4), Dense(3), CrossEntropy, Sgd(0.5), InOrder, WeightNormalization, WeightAverage(Decay = 0.8)]
public partial class NormalizedAverages;

[Recipe(Epochs = 60, BatchSize = 8, Seed = 1), Input(4), Dense(24), Tanh, Dense(3), CrossEntropy, Sgd(1), WeightNormalization]
[EarlyStopping(Metric.NegativeLogLikelihood, PatienceEpochs = 5)]
public partial class NormalizedStopsEarly;

[Recipe(Epochs = 60, BatchSize = 8, Seed = 1), Input(4), Dense(24), Tanh, Dense(3), CrossEntropy, Sgd(1), WeightNormalization]
public partial class NormalizedGoesOn;

[Recipe(Epochs = 3, BatchSize = 16, Seed = 6), Input(4), Dense(8), Tanh, Dense(3), CrossEntropy, Sgd(0.5, Momentum = 0.9), SigmaReparam, WeightAverage(Decay = 0.8)]
public partial class KeepsSingularVectors;

[Recipe(Epochs = 3, BatchSize = 16, Seed = 6), Input(4), Dense(3), CrossEntropy, Sgd(1, Momentum = 0.9)]
[Ramp("Bounded.Width", From = 2, To = 0.25, Until = 0.5)]
public partial class BoundedWeights
{
    [Parametrization]
    static Scalar Bounded(Scalar v, [Range(0, 10, ExclusiveMinimum = true)] double width = 2) => width * Tanh(v / width);
}

/// <summary>"Parametrised weights": latent numbers are trained, kept in checkpoints and averaged; what is made of them computes, is evaluated and saved.</summary>
public sealed class LatentWeightsTests : IDisposable
{
    private const int Inputs = 4, Classes = 3, Bias = 16;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_begins_with_the_weights_that_it_would_have_without()
    {
        using var plain = new PlainWeights.Trainer(Blobs.Splits, Buffers.Options());
        using var normalized = new NormalizedWeights.Trainer(Blobs.Splits, Buffers.Options());
        Assert.Equal(plain.Evaluate(Split.Validation).NegativeLogLikelihood, normalized.Evaluate(Split.Validation).NegativeLogLikelihood, 1e-6);
        Assert.Equal(plain.Step().Loss, normalized.Step().Loss, 1e-6);
    }

    /// <summary>Nine steps written from the paper, in double.</summary>
    [Fact]
    public void Directions_and_lengths_are_what_is_trained()
    {
        using var drawn = new PlainWeights.Trainer(Blobs.Splits, Buffers.Options());
        double[] start = [.. Buffers.WeightsOf(drawn.Finish().Model).Select(w => (double)w)];
        // [class][input], as the buffer has [input · classes + class].
        double[][] v = [.. Enumerable.Range(0, Classes).Select(k => Enumerable.Range(0, Inputs).Select(i => start[(i * Classes) + k]).ToArray())];
        double[] g = [.. v.Select(Norm)], b = start[Bias..(Bias + Classes)];
        for (int step = 0; step < 9; step++) Descend(v, g, b, 0.5, step % 3 * 16);

        using var trainer = new NormalizedWeights.Trainer(Blobs.Splits, Buffers.Options());
        while (!trainer.IsOver) trainer.Step();
        float[] trained = Latents(trainer), weights = Buffers.WeightsOf(trainer.Finish().Model);
        int lengths = NormalizedWeights.Definition.Parameters.Single(p => p.Name == "0.weight.g").Offset;
        for (int k = 0; k < Classes; k++)
        {
            // Nine steps of rounding, weights of about 1.
            Assert.Equal(g[k], trained[lengths + k], 2e-6);
            for (int i = 0; i < Inputs; i++)
            {
                Assert.Equal(v[k][i], trained[(i * Classes) + k], 2e-6);
                Assert.Equal(g[k] / Norm(v[k]) * v[k][i], weights[(i * Classes) + k], 2e-6);
            }
        }
    }

    [Fact]
    public void Latent_numbers_are_averaged_and_then_made_into_weights()
    {
        using var trainer = new NormalizedAverages.Trainer(Blobs.Splits, Buffers.Options());
        using var plain = new NormalizedWeights.Trainer(Blobs.Splits, Buffers.Options());
        float[]? average = null;
        while (!trainer.IsOver)
        {
            trainer.Step();
            plain.Step();
            float[] latents = Latents(plain);
            average = average is null ? latents : [.. average.Zip(latents, (mean, next) => (0.8f * mean) + (0.2f * next))];
        }

        float[] weights = Buffers.WeightsOf(trainer.Finish().Model);
        int lengths = NormalizedWeights.Definition.Parameters.Single(p => p.Name == "0.weight.g").Offset;
        for (int k = 0; k < Classes; k++)
        {
            double[] v = [.. Enumerable.Range(0, Inputs).Select(i => (double)average![(i * Classes) + k])];
            for (int i = 0; i < Inputs; i++) Assert.Equal(average![lengths + k] / Norm(v) * v[i], weights[(i * Classes) + k], 2e-6);
        }
    }

    [Fact]
    public void The_best_weights_are_kept_as_they_were_made()
    {
        TrainingResult<NormalizedStopsEarly.Model> result = NormalizedStopsEarly.Train(Blobs.Splits, Buffers.Options());
        Assert.Equal(RunStatus.StoppedEarly, result.Status);
        // A recipe without the rule, finished right after that epoch, has the same bits.
        using var trainer = new NormalizedGoesOn.Trainer(Blobs.Splits, Buffers.Options());
        while (trainer.Epoch < result.Report.Record.BestEpoch!.Value) trainer.Step();
        Assert.Equal(Buffers.WeightsOf(trainer.Finish().Model), Buffers.WeightsOf(result.Model));
    }

    [Fact]
    public void A_model_s_file_has_the_weights_and_none_of_the_latent_numbers()
    {
        TrainingResult<NormalizedWeights.Model> result = NormalizedWeights.Train(Blobs.Splits, Buffers.Options());
        string path = _folder.File("model.safetensors");
        result.Model.Save(path);
        SafetensorsFile file = SafetensorsFile.Read(path);
        Assert.Equal(["0.bias", "0.weight"], file.Tensors.Select(t => t.Name).Order());
        float[] weights = Buffers.WeightsOf(result.Model);
        float[] saved = file["0.weight"].Values.ToArray();
        for (int k = 0; k < Classes; k++)
            for (int i = 0; i < Inputs; i++) Assert.Equal(weights[(i * Classes) + k], saved[(k * Inputs) + i]);
        float[] features = Blobs.Splits.Test.Features(0).ToArray(), one = new float[Classes], other = new float[Classes];
        result.Model.Predict(features, one);
        NormalizedWeights.Model.Load(path).Predict(features, other);
        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(4), InlineData(8)]
    public void A_run_that_is_loaded_goes_on_byte_for_byte(int steps)
    {
        using var whole = new NormalizedAverages.Trainer(Blobs.Splits, Buffers.Options());
        using var loaded = new NormalizedAverages.Trainer(Blobs.Splits, Buffers.Options());
        for (int s = 0; s < steps; s++) whole.Step();
        for (int s = 0; s < 5; s++) loaded.Step();
        string path = _folder.File("checkpoint");
        whole.Save(path);
        loaded.Load(path);
        Assert.Equal(whole.Evaluate(Split.Validation).NegativeLogLikelihood, loaded.Evaluate(Split.Validation).NegativeLogLikelihood);
        while (!whole.IsOver) Assert.Equal(whole.Step(), loaded.Step());
        Assert.Equal(Buffers.WeightsOf(whole.Finish().Model), Buffers.WeightsOf(loaded.Finish().Model));
    }

    /// <summary>Evaluations between steps and a checkpoint change nothing of what is kept from step to step.</summary>
    [Theory]
    [InlineData(0), InlineData(1), InlineData(5)]
    public void What_a_parametrisation_keeps_is_in_the_checkpoint_and_changes_once_a_step(int steps)
    {
        using var whole = new KeepsSingularVectors.Trainer(Blobs.Splits, Buffers.Options());
        using var loaded = new KeepsSingularVectors.Trainer(Blobs.Splits, Buffers.Options());
        for (int s = 0; s < steps; s++) whole.Step();
        string path = _folder.File("checkpoint");
        whole.Save(path);
        for (int s = 0; s < 4; s++) loaded.Step();
        loaded.Load(path);
        while (!whole.IsOver)
        {
            loaded.Evaluate(Split.Train);
            Assert.Equal(whole.Step(), loaded.Step());
        }

        Assert.Equal(Buffers.WeightsOf(whole.Finish().Model), Buffers.WeightsOf(loaded.Finish().Model));
    }

    /// <summary>A method of the recipe class, with a knob that moves: the model's weights are made with where it ended.</summary>
    [Fact]
    public void A_parametrisation_of_one_s_own_has_knobs_that_move()
    {
        TrainingResult<BoundedWeights.Model> result = BoundedWeights.Train(Blobs.Splits, Buffers.Options());
        float[] weights = Buffers.WeightsOf(result.Model)[..(Inputs * Classes)];
        Assert.All(weights, w => Assert.InRange(w, -0.25f, 0.25f));
        // Momentum of nine steps brings latent numbers of some size to the bound.
        Assert.True(weights.Max(Math.Abs) > 0.2f);
        using var wide = new BoundedWeights.Trainer(Blobs.Splits, Buffers.Options());
        wide.Step();
        float[] early = Latents(wide), first = Buffers.WeightsOf(wide.Finish().Model);
        for (int i = 0; i < Inputs * Classes; i++) Assert.Equal(2 * Math.Tanh(early[i] / 2), first[i], 1e-6);
    }

    /// <summary>What is trained, from a checkpoint.</summary>
    private float[] Latents(TrainerBase trainer)
    {
        string path = _folder.File("latents");
        trainer.Save(path);
        using var checkpoint = new CheckpointReader(path);
        return checkpoint.Values<float>("parameters");
    }

    /// <summary>A step of gradient descent on a batch of at most 16 rows in file order.</summary>
    private static void Descend(double[][] v, double[] g, double[] b, double rate, int first)
    {
        TrainRows rows = Blobs.Splits.Train;
        int count = Math.Min(16, rows.Count - first);
        double[][] byWeight = [.. v.Select(_ => new double[Inputs])];
        var byBias = new double[Classes];
        for (int row = first; row < first + count; row++)
        {
            float[] x = rows.Features(row).ToArray();
            double[] z = [.. v.Select((unit, k) => b[k] + (g[k] / Norm(unit) * unit.Zip(x, (w, f) => w * f).Sum()))];
            for (int k = 0; k < Classes; k++)
            {
                double slope = (Math.Exp(Softmax.LogProbability(z, k)) - (rows.Labels[row] == k ? 1 : 0)) / count;
                byBias[k] += slope;
                for (int i = 0; i < Inputs; i++) byWeight[k][i] += slope * x[i];
            }
        }

        for (int k = 0; k < Classes; k++)
        {
            double length = Norm(v[k]), byLength = v[k].Zip(byWeight[k], (a, c) => a * c).Sum() / length;
            double[] unit = [.. v[k].Select(a => a / length)];
            for (int i = 0; i < Inputs; i++) v[k][i] -= rate * g[k] / length * (byWeight[k][i] - (byLength * unit[i]));
            g[k] -= rate * byLength;
            b[k] -= rate * byBias[k];
        }
    }

    private static double Norm(double[] numbers) => Math.Sqrt(numbers.Sum(x => x * x));
}
