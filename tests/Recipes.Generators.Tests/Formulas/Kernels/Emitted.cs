using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas.Emission;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Compiles emitted members into a class and loads it.</summary>
internal static class Emitted
{
    public const string Usings = """
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;
        using System.Runtime.Intrinsics.X86;
        using Recipes.Engine;
        using Recipes.Training;

        """;

    // Undocumented members; code that is unreachable or a constant condition since the test has chosen the width.
    private static readonly string[] s_ofTheTest = ["CS1591", "CS0162"];

    /// <summary>The text with every choice of width replaced by <paramref name="bits"/>.</summary>
    public static string OfWidth(string text, int bits) => text
        .Replace("if (Avx512F.IsSupported)", $"if ({(bits == 512 ? "true" : "false")})", StringComparison.Ordinal)
        .Replace("if (Avx2.IsSupported && Fma.IsSupported)", $"if ({(bits == 256 ? "true" : "false")})", StringComparison.Ordinal);

    /// <summary>The text with every choice of width made, and what was written for the other widths left out.</summary>
    public static string OnlyWidth(string text, int bits)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions).GetRoot();
        return new WidthChoice(bits).Visit(root).ToFullString();
    }

    /// <summary>Compiles a file; errors and warnings fail the test with the text.</summary>
    public static Assembly Compile(string text)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Emitted" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions)],
            TestCompilation.References.Add(MetadataReference.CreateFromFile(typeof(KernelHost).Assembly.Location)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        using var stream = new MemoryStream();
        Diagnostic[] errors = [.. compilation.Emit(stream).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && !s_ofTheTest.Contains(d.Id))];
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(10).Select(e => e.ToString())) + "\n" + Numbered(text));
        stream.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(stream);
    }

    private sealed class WidthChoice(int bits) : CSharpSyntaxRewriter
    {
        private readonly string[] _others = [.. VectorArithmetic.Widths.Where(w => w != bits).Select(w => $"Of{w}")];

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
            _others.Any(other => node.Identifier.ValueText.EndsWith(other, StringComparison.Ordinal)) ? null : base.VisitMethodDeclaration(node);

        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            foreach (int width in VectorArithmetic.Widths)
            {
                if (VectorArithmetic.Support(width) != node.Condition.ToString()) continue;
                return width == bits ? node.Statement : Visit(node.Else!.Statement);
            }

            return base.VisitIfStatement(node);
        }
    }

    private static string Numbered(string text) => string.Join("\n", text.Split('\n').Select((line, i) => $"{i + 1,4} {line}"));
}
