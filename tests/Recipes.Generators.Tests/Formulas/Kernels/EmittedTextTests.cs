using static Recipes.Testing.Verifier;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Emitted text as people read it.</summary>
public class EmittedTextTests
{
    [Theory]
    [InlineData(10), InlineData(100)]
    public Task Loss_of_two_terms(int classes)
    {
        var loss = new LossCase(new TermCase(EagerFormula.Library("CrossEntropy"), 0.7, new() { ["labelSmoothing"] = 0.1 }), new TermCase(EagerFormula.Library("Focal"), 0.3));
        return Verify(OfOneWidth(loss, classes)).UseParameters(classes);
    }

    [Fact]
    public Task Loss_with_means_by_label() =>
        Verify(OfOneWidth(new LossCase(new TermCase(EagerFormula.Library("ConditionalMutualInformation"))), 10));

    /// <summary>The other widths differ in the name of the vector.</summary>
    private static string OfOneWidth(LossCase loss, int classes)
    {
        var result = Recipes.Generators.Formulas.Kernels.LossKernel.Write(loss.Request(classes, 64));
        string[] methods = result.Members.Split("\n[MethodImpl");
        return string.Join("\n", result.Summary) + "\n\n" + string.Join("\n[MethodImpl", methods.Where(m => !m.Contains("Of256(int task)\n", StringComparison.Ordinal) && !m.Contains("Of128(int task)\n", StringComparison.Ordinal)));
    }
}
