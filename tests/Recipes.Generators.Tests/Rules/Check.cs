using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Rules;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Rules;

// Beside the reports' own Markup.
using Markup = Recipes.Generators.Tests.Harness.Markup;

/// <summary>What the tests of the rules have in common.</summary>
internal static class Check
{
    /// <summary>A recipe class around declarations; text that has a class of its own is left as it is.</summary>
    public static string Recipe(string declarations) => declarations.Contains("class ", StringComparison.Ordinal)
        ? declarations
        : "[Recipe(Epochs = 30, BatchSize = 64)]\n" + declarations + "\npublic partial class Digits;\n";

    /// <summary>Asserts that exactly what is marked is reported; returns the messages.</summary>
    public static Task<string[]> MarksAsync(string markup, params string[] otherFiles) =>
        AnalyzerRunner.VerifyAsync(new RecipeAnalyzer(), Recipe(markup), otherFiles);

    /// <summary>Asserts that exactly what is marked is reported, once, in these words.</summary>
    public static async Task SaysAsync(string message, string markup) => Assert.Equal(message, Assert.Single(await MarksAsync(markup)));

    /// <summary>Asserts that nothing is reported and that the code compiles, with what is generated, without a warning.</summary>
    public static async Task IsCleanAsync(string source)
    {
        await MarksAsync(source);
        CSharpCompilation compilation = TestCompilation.Create(Recipe(source));
        Assert.Empty(await AnalyzerRunner.RunAsync(new FormulaAnalyzer(), compilation));
        // What the rules let pass, the generator writes.
        GeneratorRun run = GeneratorRun.Of(new RecipeGenerator(), compilation).AssertClean();
        if (source.Contains("[Recipe", StringComparison.Ordinal) || !source.Contains("class ", StringComparison.Ordinal)) Assert.NotEmpty(run.Sources);
    }

    /// <summary>Asserts what the fix makes of the source (marks are for the reader), and that nothing is left to report.</summary>
    public static async Task FixesAsync(CodeFixProvider fix, string markup, string expected, int choice = 0)
    {
        string source = Markup.Parse(Recipe(markup)).Source;
        Assert.Equal(Recipe(expected), await CodeFixRunner.FixOneAsync(fix, source, choice));
        await IsCleanAsync(expected);
    }

    /// <summary>The same for all occurrences at once.</summary>
    public static async Task FixesAllAsync(CodeFixProvider fix, string markup, string expected, int choice = 0)
    {
        await MarksAsync(markup);
        Assert.Equal(Recipe(expected), await CodeFixRunner.FixAllAsync(fix, Markup.Parse(Recipe(markup)).Source, choice));
        await IsCleanAsync(expected);
    }
}
