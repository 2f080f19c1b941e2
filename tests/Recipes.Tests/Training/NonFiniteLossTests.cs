using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Training;

public sealed class NonFiniteLossTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_term_the_rows_and_the_last_checkpoint_are_named()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(options: new TrainingOptions { RunDirectory = _folder.File("run") });
        int bad = -1;
        trainer.Computed = t =>
        {
            if (t.StepCount != 4) return;
            bad = t.DrawnRows[5];
            t.Values[16 + 5] = float.NaN; // The second term's sixth row.
            t.Means[1] = double.NaN;
            t.StepLoss = double.NaN;
        };
        TrainingResult<SoftmaxModel> result = trainer.Run();
        Assert.Equal(RunStatus.Diverged, result.Status);
        NonFiniteLossException failure = Assert.IsType<NonFiniteLossException>(result.Failure);
        Assert.Equal(("Penalty", 2, 5L), (failure.Term, failure.Epoch, failure.Step));
        Assert.Equal([bad], failure.Rows);
        Assert.Equal(_folder.File("run/checkpoint"), failure.Checkpoint);
        Assert.Equal(
            $"The loss is not a number in step 5 (epoch 2); the term that is not finite is Penalty; train rows of the batch: {bad}, … (16 in all). " +
            $"The last good checkpoint is '{failure.Checkpoint}'.",
            failure.Message);
        var e = Assert.Throws<InvalidOperationException>(() => result.Model);
        Assert.Contains("diverged", e.Message, StringComparison.Ordinal);

        // The checkpoint is that of the first epoch's end.
        trainer.Dispose();
        using SoftmaxTrainer again = new SoftmaxRecipe().Trainer(options: new TrainingOptions { RunDirectory = _folder.File("run"), Resume = ResumeMode.Required });
        Assert.Equal(3, again.StepCount);
        Assert.Equal(RunStatus.Completed, again.Run().Status);
    }

    [Fact]
    public void Driven_by_hand_the_step_throws_and_the_trainer_is_revived_by_a_checkpoint()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        trainer.Step();
        trainer.Save(_folder.File("checkpoint"));
        trainer.Computed = t => t.StepLoss = double.PositiveInfinity;
        var failure = Assert.Throws<NonFiniteLossException>(trainer.Step);
        Assert.Null(failure.Term);
        Assert.Equal(trainer.DrawnRows[..8].ToArray(), failure.Rows);
        Assert.StartsWith("The loss is infinite in step 2 (epoch 1)", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("There is no earlier checkpoint.", failure.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(trainer.Step);
        Assert.Throws<InvalidOperationException>(trainer.Finish);
        trainer.Computed = null;
        trainer.Load(_folder.File("checkpoint"));
        trainer.Step();
        Assert.Equal(2, trainer.StepCount);
    }

    [Fact]
    public void A_gradient_that_is_not_finite_is_told_from_a_loss()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        trainer.Computed = t => t.StepGradientNorm = double.PositiveInfinity;
        var failure = Assert.Throws<NonFiniteLossException>(trainer.Step);
        Assert.StartsWith("The gradient's norm is infinite in step 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spoiled_weights_are_not_saved_over_a_good_checkpoint()
    {
        string file = _folder.File("run/checkpoint");
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(new Splits(Blobs.Rows(37, 1)), new TrainingOptions { RunDirectory = _folder.File("run") });
        byte[]? good = null;
        trainer.Computed = t =>
        {
            // The update after a finite loss may still overflow.
            if (t.StepCount == 5) t.Weights[3] = float.PositiveInfinity;
            if (t.StepCount == 4) good = File.ReadAllBytes(file);
        };
        TrainingResult<SoftmaxModel> result = trainer.Run();
        Assert.Equal(RunStatus.Diverged, result.Status);
        Assert.StartsWith("A weight after the update is infinite in step 6 (epoch 2)", result.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(good, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_model_that_is_not_a_number_on_the_validation_rows_stops_the_run()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer();
        trainer.Computed = t =>
        {
            if (t.StepCount == 2) t.Weights[3] = float.NaN;
        };
        TrainingResult<SoftmaxModel> result = trainer.Run();
        Assert.Equal(RunStatus.Diverged, result.Status);
        Assert.StartsWith("The loss on the validation rows is not a number in step 3 (epoch 1)", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_update_is_checked_too()
    {
        using SoftmaxTrainer trainer = new SoftmaxRecipe().Trainer(new Splits(Blobs.Rows(37, 1)));
        trainer.Computed = t =>
        {
            if (t.StepCount == t.Steps - 1) t.Weights[3] = float.NaN;
        };
        Assert.Equal(RunStatus.Diverged, trainer.Run().Status);
    }
}
