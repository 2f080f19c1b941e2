using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

        """;

    // Undocumented members; code that is unreachable or a constant condition since the test has chosen the width.
    private static readonly string[] s_ofTheTest = ["CS1591", "CS0162"];

    /// <summary>The text with every choice of width replaced by <paramref name="bits"/>.</summary>
    public static string OfWidth(string text, int bits) => text
        .Replace("if (Avx512F.IsSupported)", $"if ({(bits == 512 ? "true" : "false")})", StringComparison.Ordinal)
        .Replace("if (Avx2.IsSupported && Fma.IsSupported)", $"if ({(bits == 256 ? "true" : "false")})", StringComparison.Ordinal);

    /// <summary>Compiles a file; errors and warnings fail the test with the text.</summary>
    public static Assembly Compile(string text)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Emitted" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions)],
            TestCompilation.References.Add(MetadataReference.CreateFromFile(typeof(KernelHost).Assembly.Location)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        Diagnostic[] errors = [.. compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !s_ofTheTest.Contains(d.Id))];
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(10).Select(e => e.ToString())) + "\n" + Numbered(text));
        return compilation.Load();
    }

    private static string Numbered(string text) => string.Join("\n", text.Split('\n').Select((line, i) => $"{i + 1,4} {line}"));
}
