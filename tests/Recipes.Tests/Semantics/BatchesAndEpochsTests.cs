namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 2, BatchSize = 4), Input(2), Dense(3), CrossEntropy, Sgd(1e-30)]
public partial class DrawsAll;

[Recipe(Epochs = 2, BatchSize = 4), Input(2), Dense(3), CrossEntropy, Sgd(1e-30), InOrder]
public partial class DrawsInOrder;

[Recipe(Epochs = 2, BatchSize = 4), Input(2), Dense(3), CrossEntropy, Sgd(1e-30), ClassBalancedSampling]
public partial class DrawsByClass;

[Recipe(Epochs = 2, BatchSize = 4, DropLast = true), Input(2), Dense(3), CrossEntropy, Sgd(1e-30)]
public partial class DropsLast;

[Recipe(Epochs = 2, BatchSize = 4), Input(2), Dense(3), Sgd(1e-30)]
[CrossEntropy, CrossEntropy(Name = "Mixed", View = View.Mixed), RegMixup(Alpha = 1)]
public partial class SeesTwice;

/// <summary>"Batches and epochs", on ten train rows.</summary>
public class BatchesAndEpochsTests
{
    private static readonly (int, bool)[] s_batches = [(4, false), (4, false), (2, true), (4, false), (4, false), (2, true)];

    [Fact]
    public void An_epoch_is_the_rows_by_the_batch_size_rounded_up_for_every_sampler()
    {
        using var all = new DrawsAll.Trainer(Uneven.Splits, Buffers.Options());
        using var inOrder = new DrawsInOrder.Trainer(Uneven.Splits, Buffers.Options());
        using var byClass = new DrawsByClass.Trainer(Uneven.Splits, Buffers.Options());
        Assert.Equal(s_batches, Drive(all, () => Of(all.Step())));
        Assert.Equal(s_batches, Drive(inOrder, () => Of(inOrder.Step())));
        Assert.Equal(s_batches, Drive(byClass, () => Of(byClass.Step())));

        static (int, bool) Of(object step) => step switch
        {
            DrawsAll.StepResult s => (s.Rows, s.EndsEpoch),
            DrawsInOrder.StepResult s => (s.Rows, s.EndsEpoch),
            DrawsByClass.StepResult s => (s.Rows, s.EndsEpoch),
            _ => throw new ArgumentException(null, nameof(step)),
        };
    }

    [Fact]
    public void DropLast_drops_the_short_batch()
    {
        using var trainer = new DropsLast.Trainer(Uneven.Splits, Buffers.Options());
        Assert.Equal([(4, false), (4, true), (4, false), (4, true)], Drive(trainer, () =>
        {
            DropsLast.StepResult step = trainer.Step();
            return (step.Rows, step.EndsEpoch);
        }));
    }

    [Fact]
    public void Further_views_of_a_row_do_not_count()
    {
        using var once = new DrawsAll.Trainer(Uneven.Splits, Buffers.Options());
        using var twice = new SeesTwice.Trainer(Uneven.Splits, Buffers.Options());
        Assert.Equal(s_batches, Drive(twice, () =>
        {
            SeesTwice.StepResult step = twice.Step();
            // The same rows are drawn, and the clean term is still divided by their number.
            Assert.Equal(once.Step().CrossEntropy, step.CrossEntropy, 1e-6);
            Assert.Equal(step.CrossEntropy + step.Mixed, step.Loss, 1e-6);
            return (step.Rows, step.EndsEpoch);
        }));
    }

    private static List<(int, bool)> Drive(Recipes.Training.TrainerBase trainer, Func<(int, bool)> step)
    {
        var steps = new List<(int, bool)>();
        while (!trainer.IsOver) steps.Add(step());
        return steps;
    }
}
