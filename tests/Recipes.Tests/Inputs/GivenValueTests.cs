using Recipes.Training;

namespace Recipes.Tests.Inputs;

[Recipe(Epochs = 1, BatchSize = 12, Seed = 3), Input(4), Dense(3)]
[ClassBalancedSampling, Sgd(1e-30)]
public partial class GivenCounts
{
    [LossTerm] static Scalar First(Logits z, Label y, ClassCounts n) => n[y] + 0 * LogSumExp(z);
    [LossTerm] static Scalar Prior(Logits z, Label y, ClassPrior p) => p[y] + 0 * LogSumExp(z);
    [LossTerm] static Scalar Seen(Logits z, Label y, Transition t) => Sum(Observed(t, y)) + 0 * LogSumExp(z);
    [LossTerm] static Scalar Time(Logits z, Progress t, RunSteps n, StepCount k, ClassTotal c, RowCount r) => t + 10 * n + 100 * k + 1000 * c + 10000 * r + 0 * LogSumExp(z);
}

[Recipe(Epochs = 1, BatchSize = 12, Seed = 3), Input(4), Dense(3)]
[SampleWeights, Groups(2), Domains(4), TeacherLogits, InOrder, Sgd(1e-30)]
public partial class GivenColumns
{
    [LossTerm] static Scalar Weighed(Logits z) => 1 + 0 * LogSumExp(z);
    [LossTerm] static Scalar Weight(Logits z, SampleWeight w) => w + 0 * LogSumExp(z);
    [LossTerm] static Scalar Where1(Logits z, Group g, Domain d) => OneHot(g)[g] * CountBy(g) + 100 * CountBy(d) + 0 * LogSumExp(z);
    [LossTerm] static Scalar Taught(Logits z, Teacher t, SoftTarget s) => t[ArgMax(t)] + 100 * Sum(s) + 0 * LogSumExp(z);
}

[Recipe(Epochs = 1, BatchSize = 12, Seed = 3), Input(4), Dense(3)]
[MultiLabel, TeacherLogits, InOrder, Sgd(1e-30)]
public partial class GivenLabelTeacher
{
    [LossTerm] static Scalar Taught(Logits z, MultiLabel y, Teacher t) => Sum(t) + 100 * Sum(y) + 0 * LogSumExp(z);
}

/// <summary>What losses are given is what the data, the sampler and the options say.</summary>
public class GivenValueTests
{
    private static readonly TrainingOptions s_options = new() { Threads = 1, NoiseTransition = Columns.Transition };

    [Fact]
    public void Counts_are_the_train_rows_and_the_prior_is_what_the_sampler_draws()
    {
        using var trainer = new GivenCounts.Trainer(Columns.Splits, s_options);
        for (int step = 0; step < 3; step++)
        {
            GivenCounts.StepResult result = trainer.Step();
            // 18, 12 and 6 train rows of the classes; which are drawn is the sampler's doing, but what it draws now is a third each.
            Assert.InRange(result.First, 6, 18);
            Assert.Equal(1 / 3.0, result.Prior, 1e-7);
            Assert.Equal(step / 3.0 + 10 * 3 + 100 * (step + 1) + 1000 * 3 + 10000 * 36, result.Time, 1e-2);
        }
        Assert.Equal([18L, 12, 6], trainer.Finish().Report.Record.ClassCounts);
    }

    [Fact]
    public void A_row_of_the_transition_holds_what_may_have_been_the_true_class()
    {
        using var trainer = new GivenCounts.Trainer(Columns.Splits, s_options);
        GivenCounts.StepResult result = trainer.Step();
        // Columns of the matrix that the app gives sum to 0.94, 0.91 and 1.15; rows to 1. Means of these over twelve draws are not 1.
        double[] sums = [.. Enumerable.Range(0, 3).Select(seen => Enumerable.Range(0, 3).Sum(truth => Columns.Transition[truth, seen]))];
        double first = result.First; // 18·a + 12·b + 6·c with a + b + c = 1, and the sums likewise: one equation each, checked by a bound below.
        Assert.InRange(result.Seen, sums.Min() - 1e-6, sums.Max() + 1e-6);
        double[] shares = SharesOf(first, result.Seen, sums);
        Assert.All(shares, share => Assert.Equal(Math.Round(share * 12), share * 12, 1e-3));
    }

    /// <summary>The shares of the classes in the batch, from 18a + 12b + 6c, a·s₀ + b·s₁ + c·s₂ and a + b + c = 1.</summary>
    private static double[] SharesOf(double counts, double seen, double[] sums)
    {
        // b = 1 − a − c: counts = 12 + 6a − 6c, so c = a + (12 − counts)/6.
        double offset = (12 - counts) / 6;
        double a = (seen - sums[1] - ((sums[2] - sums[1]) * offset)) / (sums[0] - sums[1] + sums[2] - sums[1]);
        double c = a + offset;
        return [a, 1 - a - c, c];
    }

