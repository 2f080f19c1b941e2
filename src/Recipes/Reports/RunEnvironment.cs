using System.Reflection;
using System.Runtime.InteropServices;

namespace Recipes;

/// <summary>The machine and the software that a run took place on.</summary>
/// <param name="Processor">The processor's name.</param>
/// <param name="OperatingSystem">The operating system.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="InstructionSet">The widest vector instructions in use.</param>
/// <param name="Threads">Threads that worked.</param>
/// <param name="Version">The version of Recipes.</param>
public sealed record RunEnvironment(string Processor, string OperatingSystem, string Runtime, string InstructionSet, int Threads, string Version)
{
    /// <summary>Describes this machine.</summary>
    public static RunEnvironment Current(int threads) => new(
        ProcessorName(), RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, Training.InstructionSet.Name, threads,
        typeof(RunEnvironment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    private static string ProcessorName()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString();
        try
        {
            // Linux names it here; Windows in the environment. Elsewhere the architecture has to do.
            const string information = "/proc/cpuinfo";
            if (File.Exists(information))
            {
                foreach (string line in File.ReadLines(information))
                {
                    if (line.StartsWith("model name", StringComparison.Ordinal)) return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                }
            }
        }
        catch (IOException)
        {
        }
        catch (UnauthorizedAccessException)
        {
        }

        return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? architecture;
    }
}
