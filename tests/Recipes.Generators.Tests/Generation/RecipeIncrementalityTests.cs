using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Generation;

/// <summary>An edit re-runs what depends on it, and nothing else.</summary>
public class RecipeIncrementalityTests
{
    [Fact]
    public void An_unrelated_file_changes_nothing()
    {
        CSharpCompilation compilation = TestCompilation.Create(SampleRecipes.All);
        GeneratorRun first = GeneratorRun.Of(new RecipeGenerator(), compilation);
        GeneratorRun second = first.Again(compilation.AddSyntaxTrees(TestCompilation.Parse("class Unrelated;", "Unrelated.cs")));
        Assert.All(second.Reasons(RecipeGenerator.Steps.Model), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.All(second.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_comment_in_the_file_changes_nothing_after_reading()
    {
        CSharpCompilation compilation = TestCompilation.Create(SampleRecipes.All);
        GeneratorRun first = GeneratorRun.Of(new RecipeGenerator(), compilation);
        GeneratorRun second = first.Again(compilation.WithText("// a comment\n" + SampleRecipes.Digits));
        Assert.All(second.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edited_knob_writes_one_file_anew()
    {
        CSharpCompilation compilation = TestCompilation.Create(SampleRecipes.All);
        GeneratorRun first = GeneratorRun.Of(new RecipeGenerator(), compilation);
        GeneratorRun second = first.Again(compilation.WithText(SampleRecipes.Digits.Replace("Dropout(0.1)", "Dropout(0.2)", StringComparison.Ordinal)));
        Assert.Single(second.OutputReasons(), reason => reason == IncrementalStepRunReason.Modified);
        Assert.Equal(SampleRecipes.All.Length - 1, second.OutputReasons().Count(reason => reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void An_edited_own_term_writes_its_recipe_anew()
    {
        CSharpCompilation compilation = TestCompilation.Create(SampleRecipes.All);
        GeneratorRun first = GeneratorRun.Of(new RecipeGenerator(), compilation);
        GeneratorRun second = first.Again(compilation.WithText(SampleRecipes.OwnTerm.Replace("Square(Max(Softmax(z)))", "Max(Softmax(z))", StringComparison.Ordinal), "Test1.cs"));
        Assert.Single(second.OutputReasons(), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void No_compiler_object_stays_in_the_pipeline()
        => GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.All).AssertEquatable(RecipeGenerator.Steps.Model);

    [Fact]
    public void Two_runs_write_the_same_bytes()
        => Assert.Equal(GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.All).Sources, GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.All).Sources);

    [Fact]
    public void Another_culture_writes_the_same_bytes()
    {
        IReadOnlyDictionary<string, string> expected = GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.All).Sources;
        CultureInfo before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "\u2212";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NumberGroupSeparator = "\u00a0";
        CultureInfo.CurrentCulture = odd;
        try
        {
            Assert.Equal(expected, GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.All).Sources);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Recipes_of_one_name_in_two_namespaces_have_files_of_their_own()
    {
        GeneratorRun run = GeneratorRun.Of(new RecipeGenerator(), SampleRecipes.Digits, SampleRecipes.Digits.Replace("Sample", "Other", StringComparison.Ordinal)).AssertClean();
        Assert.Equal(["Other.Digits.g.cs", "Sample.Digits.g.cs"], run.Sources.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[Recipe] public partial class Bare;")]
    [InlineData("[Recipe, Input(4), Dense(2), CrossEntropy] public partial class NoOptimizer;")]
    [InlineData("[Recipe, Input(4), Dense(0), CrossEntropy, AdamW(1e-3)] public partial class NoUnits;")]
    [InlineData("[Recipe, Input(4), Dense(2), CrossEntropy, CrossEntropy, AdamW(1e-3)] public partial class Twice;")]
    [InlineData("[Recipe, Input(4), Dense(2), Apply(\"Nothing\"), CrossEntropy, AdamW(1e-3)] public partial class Missing;")]
    [InlineData("[Recipe, Input(4), Dense(2), CrossEntropy, AdamW(1e-3)] public class NotPartial;")]
    [InlineData("[Recipe, Input(4), Dense(2), NoSuchThing, AdamW(1e-3)] public partial class Unknown;")]
    public void A_recipe_that_is_not_whole_generates_nothing(string source)
        => Assert.Empty(GeneratorRun.Of(new RecipeGenerator(), "namespace Sample; " + source).Sources);
}