    [Fact]
    public void Columns_are_those_of_the_drawn_rows_and_weights_have_mean_one()
    {
        using var trainer = new GivenColumns.Trainer(Columns.Splits, s_options);
        Dataset train = Columns.Splits.Train.Source;
        double mean = Enumerable.Range(0, 36).Average(row => (double)train.SampleWeights!.Row(row)[0]);
        for (int first = 0; first < 36; first += 12)
        {
            GivenColumns.StepResult step = trainer.Step();
            int[] rows = [.. Enumerable.Range(first, 12)];
            double[] weights = [.. rows.Select(row => train.SampleWeights!.Row(row)[0] / mean)];
            // Each term is a mean of weighed rows.
            Assert.Equal(weights.Average(), step.Weighed, 1e-6);
            Assert.Equal(weights.Average(w => w * w), step.Weight, 1e-6);
            Assert.Equal(rows.Select((row, i) => weights[i] * (Count(train.Groups!, row) + (100 * Count(train.Domains!, row)))).Average(), step.Where1, 1e-3);
            Assert.Equal(rows.Select((row, i) => weights[i] * (train.TeacherLogits!.Row(row).ToArray().Max() + (100 * train.SoftTargets!.Row(row).ToArray().Sum()))).Average(), step.Taught, 1e-3);

            int Count(CategoryColumn column, int row) => rows.Count(other => column.Indices[other] == column.Indices[row]);
        }
        // Over the epoch, which draws each train row once, the weights have mean 1.
        Assert.Equal(1, trainer.Finish().Report.Record.Epochs[0].TermMeans[0], 1e-6);
    }

    [Fact]
    public void What_a_loss_is_given_has_to_be_there()
    {
        Dataset plain = Dataset.FromArrays([.. Enumerable.Range(0, 48 * 4).Select(i => (float)Math.Sin(i))], [.. Enumerable.Range(0, 48).Select(i => i % 3)]);
        Refused("RCP0256", "[Groups(2)] and the rows have none", plain);
        Dataset grouped = plain.WithGroups([.. Enumerable.Range(0, 48).Select(i => i % 3)]);
        Refused("RCP0256", "[Groups(2)] and the train rows have 3: 0, 1, 2. Declare [Groups(3)]", grouped);
        Dataset placed = plain.WithGroups([.. Enumerable.Range(0, 48).Select(i => i % 2)]).WithDomains([.. Enumerable.Range(0, 48).Select(i => i % 4)]);
        Refused("RCP0257", "[SampleWeights] lets each row count by its weight and the rows have none", placed);
        Dataset weighed = placed.WithSampleWeights([.. Enumerable.Repeat(1f, 48)]);
        Refused("RCP0258", "the loss Taught is given a teacher's logits and the rows have none. Add them: data.WithTeacherLogits", weighed);
        Dataset taught = weighed.WithTeacherLogits(new float[48, 3]);
        Refused("RCP0258", "a probability for each class and the rows have none. Add them: data.WithSoftTargets", taught);

        var thrown = Assert.Throws<StartupGuardException>(() => new GivenCounts.Trainer(Columns.Splits, new TrainingOptions { Threads = 1 }));
        Assert.Equal("RCP0259", thrown.Id);
        Assert.Contains("the loss Seen is given how labels were corrupted", thrown.Message, StringComparison.Ordinal);
        foreach ((double[,] matrix, string message) in new (double[,], string)[]
        {
            (new double[2, 2], "is 2 × 2 and there are 3 classes"),
            (new[,] { { 1, 0, 0 }, { 0, 1, 0.5 }, { 0, 0, 1 } }, "row 1 of TrainingOptions.NoiseTransition sums to 1.5"),
            (new[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 1.5, 0, -0.5 } }, "NoiseTransition[2, 2] is -0.5"),
        })
        {
            thrown = Assert.Throws<StartupGuardException>(() => new GivenCounts.Trainer(Columns.Splits, new TrainingOptions { Threads = 1, NoiseTransition = matrix }));
            Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        }

