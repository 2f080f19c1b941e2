using System.Text.RegularExpressions;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Docs;

/// <summary>docs/generated-example.md shows what is generated for the sample now, and answers its questions with it.</summary>
public partial class GeneratedExampleTests
{
    private const string Opening = "```csharp generated\n";
    private const string Path = "docs/generated-example.md";

    private static readonly string s_file = System.IO.Path.Combine(Repository.Root, Path);
    private static readonly string s_recipe = File.ReadAllText(System.IO.Path.Combine(Repository.Root, "samples", "Digits", "Digits.recipe.cs")).ReplaceLineEndings("\n");

    /// <summary>RECIPES_ACCEPT_SNAPSHOTS=1 rewrites the block, as it does the snapshots.</summary>
    [Fact]
    public void The_page_holds_the_generated_file()
    {
        string page = Page(), generated = Generate();
        int start = page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length, end = page.IndexOf("```\n", start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("RECIPES_ACCEPT_SNAPSHOTS") == "1") File.WriteAllText(s_file, page[..start] + generated + page[end..]);
        else Assert.Equal(generated, page[start..end]);
    }

    [Fact]
    public void The_page_holds_the_sample_s_recipe() =>
        Assert.Contains("```csharp\n" + s_recipe[s_recipe.IndexOf("[Recipe(", StringComparison.Ordinal)..].TrimEnd() + "\n```\n", Page());

    [Fact]
    public void Each_answer_stands_in_the_file()
    {
        string generated = Generate();
        string[] answers = [.. Answer().Matches(Page()).Select(match => match.Groups[1].Value)];
        Assert.True(answers.Length >= 10, $"There are {answers.Length} answers.");
        Assert.All(answers, answer => Assert.Contains(answer, generated));
    }

    private static string Page() => File.ReadAllText(s_file).ReplaceLineEndings("\n");

    private static string Generate()
    {
        GeneratorRun run = GeneratorRun.Of(new RecipeGenerator(), s_recipe).AssertClean();
        string text = Assert.Single(run.Sources).Value.ReplaceLineEndings("\n");
        return text.EndsWith('\n') ? text : text + "\n";
    }

    /// <summary>A line of the file that is quoted under a question: <c>&gt; `…`</c>.</summary>
    [GeneratedRegex(@"^ *> `(.+)`$", RegexOptions.Multiline)]
    private static partial Regex Answer();
}
