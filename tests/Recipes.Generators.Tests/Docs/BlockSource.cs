using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Docs;

/// <summary>A block as C#: the types that it declares, and the statements that it holds.</summary>
internal sealed class BlockSource
{
    private readonly CompilationUnitSyntax _unit;

    public BlockSource(MarkdownBlock block)
    {
        Block = block;
        _unit = (CompilationUnitSyntax)TestCompilation.Parse(block.Text, block.ToString()).GetRoot();
        Types = [.. _unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>()];
        Statements = [.. _unit.Members.OfType<GlobalStatementSyntax>()];
    }

    public MarkdownBlock Block { get; }

    /// <summary>Types outside of other types.</summary>
    public IReadOnlyList<BaseTypeDeclarationSyntax> Types { get; }

    /// <summary>What stands outside of types, as in a Program.cs.</summary>
    public IReadOnlyList<GlobalStatementSyntax> Statements { get; }

    /// <summary>The classes with a <c>[Recipe]</c>.</summary>
    public IEnumerable<string> Recipes => Types
        .Where(type => type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "Recipe"))
        .Select(type => type.Identifier.Text);

    /// <summary>The namespace that the block's types are put in, so that every block may have a class of the same name.</summary>
    public string Namespace => $"Docs.{Identifier(Block.Page)}_Line{Block.Line}";

    /// <summary>The types in the block's namespace, with the page's line numbers; a namespace of the block's own is kept inside it.</summary>
    public string TypesText()
    {
        string usings = string.Concat(_unit.Usings.Select(directive => directive.ToString() + "\n"));
        int first = _unit.Usings.Count == 0 ? 0 : _unit.Usings.FullSpan.End;
        string body = Block.Text[first..];
        int line = Block.Line + Block.Text[..first].Count(c => c == '\n');
        bool scopes = _unit.Members.Any(member => member is FileScopedNamespaceDeclarationSyntax);
        string opening = scopes ? "" : $"namespace {Namespace};\n";
        return $"{usings}{opening}#line {line} \"{Block.Page}\"\n{body}\n";
    }

    /// <summary>The statements with the page's line numbers.</summary>
    public string StatementsText() => $"#line {Block.Line} \"{Block.Page}\"\n{Block.Text}\n#line default\n";

    public static string Identifier(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
