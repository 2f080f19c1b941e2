namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Five terms over one softmax: one loop, in which the logits are read once per sweep and each class costs one exponential.</summary>
public sealed class FiveTermTests
{
    private static readonly LossCase s_loss = new(
        new TermCase(EagerFormula.Library("CrossEntropy"), 0.4, new() { ["labelSmoothing"] = 0.1 }),
        new TermCase(EagerFormula.Library("Focal"), 0.2),
        new TermCase(EagerFormula.Library("GeneralizedCrossEntropy"), 0.2),
        new TermCase(EagerFormula.Library("ConfidencePenalty"), 0.1),
        new TermCase(EagerFormula.Library("Brier"), 0.1));

    [Theory]
    [InlineData(10), InlineData(100)]
    public void Are_one_pass_with_one_exponential_per_class(int classes)
    {
        string source = s_loss.Source(classes, 64, out _);
        Assert.DoesNotContain("LossPass2", source, StringComparison.Ordinal);
        string pass = source.Split("LossPass1Of512(int task)")[1].Split("LossPass1Of256")[0];
        // In the loops over classes; the probability of the label, one per example, is beside them. Rows longer than a tile have a loop over whole vectors and one step over the rest.
        string[] loops = [.. pass.Split("for (int c = 0").Skip(1).Select(loop => loop[..loop.IndexOf('}', StringComparison.Ordinal)])];
        string[] rests = [.. pass.Split("const int c = ").Skip(1).Select(rest => rest[..rest.IndexOf('}', StringComparison.Ordinal)])];
        Assert.Equal(1, loops.Sum(loop => loop.Split("VectorMath.Exp(").Length - 1));
        Assert.Equal(classes == 10 ? 0 : 1, rests.Sum(rest => rest.Split("VectorMath.Exp(").Length - 1));
        Assert.Equal(classes == 10 ? 1 : 0, pass.Split("LaneTile.Load(").Length - 1);
    }

    [Theory]
    [InlineData(512), InlineData(256), InlineData(128)]
    public void Are_what_the_eager_formulas_say(int bits)
    {
        foreach (int classes in (int[])[10, 100])
        {
            using KernelHost host = s_loss.Compile(classes, 64, bits);
            LossChecks.Check(s_loss, host, LossInputs.Random(classes, 64, classes), places: 40, tolerance: 4e-6, gradientTolerance: 2e-5);
        }
    }
}
