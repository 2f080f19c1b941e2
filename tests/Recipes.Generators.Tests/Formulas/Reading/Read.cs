using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Formulas.Reading;

/// <summary>Reads formulas of a test's source.</summary>
internal static class Read
{
    /// <summary>The marked method <paramref name="name"/> of a compilation, which must compile.</summary>
    public static FormulaReading From(CSharpCompilation compilation, string name = "F")
    {
        Assert.Empty(compilation.Complaints());
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            MethodDeclarationSyntax? method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
                .FirstOrDefault(m => m.Identifier.ValueText == name && FormulaMark.IsCandidate(m));
            if (method is not null) return FormulaReader.FromSource(method, compilation.GetSemanticModel(tree), CancellationToken.None);
        }

        throw new ArgumentException($"There is no formula '{name}'.", nameof(name));
    }

    /// <summary>The formula F among members of a static class.</summary>
    public static FormulaDefinition Formula(string members) => Formula(TestCompilation.Create("namespace N;\n\npublic static class Mine\n{\n" + members + "\n}\n"));

    /// <summary>The formula F of a compilation, which must be in the language.</summary>
    public static FormulaDefinition Formula(CSharpCompilation compilation)
    {
        FormulaReading reading = From(compilation);
        Assert.Empty(reading.Problems.Select(p => p.Message));
        return reading.Formula!;
    }
}
