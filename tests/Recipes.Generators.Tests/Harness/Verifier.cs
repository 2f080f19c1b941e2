using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Recipes.Testing;

/// <summary>
/// Snapshot tests with the calls, file names and file contents of Verify and Verify.SourceGenerators, so that a change to those
/// packages is a change of one <c>using static</c>.
/// </summary>
/// <remarks>
/// A test class stands in a file of its own name. Snapshots are in <c>_snapshots</c>; run with <c>RECIPES_ACCEPT_SNAPSHOTS=1</c> to
/// rewrite them (refused on a build server, where <c>CI</c> is set).
/// </remarks>
internal static class Verifier
{
    /// <summary>Compares generated sources, and the diagnostics if there are any, with the snapshots of the calling test.</summary>
    public static SettingsTask Verify(GeneratorDriver driver, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        new(sourceFile, method, SnapshotFile.Of(driver.GetRunResult()));

    /// <summary>Compares a text with the snapshot of the calling test.</summary>
    public static SettingsTask Verify(string target, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        new(sourceFile, method, [new SnapshotFile("", "txt", target)]);
}

/// <summary>A comparison that starts when it is awaited.</summary>
internal sealed class SettingsTask(string sourceFile, string method, IReadOnlyList<SnapshotFile> files)
{
    private string _parameters = "";

    /// <summary>Adds the arguments of a theory to the file names.</summary>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        _parameters = string.Concat(parameters.Select(p => FormattableString.Invariant($"_{p ?? "null"}")));
        return this;
    }

    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    public Task ToTask() => new SnapshotComparison(Path.GetFileNameWithoutExtension(sourceFile) + "." + method + _parameters, files).RunAsync();

    public static implicit operator Task(SettingsTask task) => task.ToTask();
}
