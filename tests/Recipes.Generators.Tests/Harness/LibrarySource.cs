using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Recipes.Generators.Tests.Harness;

/// <summary>The runtime library itself as a compilation, for tests that read its formulas as the generator does.</summary>
internal static class LibrarySource
{
    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>All of src/Recipes, compiled without what is generated for it.</summary>
    public static CSharpCompilation Compile()
    {
        string root = Path.Combine(Repository, "src", "Recipes");
        string excluded = Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar;
        const string usings = """
            global using System;
            global using System.Collections.Generic;
            global using System.IO;
            global using System.Linq;
            global using System.Threading;
            global using System.Threading.Tasks;
            """;
        IEnumerable<SyntaxTree> trees = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains(excluded, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => TestCompilation.Parse(File.ReadAllText(path), path))
            .Append(TestCompilation.Parse(usings, "GlobalUsings.cs"));
        return CSharpCompilation.Create(
            "Recipes", trees, TestCompilation.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
