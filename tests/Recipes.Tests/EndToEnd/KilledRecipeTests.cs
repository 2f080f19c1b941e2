using System.Diagnostics;
using Xunit.Abstractions;

namespace Recipes.Tests.EndToEnd;

/// <summary>Generated trainers, killed for real at random points: what they end with is what an untouched run ends with.</summary>
public class KilledRecipeTests(ITestOutputHelper output)
{
    // Specimens keeps memory per row, Given numbers for the run; SmallDigits averages and stops early; Ink prepares targets: together all that a checkpoint holds.
    [Theory]
    [InlineData("Specimens")]
    [InlineData("SmallDigits")]
    [InlineData("Given")]
    [InlineData("Ink")]
    public void A_run_that_is_killed_five_times_ends_with_the_same_bytes(string recipe)
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string untouched = Directory.CreateTempSubdirectory().FullName, killed = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Assert.NotEqual("Cancelled", HostProcess.Run(null, "train", recipe, Repository.Digits, untouched, "2"));
            string checkpoint = Path.Combine(killed, "checkpoint");
            for (int kill = 0; kill < 5; kill++)
            {
                DateTime before = File.Exists(checkpoint) ? File.GetLastWriteTimeUtc(checkpoint) : default;
                using Process process = HostProcess.Start(null, "train", recipe, Repository.Digits, killed, "2");
                // Not before it got anywhere, or a slow machine would only ever kill start-up.
                while (!process.HasExited && (!File.Exists(checkpoint) || File.GetLastWriteTimeUtc(checkpoint) == before)) Thread.Sleep(1);
                Thread.Sleep(random.Next(0, 60));
                process.Kill();
                process.WaitForExit();
                output.WriteLine($"kill {kill + 1}: exit code {process.ExitCode}");
            }
            HostProcess.Run(null, "train", recipe, Repository.Digits, killed, "1");
            foreach (string file in new[] { "model.safetensors", "metrics.csv" })
                Assert.Equal(File.ReadAllBytes(Path.Combine(untouched, file)), File.ReadAllBytes(Path.Combine(killed, file)));
        }
        finally
        {
            Directory.Delete(untouched, recursive: true);
            Directory.Delete(killed, recursive: true);
        }
    }
}
