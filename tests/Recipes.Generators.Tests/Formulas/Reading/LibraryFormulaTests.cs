using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Formulas.Reading;

/// <summary>Reads every formula of the library.</summary>
public class LibraryFormulaTests
{
    private static readonly Lazy<IReadOnlyList<(string Name, FormulaReading Reading)>> s_readings = new(ReadAll);

    [Fact]
    public void Every_formula_is_in_the_language()
    {
        Assert.NotEmpty(s_readings.Value);
        foreach ((string name, FormulaReading reading) in s_readings.Value)
            Assert.True(reading.Formula is not null, name + ": " + string.Join("; ", reading.Problems.Select(p => p.Message)));
    }

    /// <summary>What a project derives from its formulas is what the projects that reference it read back.</summary>
    [Fact]
    public void Every_text_reads_back_as_the_same_formula()
    {
        foreach ((string name, FormulaReading reading) in s_readings.Value)
        {
            FormulaDefinition formula = reading.Formula!;
            FormulaDefinition? again = FormulaReader.FromMetadata(1, formula.Kind.ToString(), formula.Text, out string? problem);

            Assert.True(problem is null, name + ": " + problem);
            Assert.Equal(formula, again);
        }
    }

    private static IReadOnlyList<(string, FormulaReading)> ReadAll()
    {
        CSharpCompilation compilation = LibrarySource.Compile();
        var readings = new List<(string, FormulaReading)>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(FormulaMark.IsCandidate))
                readings.Add((method.Identifier.ValueText, FormulaReader.FromSource(method, model, CancellationToken.None)));
        }

        return readings;
    }
}
