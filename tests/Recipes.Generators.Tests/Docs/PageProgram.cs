using System.Text;

namespace Recipes.Generators.Tests.Docs;

/// <summary>The statements of a page from top to bottom as one program: what a reader gets who types them in.</summary>
internal sealed class PageProgram
{
    private readonly IReadOnlyList<BlockSource> _blocks;
    private readonly IReadOnlyList<BlockSource> _types;

    /// <param name="blocks">The page's blocks.</param>
    /// <param name="readme">The blocks of README.md, whose recipe other pages may go on with.</param>
    public PageProgram(IReadOnlyList<BlockSource> blocks, IReadOnlyList<BlockSource> readme)
    {
        _blocks = [.. blocks.Where(block => block.Statements.Count > 0)];
        _types = [.. blocks.Concat(readme).Where(block => block.Statements.Count == 0)];
    }

    public bool IsEmpty => _blocks.Count == 0;

    public string Page => _blocks[0].Block.Page;

    public string ClassName => "Program_" + BlockSource.Identifier(Page);

    /// <summary>A class with a method <c>Run</c>. A name that several blocks declare means the first of them.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (BlockSource block in _types)
            foreach (string name in block.Types.Select(type => type.Identifier.Text))
                if (named.Add(name)) text.Append($"using {name} = {block.Namespace}.{name};\n");
        bool waits = _blocks.Any(block => block.Block.Text.Contains("await ", StringComparison.Ordinal));
        text.Append($"static class {ClassName}\n{{\npublic static {(waits ? "async System.Threading.Tasks.Task" : "void")} Run(string[] args)\n{{\n");
        foreach (BlockSource block in _blocks) text.Append(block.StatementsText());
        return text.Append("}\n}\n").ToString();
    }

    /// <summary>How the program is run from a <c>Main</c> that may wait.</summary>
    public string Call => $"        case \"{Page}\": {(Text().Contains("async ", StringComparison.Ordinal) ? "await " : "")}{ClassName}.Run(args[1..]); break;\n";
}
