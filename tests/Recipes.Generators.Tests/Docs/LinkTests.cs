using System.Text.RegularExpressions;

namespace Recipes.Generators.Tests.Docs;

/// <summary>Links between pages lead somewhere.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages => [.. MarkdownPage.All.Select(page => page.Path), "CONTRIBUTING.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files(string page)
    {
        string file = Path.Combine(Repository.Root, page);
        string folder = Path.GetDirectoryName(file)!;
        string[] targets =
        [
            .. Link().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
                .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
                .Select(target => target.Split('#')[0]),
        ];
        Assert.All(targets, target => Assert.True(File.Exists(Path.Combine(folder, target)), target));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
