using Recipes.Tests.Training;
using Recipes.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 3, BatchSize = 13, Seed = 2), Input(4), Dense(8), Tanh, Dropout(0.2), Dense(3)]
[CrossEntropy, Focal(Weight = 0.5), EarlyLearning(Weight = 0.3), CrossEntropy(Name = "Mixed", View = View.Mixed, Weight = 0.5)]
[RegMixup(Alpha = 2), LogitClip(Maximum = 0.5), EffectiveNumberWeights(Beta = 0.9), UncertaintyWeights]
[AdamW(1e-2), OneCycle(PeakAt = 0.3), ClipNorm(0.1), WeightAverage(Decay = 0.9)]
public partial class ManyKnobs;

[Recipe(Epochs = 1, BatchSize = 10), Input(2), Dense(3), Focal(Gamma = 2), InOrder, Sgd(1e-30)]
public partial class Focused;

[Recipe(Epochs = 8, BatchSize = 10), Input(2), Dense(3), Focal, InOrder, Sgd(1e-30)]
[Ramp("Focal.Gamma", From = 0, To = 2, Start = 0.25, Until = 0.75)]
public partial class FocusesSlowly;

/// <summary>"Knobs".</summary>
public class KnobsTests
{
    [Fact]
    public void Every_number_that_is_a_knob_changes_what_is_learned()
    {
        float[] declared = Learn();
        Assert.Equal(declared, Learn());
        foreach (KnobInfo knob in ManyKnobs.Definition.Knobs)
        {
            double value = knob.Path switch
            {
                // A fifth of these is below what single precision sees.
                "AdamW.Epsilon" => 1e-3,
                "OneCycle.FinalDivide" => 2,
                _ => knob.Value == 0 ? 0.1 : 0.8 * knob.Value,
            };
            Assert.False(declared.AsSpan().SequenceEqual(Learn((knob.Path, value))), $"{knob.Path} = {value} changes nothing.");
        }

        static float[] Learn(params (string, double)[] knobs) => Buffers.WeightsOf(ManyKnobs.Train(Blobs.Splits, Buffers.Options(knobs)).Model);
    }

    // 2 is declared and has a form of its own.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(0.5)]
    [InlineData(0)]
    public void A_form_for_the_declared_value_is_used_while_the_value_matches(double gamma)
    {
        using var still = new Focused.Trainer(Uneven.Splits, Buffers.Options());
        using var trainer = new Focused.Trainer(Uneven.Splits, Buffers.Options(("Focal.Gamma", gamma)));
        var reference = new Softmax(Buffers.WeightsOf(still.Finish().Model), 2, 3);
        Assert.Equal(Focal(reference, gamma), trainer.Step().Focal, 1e-6);
    }

    [Fact]
    public void A_ramp_moves_a_knob_from_step_to_step()
    {
        using var still = new FocusesSlowly.Trainer(Uneven.Splits, Buffers.Options());
        var reference = new Softmax(Buffers.WeightsOf(still.Finish().Model), 2, 3);
        using var trainer = new FocusesSlowly.Trainer(Uneven.Splits, Buffers.Options());
        // Progress is 0, 1/8, …, 7/8.
        foreach (double gamma in (double[])[0, 0, 0, 0.5, 1, 1.5, 2, 2]) Assert.Equal(Focal(reference, gamma), trainer.Step().Focal, 1e-6);
    }

    [Theory]
    [InlineData("Recipe.BatchSize")]
    [InlineData("Dense.Units")]
    public void Numbers_that_give_shape_are_no_knobs(string path)
    {
        var e = Assert.Throws<ArgumentException>(() => new Focused.Trainer(Uneven.Splits, Buffers.Options((path, 4))));
        Assert.Contains("compiled into the trainer", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_outside_the_formulas_range_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Focused.Trainer(Uneven.Splits, Buffers.Options(("Focal.Gamma", 11))));

    private static double Focal(Softmax reference, double gamma)
    {
        TrainRows train = Uneven.Splits.Train;
        return Softmax.Mean(train, row => reference.Focal(train.Features(row), train.Label(row), gamma));
    }
}
