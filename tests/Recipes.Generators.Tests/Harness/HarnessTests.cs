using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static Recipes.Testing.Verifier;

namespace Recipes.Generators.Tests.Harness;

/// <summary>The tests' own tools: a harness that passes everything is worse than none.</summary>
public class HarnessTests
{
    [Fact]
    public void Marks_give_spans_in_the_source_without_them()
    {
        Markup markup = Markup.Parse("a {|X1:b {|X2:c|}|} d | }");

        Assert.Equal("a b c d | }", markup.Source);
        Assert.Equal([("X1", TextSpan.FromBounds(2, 5)), ("X2", TextSpan.FromBounds(4, 5))], markup.Expected);
    }

    [Fact]
    public void A_mark_that_is_not_closed_is_an_error() => Assert.Throws<FormatException>(() => Markup.Parse("{|X1:a"));

    [Fact]
    public void A_plain_recipe_library_compiles_without_a_warning() =>
        Assert.Empty(TestCompilation.Create("namespace N; public static class C { public static double F(double x) => Math.Abs(x); }").Complaints());

    [Fact]
    public void Warnings_are_seen() =>
        Assert.Contains("CS8603", Assert.Single(TestCompilation.Create("class C { string F() => null; }").Complaints()));

    [Fact]
    public void A_compilation_can_be_run()
    {
        var assembly = TestCompilation.Create("public static class C { public static int F() => 42; }").Load();

        Assert.Equal(42, assembly.GetType("C")!.GetMethod("F")!.Invoke(null, null));
    }

    [Fact]
    public void A_symbol_is_found_however_deep()
    {
        Compilation compilation = TestCompilation.Create("class C;");
        var hidden = new { List = new List<object> { 1, new { Inner = (object)compilation.GetTypeByMetadataName("C")! } } };

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ObjectGraph.AssertNoCompilerObjects(hidden, "hidden"));
        ObjectGraph.AssertNoCompilerObjects(new { List = new List<object> { 1, "two" } }, "plain");
    }

    [Fact]
    public Task A_text_is_compared_with_its_snapshot() => Verify("the text\nof a snapshot");

    [Fact]
    public async Task A_text_that_differs_fails()
    {
        if (Environment.GetEnvironmentVariable("RECIPES_ACCEPT_SNAPSHOTS") == "1") return;
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "T.M.verified.txt"), "old");
            await File.WriteAllTextAsync(Path.Combine(folder, "T.M#gone.verified.cs"), "stale");
            await File.WriteAllTextAsync(Path.Combine(folder, "T.M_1.verified.txt"), "another test's");
            var comparison = new Recipes.Testing.SnapshotComparison("T.M", [new("", "txt", "new")], folder);

            var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(comparison.RunAsync);

            Assert.Contains("T.M.received.txt differs", failure.Message);
            Assert.Contains("T.M#gone.verified.cs is no longer produced", failure.Message);
            Assert.DoesNotContain("T.M_1", failure.Message);
            Assert.Equal("new", await File.ReadAllTextAsync(Path.Combine(folder, "T.M.received.txt")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
