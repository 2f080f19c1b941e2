using System.Diagnostics;
using System.Text;

namespace Recipes.Package.Tests;

/// <summary>Runs the <c>dotnet</c> command as a user would, untouched by the test run that it is started from.</summary>
internal static class DotNet
{
    // What a test run leaves in the environment of its processes, and would bend the commands that are tested.
    private static readonly string[] s_ofTheTestRun = ["MSBUILD", "VSTEST", "DOTNET_CLI_CONTEXT", "DOTNET_HOST_PATH", "DOTNET_gc", "CORECLR"];

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="packages">The package cache of its own; nothing of the user's is seen.</param>
    /// <param name="arguments">The command.</param>
    /// <returns>Standard output and error.</returns>
    public static Task<string> RunAsync(string folder, string packages, params string[] arguments) => RunAsync(Start(folder, packages, arguments), succeeds: true);

    /// <summary>Runs a command that is to fail.</summary>
    /// <inheritdoc cref="RunAsync(string, string, string[])"/>
    public static Task<string> FailAsync(string folder, string packages, params string[] arguments) => RunAsync(Start(folder, packages, arguments), succeeds: false);

    /// <summary>Runs a program to its end and returns its output.</summary>
    public static Task<string> RunProgramAsync(string program, string folder) => RunAsync(new ProcessStartInfo(program) { WorkingDirectory = folder }, succeeds: true);

    private static ProcessStartInfo Start(string folder, string packages, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder };
        foreach (string name in start.Environment.Keys.ToArray())
            if (s_ofTheTestRun.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                start.Environment.Remove(name);
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // No build servers that outlive the test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        return start;
    }

    private static async Task<string> RunAsync(ProcessStartInfo start, bool succeeds)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        string text = output.ToString();
        Assert.True(process.ExitCode == 0 == succeeds, $"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{text}");
        return text;

        void Append(string? line)
        {
            lock (output)
                if (line is not null) output.AppendLine(line);
        }
    }
}
