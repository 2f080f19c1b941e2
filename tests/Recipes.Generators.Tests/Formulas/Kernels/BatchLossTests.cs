namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Losses that look at the whole batch, remember, learn, or mix.</summary>
public sealed class BatchLossTests
{
    private static readonly int[] s_classes = [2, 10, 37, 65, 130];

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Means_over_the_batch(int bits) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.7, new() { ["labelSmoothing"] = 0.1 }),
        new TermCase(EagerFormula.Library("PredictionDiversity"), 0.5)) { WeighsRows = true });

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Means_by_label(int bits) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("ConditionalMutualInformation"), 2), new TermCase(EagerFormula.Library("CrossEntropy"))));

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Memory_of_rows(int bits) => Check(bits, new LossCase(new TermCase(EagerFormula.Library("CrossEntropy")), new TermCase(EagerFormula.Library("EarlyLearning"), 3)));

    [Fact]
    public void A_row_that_is_drawn_twice_keeps_what_its_last_slot_says()
    {
        var loss = new LossCase(new TermCase(EagerFormula.Library("EarlyLearning"), 3));
        using KernelHost host = loss.Compile(10, 64, 512);
        LossInputs inputs = LossInputs.Random(4, 64, 10);
        for (int i = 0; i < 64; i++) inputs.Rows[i] = i % 7;
        LossChecks.Check(loss, host, inputs);
    }

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Terms_with_learned_weights(int bits) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.7), new TermCase(EagerFormula.Library("Squentropy"), 0.3)) { TermWeighting = EagerFormula.Library("UncertaintyWeights") });

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Clipped_logits_of_two_terms(int bits) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.7), new TermCase(EagerFormula.Library("Focal"), 0.3)) { Transforms = [(EagerFormula.Library("LogitClip"), new() { ["maximum"] = 2.5 })] });

    [Fact]
    public void Two_terms_behind_a_transform_share_one_exponential_per_class()
    {
        var loss = new LossCase(new TermCase(EagerFormula.Library("CrossEntropy"), 0.7), new TermCase(EagerFormula.Library("Focal"), 0.3)) { Transforms = [(EagerFormula.Library("LogitClip"), null)] };
        foreach (int classes in (int[])[10, 100])
        {
            string pass = loss.Source(classes, 64, out _).Split("LossPass1Of512(int task)")[1].Split("LossPass1Of256")[0];
            // One in the loop over whole vectors, one in that over the rest.
            Assert.Equal(classes == 10 ? 1 : 2, pass.Split("VectorMath.Exp(").Length - 1);
        }
    }

    [Theory]
    [InlineData(512, 1), InlineData(256, 1), InlineData(128, 1), InlineData(512, 2), InlineData(128, 2)]
    public void Mixed_examples(int bits, int views) => Check(bits, new LossCase(
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.7, new() { ["labelSmoothing"] = 0.1 }),
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.5, new() { ["labelSmoothing"] = 0.05 }, Mixed: true),
        new TermCase(EagerFormula.Library("Focal"), 0.5, Mixed: true)) { Views = views, WeighsRows = views == 2 });

    private static void Check(int bits, LossCase loss)
    {
        foreach (int classes in s_classes)
        {
            using KernelHost host = loss.Compile(classes, 70, bits);
            foreach (int count in (int[])[70, 66, 5, 1])
                LossChecks.Check(loss, host, LossInputs.Random(classes + count, count, classes, loss.Views, scale: 1.5), places: 24, tolerance: 4e-6, gradientTolerance: 2e-5);
        }
    }
}
