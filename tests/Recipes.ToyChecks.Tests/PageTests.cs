using System.Runtime.CompilerServices;

namespace Recipes.ToyChecks.Tests;

public class PageTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
    private static readonly string[] s_lines = File.ReadAllText(Path.Combine(s_root, "docs", "toy-checks.md")).ReplaceLineEndings("\n").Split('\n');

    public static TheoryData<string> Names => [.. CheckList.All.Keys];

    /// <summary>What a check is about is as the code says; what came of it is the program's to write.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_has_the_check_as_it_is(string name) =>
        Assert.StartsWith(ResultPage.Beginning(name, CheckList.All[name]), Assert.Single(s_lines, line => ResultPage.NameOf(line) == name), StringComparison.Ordinal);

    [Fact]
    public void The_page_has_no_other_checks() =>
        Assert.Empty(s_lines.Select(ResultPage.NameOf).OfType<string>().Except(CheckList.All.Keys));

    [Fact]
    public void A_row_that_was_not_run_stays_and_one_without_a_check_goes()
    {
        string page = ResultPage.Write("| `Kept` | a | shown |\n| `Gone` | b | shown |\n", [], ["Kept", "New"]);
        Assert.Contains("| `Kept` | a | shown |\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone", page, StringComparison.Ordinal);
        Assert.Contains("1 checks: 1 shown, 0 not shown, 0 inconclusive.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_is_what_the_other_has_not()
    {
        const string plain = "[Recipe(Epochs = 4)]\n[Input(2), Dense(8), Relu, Dense(2)]\n[CrossEntropy]\ninternal partial class A;";
        const string other = "[Recipe(Epochs = 4)]\n[Input(2), Dense(8), Relu, Dense(8), Relu, Dense(2)]\n[CrossEntropy(LabelSmoothing = 0.1, Name = \"a, b\")]\ninternal partial class B;";
        Assert.Equal(["CrossEntropy(LabelSmoothing = 0.1, Name = \"a, b\")", "Dense(8)", "Relu"], RecipeDifference.Of(other, plain).Order(StringComparer.Ordinal));
        Assert.Equal(["CrossEntropy"], RecipeDifference.Of(plain, other));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
