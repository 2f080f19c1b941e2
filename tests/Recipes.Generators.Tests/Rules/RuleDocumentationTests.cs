using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recipes.Generators.Formulas.Attributes;
using Recipes.Generators.Rules;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Rules;

/// <summary>The descriptors, the release file, the pages and their table say the same.</summary>
public partial class RuleDocumentationTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>Id, category, severity and title of everything that the release files list: rules over recipes, over formulas, and internal errors.</summary>
    private static readonly string[][] s_released =
    [
        .. new[] { "Shipped", "Unshipped" }
            .SelectMany(file => File.ReadLines(Path.Combine(s_root, $"generators/Recipes.Generators/AnalyzerReleases.{file}.md")))
            .Where(line => line.StartsWith("RCP", StringComparison.Ordinal))
            .Select(line => line.Split(" | ")),
    ];

    public static TheoryData<string> Released => [.. s_released.Select(row => row[0])];

    public static TheoryData<string> RecipeRules => [.. RuleTable.All.Select(rule => rule.Descriptor.Id)];

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        string[] ids = [.. RuleTable.All.Select(rule => rule.Descriptor.Id)];
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^RCP0[0-6][0-9]{2}$", id));
    }

    [Fact]
    public void Every_id_has_a_rule()
    {
        IEnumerable<string?> ids = typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string?)field.GetValue(null));
        Assert.Equal(RuleTable.All.Select(rule => rule.Descriptor.Id), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_release_file_lists_every_rule()
    {
        DiagnosticDescriptor[] all =
        [
            .. typeof(RecipeAnalyzer).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
                .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics),
        ];
        Assert.Superset(
            all.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}").ToHashSet(),
            s_released.Select(row => string.Join(" | ", row)).ToHashSet());
    }

    [Fact]
    public void The_table_of_the_pages_lists_every_rule()
    {
        string text = File.ReadAllText(Path.Combine(s_root, "docs/rules/README.md"));
        Assert.Equal(
            s_released.Select(row => $"[{row[0]}]({row[0]}.md) | {row[3]} | {row[2].ToLowerInvariant()}").Order(StringComparer.Ordinal),
            TableRow().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_has_a_rule() => Assert.Equal(
        s_released.Select(row => row[0] + ".md").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(s_root, "docs/rules"), "RCP*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Released))]
    public void A_page_is_named_after_its_rule(string id) => Assert.StartsWith($"# {id}: {s_released.Single(row => row[0] == id)[3]}\n\n", Page(id));

    [Theory]
    [MemberData(nameof(RecipeRules))]
    public async Task A_page_is_true(string id)
    {
        DiagnosticDescriptor descriptor = RuleTable.All.Single(rule => rule.Descriptor.Id == id).Descriptor;
        string page = Page(id);
        Assert.Contains($"\n**{descriptor.DefaultSeverity}** · ", page);
        Assert.Equal(["Cause", "Why", "Bad", "Fixed", "Suppress"], Heading().Matches(page).Select(match => match.Groups[1].Value));
        Assert.Equal($"https://github.com/recipes-dotnet/recipes/blob/main/docs/rules/{id}.md", descriptor.HelpLinkUri);

        // As in an editor, analyzers see what is derived from formulas of the same project.
        Compilation bad = GeneratorRun.Of(new FormulaAttributeGenerator(), Block(page, "Bad", "csharp bad")).Output;
        Assert.Contains(await AnalyzerRunner.RunAsync(new RecipeAnalyzer(), bad), found => found.Id == id);
        await Check.IsCleanAsync(Block(page, "Fixed", "csharp"));
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(s_root, "docs/rules", id + ".md")).ReplaceLineEndings("\n");

    private static string Block(string page, string section, string language)
    {
        int start = page.IndexOf("```" + language + "\n", page.IndexOf("## " + section + "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(start >= 0, $"No ```{language} block in {section}");
        start = page.IndexOf('\n', start) + 1;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^\| (\[RCP\d{4}\][^|]*\|[^|]*\| \w+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
