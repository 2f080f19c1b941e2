using System.Runtime.CompilerServices;

namespace Recipes.Tests;

/// <summary>Paths of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static string Digits { get; } = Path.Combine(Root, "samples", "Digits", "digits.csv");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
