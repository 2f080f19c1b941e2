using Recipes.Training;

namespace Recipes.Tests.Training;

public class StepTests
{
    [Fact]
    public void An_epoch_has_as_many_steps_as_batches_and_the_last_one_is_short()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe { Sampler = () => new InOrderSampler() }.Trainer();
        var counts = new List<int>();
        var ends = new List<bool>();
        for (int s = 0; s < 6; s++)
        {
            trainer.Step();
            counts.Add(trainer.Rows);
            ends.Add(trainer.EndsEpoch);
        }
        // 37 rows in batches of 16: 16, 16, 5.
        Assert.Equal([16, 16, 5, 16, 16, 5], counts);
        Assert.Equal([false, false, true, false, false, true], ends);
        Assert.Equal(2, trainer.Epoch);
        Assert.Equal(Enumerable.Range(32, 5), trainer.DrawnRows.ToArray());
    }

    [Fact]
    public void A_short_last_batch_can_be_dropped()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe { DropLast = true }.Trainer();
        for (int s = 0; s < 4; s++)
        {
            trainer.Step();
            Assert.Equal(16, trainer.Rows);
        }
        Assert.Equal(2, trainer.Epoch);
    }

    [Fact]
    public void The_learning_rate_is_the_knob_times_the_schedule()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe { LearningRate = 0.2 }.Trainer();
        for (int s = 0; s < trainer.Steps; s++)
        {
            trainer.Step();
            // The schedule is 1 − progress / 2, and progress is the fraction of the run done before the step.
            Assert.Equal(0.2 * (1 - 0.5 * (s / 9.0)), trainer.StepLearningRate, 15);
        }
    }

    [Fact]
    public void Terms_act_from_until_and_every()
    {
        var recipe = new SoftmaxRecipe
        {
            Epochs = 4, // 12 steps
            CrossEntropy = new TermInfo("CrossEntropy", SoftmaxRecipe.CrossEntropyKnob, From: 0.25, Until: 0.75),
            Penalty = new TermInfo("Penalty", SoftmaxRecipe.PenaltyKnob, Every: 5),
        };
        using SoftmaxTrainer trainer = recipe.Trainer();
        var first = new List<int>();
        var second = new List<int>();
        for (int s = 0; s < trainer.Steps; s++)
        {
            trainer.Step();
            if (trainer.WeightOfTerm(0) != 0) first.Add(s);
            if (trainer.WeightOfTerm(1) != 0) second.Add(s);
        }
        Assert.Equal([3, 4, 5, 6, 7, 8], first);
        Assert.Equal([0, 5, 10], second);
    }

    [Fact]
    public void Ramps_move_linearly_and_stay_at_their_ends()
    {
        var recipe = new SoftmaxRecipe { Epochs = 4, Ramps = [new RampInfo(SoftmaxRecipe.GammaKnob, From: 1, To: 3, Start: 0.25, Until: 0.75)] };
        using SoftmaxTrainer trainer = recipe.Trainer();
        var values = new List<double>();
        for (int s = 0; s < trainer.Steps; s++)
        {
            trainer.Step();
            values.Add(Math.Round(trainer.KnobValue(SoftmaxRecipe.GammaKnob), 12));
        }
        // 12 steps: the ramp begins at step 3 and ends at step 9.
        double[] expected = [1, 1, 1, 1, .. Enumerable.Range(1, 5).Select(i => Math.Round(1 + i / 3.0, 12)), 3, 3, 3];
        Assert.Equal(expected, values);
    }

    [Fact]
    public void A_ramped_weight_reaches_its_term()
    {
        var recipe = new SoftmaxRecipe { Ramps = [new RampInfo(SoftmaxRecipe.PenaltyKnob, From: 0, To: 0.09, Start: 0, Until: 1)] };
        using SoftmaxTrainer trainer = recipe.Trainer();
        for (int s = 0; s < trainer.Steps; s++)
        {
            trainer.Step();
            Assert.Equal(0.01 * s, trainer.WeightOfTerm(1), 12);
        }
    }

    [Fact]
    public void Class_weights_have_mean_one_over_the_train_rows()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        trainer.Step();
        // 37 rows of 3 classes in turn: 13, 12, 12. The weight is 1/count; scaled: rows / (classes · count).
        float[] expected = [37f / (3 * 13), 37f / (3 * 12), 37f / (3 * 12)];
        for (int c = 0; c < 3; c++) Assert.Equal(expected[c], trainer.ClassWeightValues[c], 1e-6f);
    }

    [Fact]
    public void Steps_after_the_last_epoch_are_refused()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe { Epochs = 1 }.Trainer();
        while (!trainer.IsOver) trainer.Step();
        var e = Assert.Throws<InvalidOperationException>(trainer.Step);
        Assert.Contains("All 1 epochs", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_after_the_finish_are_refused()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        trainer.Step();
        TrainingResult<SoftmaxModel> result = trainer.Finish();
        Assert.Throws<InvalidOperationException>(trainer.Step);
        Assert.Same(result, trainer.Finish());
    }

    [Fact]
    public void A_disposed_trainer_says_so()
    {
        SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        trainer.Dispose();
        trainer.Dispose();
        Assert.Throws<ObjectDisposedException>(trainer.Step);
        Assert.Throws<ObjectDisposedException>(() => trainer.Evaluate(Split.Validation));
        Assert.Throws<ObjectDisposedException>(trainer.Finish);
    }

    [Fact]
    public void The_seed_can_be_replaced()
    {
        using SoftmaxTrainer declared = new SoftmaxRecipe().Trainer();
        using SoftmaxTrainer same = new SoftmaxRecipe { Seed = 1 }.Trainer(options: new TrainingOptions { Seed = 7 });
        using SoftmaxTrainer other = new SoftmaxRecipe().Trainer(options: new TrainingOptions { Seed = -1 });
        Assert.Equal(declared.State(), same.State());
        Assert.NotEqual(declared.State(), other.State());
        Assert.Equal(ulong.MaxValue, other.SeedInForce);
    }
}
