using Recipes.Engine;
using Recipes.Generators.Formulas;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>The batch is cut alike whatever the number of threads, so every bit is the same.</summary>
public sealed class SplittingTests
{
    [Theory]
    [InlineData(10), InlineData(100)]
    public void Threads_change_no_bit(int classes)
    {
        var loss = new LossCase(
            new TermCase(EagerFormula.Library("ConditionalMutualInformation")), new TermCase(EagerFormula.Library("PredictionDiversity"), 0.2),
            new TermCase(EagerFormula.Library("EarlyLearning"), 0.3),
            new TermCase(EagerFormula.Of(FormulaKind.Loss, "static Scalar F(Logits z, Label y, Learned s) => Exp(s) * Sum(Square(z - BatchMean(z)));"), 0.1));
        using KernelHost host = loss.Compile(classes, 300, 512);
        LossInputs inputs = LossInputs.Random(1, 290, classes);
        LossOutputs alone = loss.Run(host, inputs);
        host.Team.Dispose();
        host.Team = new ThreadTeam(3);
        for (int i = 0; i < 20; i++)
        {
            LossOutputs together = loss.Run(host, inputs);
            Assert.Equal(alone.Loss, together.Loss);
            Assert.Equal(alone.TermMeans, together.TermMeans);
            Assert.Equal(alone.LogitsGradient[0].SelectMany(r => r), together.LogitsGradient[0].SelectMany(r => r));
            Assert.Equal(alone.LearnedGradient, together.LearnedGradient);
            Assert.Equal(alone.Memory.SelectMany(r => r), together.Memory.SelectMany(r => r));
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var loss = new LossCase(
            new TermCase(EagerFormula.Library("CrossEntropy")), new TermCase(EagerFormula.Library("ConditionalMutualInformation")), new TermCase(EagerFormula.Library("EarlyLearning"), 0.3));
        foreach (int classes in (int[])[10, 100])
        {
            using KernelHost host = loss.Compile(classes, 100, 512);
            loss.Run(host, LossInputs.Random(1, 100, classes));
            host.Run();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++) host.Run();
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }
}
