using Recipes.Tests.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 3, BatchSize = 16), Input(4), Dense(3), Standardize, CrossEntropy, Sgd(0.1), TemperatureScaling]
[EarlyStopping(Metric.Brier, PatienceEpochs = 2)]
public partial class Selects;

/// <summary>"Selection".</summary>
public class SelectionTests
{
    [Fact]
    public void Test_rows_reach_nothing_but_the_test_metrics()
    {
        TrainingResult<Selects.Model> one = With(Blobs.Rows(20, 3)), other = With(Blobs.Rows(30, 9));
        Assert.NotEqual(one.Test.NegativeLogLikelihood, other.Test.NegativeLogLikelihood);
        Assert.Equal(Buffers.WeightsOf(one.Model), Buffers.WeightsOf(other.Model));
        Assert.Equal(one.Model.Calibrators[0].SaveState(), other.Model.Calibrators[0].SaveState());
        Assert.Equal(one.Model.Preparations[0].SaveState(), other.Model.Preparations[0].SaveState());

        static TrainingResult<Selects.Model> With(Dataset test) =>
            Selects.Train(new Splits(Blobs.Rows(37, 1), Blobs.Rows(20, 2), Blobs.Rows(40, 3), test), Buffers.Options());
    }

    [Fact]
    public void The_preparation_comes_from_train_rows_only()
    {
        Assert.Equal(State(37, 1, 2), State(37, 1, 5));
        Assert.NotEqual(State(37, 1, 2), State(37, 6, 2));

        static string State(int rows, uint train, uint others) =>
            Selects.Train(new Splits(Blobs.Rows(rows, train), Blobs.Rows(20, others), Blobs.Rows(40, others + 1), Blobs.Rows(20, others + 2)), Buffers.Options())
                .Model.Preparations[0].SaveState();
    }

    [Fact]
    public void A_generated_trainer_opens_no_test_rows_before_its_end()
    {
        using var trainer = new Selects.Trainer(Blobs.Splits, Buffers.Options());
        trainer.Step();
        Assert.Throws<InvalidOperationException>(() => trainer.Evaluate(Split.Test));
    }
}
