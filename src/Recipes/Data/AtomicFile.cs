using System.Diagnostics;
using System.Globalization;

namespace Recipes;

/// <summary>Replaces a file whole or not at all: what is written goes beside it first and takes its name when it is complete.</summary>
/// <remarks>
/// A reader sees the old file or the new one, never a part; a write that fails or is killed leaves the old file as it was.
/// The text on its way is <c>name.PID-N.writing</c>; what a killed process left behind is removed by the next write.
/// </remarks>
internal static class AtomicFile
{
    private const string Suffix = ".writing";
    private static int s_writes;

    /// <summary>Writes the file at <paramref name="path"/> through <paramref name="write"/>; makes its folder if there is none.</summary>
    /// <exception cref="IOException">The file cannot be written; the previous one is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to; the previous file is still there.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(target) ?? throw new IOException($"{path} is a folder, not a file.");
        Directory.CreateDirectory(folder);
        string beside = string.Create(CultureInfo.InvariantCulture,
            $"{target}.{Environment.ProcessId}-{Interlocked.Increment(ref s_writes)}{Suffix}");
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                // Without this a power cut may leave the new name on an empty file.
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            Remove(beside);
            throw;
        }
        RemoveLeftovers(folder, Path.GetFileName(target));
    }

    private static void RemoveLeftovers(string folder, string name)
    {
        foreach (string file in Directory.EnumerateFiles(folder, name + ".*" + Suffix))
        {
            ReadOnlySpan<char> middle = Path.GetFileName(file.AsSpan())[(name.Length + 1)..^Suffix.Length];
            int dash = middle.IndexOf('-');
            if (dash > 0 && int.TryParse(middle[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out int process) && !Runs(process))
                Remove(file);
        }
    }

    private static bool Runs(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return true; // It cannot be asked about: leave its files alone.
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The write's own failure is what the caller must hear of.
        }
    }
}
