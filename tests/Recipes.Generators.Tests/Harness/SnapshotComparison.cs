using System.Runtime.CompilerServices;
using System.Text;

namespace Recipes.Testing;

/// <summary>Compares the files of one test with those that are committed.</summary>
internal sealed class SnapshotComparison(string test, IReadOnlyList<SnapshotFile> files, string? folder = null)
{
    // As Verify writes: with a byte order mark, LF, and no line end added.
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: true);

    private static readonly bool s_accepts = Environment.GetEnvironmentVariable("RECIPES_ACCEPT_SNAPSHOTS") == "1";

    /// <summary>The project's <c>_snapshots</c> folder.</summary>
    private string Folder { get; } = folder ?? Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(ThisFile())!)!, "_snapshots");

    public async Task RunAsync()
    {
        if (s_accepts && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            throw new InvalidOperationException("Snapshots are not accepted on a build server: unset RECIPES_ACCEPT_SNAPSHOTS, or CI.");

        var complaints = new List<string>();
        foreach (SnapshotFile file in files)
            if (!await MatchesAsync(file)) complaints.Add($"{Name(file, "received")} differs from {Name(file, "verified")}.");
        foreach (string stale in FindStale())
        {
            if (s_accepts) File.Delete(stale);
            else complaints.Add($"{Path.GetFileName(stale)} is no longer produced.");
        }

        if (complaints.Count > 0)
            Assert.Fail(string.Join("\n", complaints) + $"\nIn {Folder}. Compare, then accept with RECIPES_ACCEPT_SNAPSHOTS=1 dotnet test.");
    }

    private async Task<bool> MatchesAsync(SnapshotFile file)
    {
        string verified = Path.Combine(Folder, Name(file, "verified"));
        string received = Path.Combine(Folder, Name(file, "received"));
        string text = file.Text.ReplaceLineEndings("\n");
        if (File.Exists(verified) && (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return true;
        }

        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(s_accepts ? verified : received, text, s_encoding);
        if (s_accepts) File.Delete(received);
        return s_accepts;
    }

    /// <summary>Committed files of this test that it did not produce; <c>Test.A_b</c> is not a file of <c>Test.A</c>.</summary>
    private IEnumerable<string> FindStale()
    {
        if (!Directory.Exists(Folder)) return [];
        var produced = files.Select(file => Name(file, "verified")).ToHashSet(StringComparer.Ordinal);
        return Directory.GetFiles(Folder, test + "*.verified.*").Where(path =>
        {
            string name = Path.GetFileName(path);
            return name[test.Length] is '#' or '.' && !produced.Contains(name);
        });
    }

    private string Name(SnapshotFile file, string state) => $"{test}{file.Suffix}.{state}.{file.Extension}";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
