namespace Recipes.Generators.Tests.Docs;

/// <summary>Every example of README.md and docs is held to what it claims.</summary>
public class DocumentationTests(DocumentationAssembly documentation) : IClassFixture<DocumentationAssembly>
{
    public static TheoryData<string> GoodBlocks => [.. DocumentationAssembly.Good.Select(source => source.Block.ToString())];

    public static TheoryData<string> BadBlocks => [.. DocumentationAssembly.Bad.Select(source => source.Block.ToString())];

    public static TheoryData<string, string> RecipesOfBlocks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (BlockSource source in DocumentationAssembly.Good)
                foreach (string recipe in source.Recipes) data.Add(source.Block.ToString(), recipe);
            return data;
        }
    }

    [Fact]
    public void There_are_examples()
    {
        Assert.NotEmpty(DocumentationAssembly.Good);
        Assert.NotEmpty(DocumentationAssembly.Bad);
        Assert.NotEmpty(DocumentationAssembly.Programs);
    }

    [Fact]
    public void Every_block_of_csharp_is_one_that_is_tested()
    {
        string[] languages = ["csharp", "cs", "c#"];
        Assert.DoesNotContain(
            MarkdownPage.All.SelectMany(page => page.Blocks).Where(block => !block.IsGood && !block.IsBad && !block.IsGenerated).Select(block => $"{block} {block.Kind}"),
            text => languages.Contains(text.Split(' ')[1], StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(GoodBlocks))]
    public void A_good_example_compiles_and_breaks_no_rule(string block) =>
        Assert.Empty(documentation.Complaints(Find(DocumentationAssembly.Good, block).Block));

    [Fact]
    public void Nothing_else_is_wrong_with_the_good_examples() => Assert.Empty(documentation.Complaints(null));

    [Theory]
    [MemberData(nameof(BadBlocks))]
    public void A_bad_example_breaks_exactly_its_rule(string block)
    {
        MarkdownBlock bad = Find(DocumentationAssembly.Bad, block).Block;
        Assert.Equal([bad.Rule], documentation.Rules(bad));
    }

    [Theory]
    [MemberData(nameof(RecipesOfBlocks))]
    public void A_recipe_of_an_example_trains(string block, string recipe)
    {
        string name = $"{Find(DocumentationAssembly.Good, block).Namespace}.{recipe}";
        RecipeTrial.Run(documentation.Loaded.GetType(name) ?? throw new InvalidOperationException($"There is no {name}."));
    }

    private static BlockSource Find(IReadOnlyList<BlockSource> blocks, string block) => blocks.Single(source => source.Block.ToString() == block);
}
