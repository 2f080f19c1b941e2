using System.Runtime.CompilerServices;

namespace Recipes.Generators.Tests.Docs;

/// <summary>Paths of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
