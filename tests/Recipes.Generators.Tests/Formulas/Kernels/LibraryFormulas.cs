using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>The library's formulas, read from its source.</summary>
internal static class LibraryFormulas
{
    private static readonly Lazy<Dictionary<string, FormulaDefinition>> s_all = new(Read);

    public static IReadOnlyDictionary<string, FormulaDefinition> All => s_all.Value;

    /// <summary>The names of all formulas of a kind, for theories: a new one is held to the same tests.</summary>
    public static TheoryData<string> Names(FormulaKind kind, params string[] further) => [.. further, .. All.Values.Where(f => f.Kind == kind).Select(f => f.Name).Order(StringComparer.Ordinal)];

    private static Dictionary<string, FormulaDefinition> Read()
    {
        CSharpCompilation compilation = LibrarySource.Compile();
        var found = new Dictionary<string, FormulaDefinition>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(FormulaMark.IsCandidate))
            {
                model ??= compilation.GetSemanticModel(tree);
                if (FormulaReader.FromSource(method, model, CancellationToken.None).Formula is { } formula) found[formula.Name] = formula;
            }
        }

        return found;
    }
}
