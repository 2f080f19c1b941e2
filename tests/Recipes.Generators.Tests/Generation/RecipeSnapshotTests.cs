using Recipes.Generators.Tests.Harness;
using static Recipes.Testing.Verifier;

namespace Recipes.Generators.Tests.Generation;

/// <summary>What users read: a difference here is a difference in their generated files.</summary>
public class RecipeSnapshotTests
{
    [Fact]
    public Task Digits() => Verify(GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.Digits).AssertClean().Driver);

    [Fact]
    public Task OwnTerm() => Verify(GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.OwnTerm).AssertClean().Driver);

    [Fact]
    public Task Specimens() => Verify(GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.Specimens).AssertClean().Driver);

    [Fact]
    public Task LatentWeights() => Verify(GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.LatentWeights).AssertClean().Driver);

    [Fact]
    public Task Images() => Verify(GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.Images).AssertClean().Driver);

    [Fact]
    public Task Nested() => Verify(GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.Nested).AssertClean().Driver);

    /// <summary>One fused loop over the logits for five terms.</summary>
    [Fact]
    public Task FiveTerms() => Verify(GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.FiveTerms).AssertClean().Driver);
}
