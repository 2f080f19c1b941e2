using System.Runtime.CompilerServices;

namespace Recipes.Package.Tests;

/// <summary>Paths of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static string LibraryProject { get; } = Path.Combine(Root, "src", "Recipes", "Recipes.csproj");

    /// <summary>The configuration that the tests were built in, and with them what they pack.</summary>
    public static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
