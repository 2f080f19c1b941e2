using Recipes.Tests.Data;
using Recipes.Tests.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 8, BatchSize = 37), Input(4), Dense(3), Sgd(1e-30)]
[CrossEntropy, Squentropy(Weight = 0.5, From = 0.25, Until = 0.75, Every = 2)]
public partial class ActsAtTimes;

[Recipe(Epochs = 2, BatchSize = 9), Input(3), Dense(3, Bias = false), CrossEntropy, RegMixup(Alpha = 1), Sgd(1e-30)]
public partial class BoundToViews
{
    [LossTerm]
    static Scalar Clean(Logits z, Label y) => z[y];

    [LossTerm(View = View.Mixed)]
    static Scalar Mixed(Logits z, Label y) => z[y];

    [LossTerm(View = View.Mixed)]
    static Scalar Squares(Logits z, Label y) => Sum(Square(z));
}

/// <summary>"Term binding".</summary>
public class TermBindingTests
{
    [Fact]
    public void A_term_acts_from_until_and_every_so_many_steps()
    {
        using var trainer = new ActsAtTimes.Trainer(Blobs.Splits, Buffers.Options());
        for (int i = 0; i < 8; i++)
        {
            ActsAtTimes.StepResult step = trainer.Step();
            // Eight steps: progress 0, 1/8, …; from 2/8 on and before 6/8, of those the even ones.
            double expected = i is 2 or 4 ? 0.5 * step.Squentropy : 0;
            Assert.Equal(expected, step.Loss - step.CrossEntropy, 1e-6);
            if (expected != 0) Assert.True(expected > 0.1);
        }
    }

    [Fact]
    public void A_term_looks_at_its_view_of_the_batch_with_that_views_labels()
    {
        using var folder = new TemporaryFolder();
        // Rows are their label's unit vector and the network passes them on, so that the mixed logits are the mixed labels
        // λ·e + (1 − λ)·e', and λ·z[y] + (1 − λ)·z[y'] is their square.
        int[] labels = [0, 1, 2, 0, 1, 2, 0, 1, 2];
        float[] rows = [.. labels.SelectMany(label => Enumerable.Range(0, 3).Select(k => k == label ? 1f : 0f))];
        var identity = new float[BoundToViews.Definition.ParameterFloats];
        identity[0] = identity[4] = identity[8] = 1;
        using var trainer = new BoundToViews.Trainer(new Splits(Dataset.FromArrays(rows, labels)), Buffers.Start(folder, BoundToViews.Definition, identity));
        for (int i = 0; i < 2; i++)
        {
            BoundToViews.StepResult step = trainer.Step();
            Assert.Equal(1, step.Clean, 1e-6);
            Assert.Equal(step.Squares, step.Mixed, 1e-5);
            Assert.InRange(step.Mixed, 0.5, 0.99);
        }
    }
}
