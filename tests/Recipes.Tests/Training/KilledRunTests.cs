using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Recipes.Tests.Data;
using Xunit.Abstractions;

namespace Recipes.Tests.Training;

/// <summary>Runs that are really killed and started again end as one that was left alone.</summary>
public sealed class KilledRunTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_at_random_points_it_ends_byte_for_byte_as_if_nothing_had_happened()
    {
        int seed = Environment.TickCount;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var random = new Random(seed);
        // 60 steps of 3 milliseconds; a life is at most five of them and a moment.
        string[] run = ["4", "20", "3"];
        for (int life = 0; life < 6; life++)
        {
            using Process process = Start("killed", run);
            for (int lines = random.Next(0, 6); lines > 0 && process.StandardOutput.ReadLine() is not null; lines--) { }
            Thread.Sleep(random.Next(0, 6));
            Assert.True(Kill(process), "The run was over before it could be killed.");
        }
        AssertSameEnd(run);
    }

    [Fact]
    public void Killed_while_a_checkpoint_is_written_it_goes_on_from_the_one_before()
    {
        // Wide enough that a checkpoint takes a while: 4 buffers of 120,000 floats.
        string[] run = ["40000", "6", "0"];
        bool killedWhileWriting = false;
        for (int attempt = 0; attempt < 50 && !killedWhileWriting; attempt++)
        {
            using Process process = Start("killed", run);
            // From the second checkpoint on there is one before.
            while (!process.HasExited && !File.Exists(_folder.File("killed/checkpoint"))) Thread.Sleep(1);
            while (!process.HasExited && Unfinished().Length == 0) Thread.Yield();
            if (!Kill(process))
            {
                Directory.Delete(_folder.File("killed"), recursive: true);
                continue;
            }
            killedWhileWriting = Unfinished().Length > 0;
        }
        Assert.True(killedWhileWriting, "No kill fell into the writing of a checkpoint.");
        AssertSameEnd(run);
        // What the killed process left behind was removed by a later write.
        Assert.Empty(Unfinished());
    }

    private string[] Unfinished() => Directory.Exists(_folder.File("killed")) ? Directory.GetFiles(_folder.File("killed"), "*.writing") : [];

    private void AssertSameEnd(string[] run)
    {
        foreach (string directory in (string[])["killed", "whole"])
        {
            using Process process = Start(directory, run);
            string errors = process.StandardError.ReadToEnd();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal("", errors);
            Assert.Equal(0, process.ExitCode);
        }
        Assert.Equal(File.ReadAllBytes(_folder.File("whole/model.safetensors")), File.ReadAllBytes(_folder.File("killed/model.safetensors")));
        Assert.Equal(File.ReadAllText(_folder.File("whole/metrics.csv")), File.ReadAllText(_folder.File("killed/metrics.csv")));
    }

    private Process Start(string directory, string[] run)
    {
        string host = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        string[] arguments = [typeof(KillTarget).Assembly.Location, _folder.File(directory), .. run];
        var start = new ProcessStartInfo(Path.GetFullPath(host), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private static bool Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
        return process.ExitCode != 0;
    }
}
