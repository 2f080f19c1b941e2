using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Generation;

/// <summary>Names that C# allows and a generator may stumble over.</summary>
public sealed class HostileNameTests
{
    [Fact]
    public void Recipes_whose_names_differ_in_case_have_a_file_each()
    {
        string other = SampleRecipes.Digits.Replace("class Digits", "class DIGITS", StringComparison.Ordinal);
        GeneratorRun run = GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.Digits, other).AssertClean();
        Assert.Equal(["Sample.DIGITS.g.cs", "Sample.Digits-2.g.cs"], run.Sources.Keys.Order(StringComparer.Ordinal));
    }
}
