using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Recipes.Package.Tests;

/// <summary>What docs/publishing.md promises of the sample.</summary>
public partial class PublishTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "recipes-publish-" + Guid.NewGuid().ToString("N"));

    private static string Target => (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    [PublishFact]
    public Task The_sample_publishes_trimmed_without_a_warning_and_trains() => PublishAndTrainAsync("--self-contained", "-p:PublishTrimmed=true");

    [PublishFact]
    public Task The_sample_publishes_ahead_of_time_without_a_warning_and_trains() => PublishAndTrainAsync("-p:PublishAot=true");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task PublishAndTrainAsync(params string[] switches)
    {
        string output = await DotNet.RunAsync(
            Repository.Root, PackedLibrary.UserPackages(), ["publish", Path.Combine("samples", "Digits"), "-c", "Release", "-r", Target, .. switches, "-o", _folder]);
        Assert.DoesNotMatch(TrimWarning(), output);

        string trained = await DotNet.RunProgramAsync(Path.Combine(_folder, OperatingSystem.IsWindows() ? "Digits.exe" : "Digits"), _folder);
        Assert.Contains("negative log-likelihood", trained);
        Assert.True(File.Exists(Path.Combine(_folder, "runs", "digits", "report.html")));
    }

    /// <summary>Warnings of trimming (IL2xxx) and of native compilation (IL3xxx).</summary>
    [GeneratedRegex(@"\bIL[23]\d{3}\b")]
    private static partial Regex TrimWarning();
}