        static void Refused(string id, string message, Dataset data)
        {
            var thrown = Assert.Throws<StartupGuardException>(() => new GivenColumns.Trainer(new Splits(data), s_options));
            Assert.Equal(id, thrown.Id);
            Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_teacher_of_several_labels_says_something_of_each()
    {
        Dataset source = Columns.Splits.Train.Source;
        var (has, logits) = (new bool[36, 3], new float[36, 3]);
        for (int row = 0; row < 36; row++)
            for (int k = 0; k < 3; k++) (has[row, k], logits[row, k]) = (source.MultiLabels!.Row(row)[k] == 1, source.TeacherLogits!.Row(row)[k]);
        var features = new float[36, 4];
        Buffer.BlockCopy(source.Features.ToArray(), 0, features, 0, 36 * 4 * sizeof(float));
        Dataset several = Dataset.FromFeatures(features).WithMultiLabels(has, ["red", "round", "heavy"]), taught = several.WithTeacherLogits(logits);
        Assert.Equal(["red", "round", "heavy"], taught.TeacherLogits!.Names);

        using var trainer = new GivenLabelTeacher.Trainer(new Splits(taught), s_options);
        double expected = Enumerable.Range(0, 12).Average(row => Enumerable.Range(0, 3).Sum(k => logits[row, k] + (has[row, k] ? 100.0 : 0)));
        Assert.Equal(expected, trainer.Step().Taught, 1e-4);

        Assert.Contains("WithTeacherLogits", Refused(several), StringComparison.Ordinal);
        Dataset other = Dataset.FromFeatures(features).WithMultiLabels(new bool[36, 2]).WithTeacherLogits(new float[36, 2]).WithMultiLabels(has);
        Assert.Contains("a teacher's logits, of 2 labels, and the rows have 3: 0, 1, 2", Refused(other), StringComparison.Ordinal);

        static string Refused(Dataset data) => Assert.Throws<StartupGuardException>(() => new GivenLabelTeacher.Trainer(new Splits(data), s_options)).Message;
    }

    [Fact]
    public void A_class_without_train_rows_leaves_no_column_for_an_output()
    {
        Dataset data = Columns.Splits.Train.Source;
        Dataset all = Dataset.FromArrays(data.Features.ToArray(), data.Labels.ToArray(), classes: ["a", "b", "c", "never"])
            .WithGroups([.. data.Groups!.Indices.ToArray()]).WithDomains([.. data.Domains!.Indices.ToArray()]).WithSampleWeights(data.SampleWeights!.Values.ToArray())
            .WithTeacherLogits(new float[36, 4]);
        var thrown = Assert.Throws<StartupGuardException>(() => new GivenColumns.Trainer(new Splits(all), s_options));
        Assert.Equal("RCP0258", thrown.Id);
        Assert.Contains("of 4 classes, and the train rows have 3: a, b, c", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trained_model_is_a_teacher_of_the_same_rows()
    {
        Dataset train = Columns.Splits.Train.Source;
        using var trainer = new GivenColumns.Trainer(Columns.Splits, s_options);
        GivenColumns.Model teacher = trainer.Finish().Model;
        Dataset taught = Dataset.FromArrays(train.Features.ToArray(), train.Labels.ToArray(), classes: ["a", "b", "c"]).WithTeacherLogits(teacher);
        for (int row = 0; row < 36; row++)
        {
            float[] probabilities = new float[3], logits = taught.TeacherLogits!.Row(row).ToArray();
            teacher.Predict(taught.Row(row), probabilities);
            Probabilities.FromScores(logits, 3);
            Assert.Equal(probabilities, logits, (a, b) => Math.Abs(a - b) < 1e-6);
        }
        Assert.Contains("The teacher tells a, b, c apart", Assert.Throws<ArgumentException>(() =>
            Dataset.FromArrays(train.Features.ToArray(), train.Labels.ToArray()).WithTeacherLogits(teacher)).Message, StringComparison.Ordinal);
        Assert.Contains("takes 4 features and the rows have 1", Assert.Throws<ArgumentException>(() =>
            Dataset.FromArrays([1f, 2, 3], [0, 1, 2], classes: ["a", "b", "c"]).WithTeacherLogits(teacher)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_goes_on_only_with_the_transition_that_it_began_with()
    {
        using var folder = new Data.TemporaryFolder();
        string file = folder.File("checkpoint");
        using var first = new GivenCounts.Trainer(Columns.Splits, s_options);
        first.Step();
        first.Save(file);
        double[,] other = (double[,])Columns.Transition.Clone();
        (other[0, 0], other[0, 1]) = (0.75, 0.2);
        using var second = new GivenCounts.Trainer(Columns.Splits, new TrainingOptions { Threads = 1, NoiseTransition = other });
        Assert.Contains("another TrainingOptions.NoiseTransition", Assert.Throws<InvalidCheckpointException>(() => second.Load(file)).Message, StringComparison.Ordinal);
        using var third = new GivenCounts.Trainer(Columns.Splits, s_options);
        third.Load(file);
        Assert.Equal(first.Step(), third.Step());
    }
}
