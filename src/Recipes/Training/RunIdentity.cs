using System.Globalization;
using System.Text;

namespace Recipes.Training;

/// <summary>What a run is: the same identity means that the same bits follow.</summary>
internal sealed record RunIdentity(
    string Recipe, string Fingerprint, string Source, string Data, string Split, ulong Seed, string Knobs, string Noise, string Instructions, string Build)
{
    /// <summary>The identity as lines <c>key=value</c>.</summary>
    public string ToText() => string.Join('\n', Lines().Select(line => line.Key + "=" + Fold(line.Value)));

    /// <summary>Fails unless a checkpoint's identity is this one, and says what differs.</summary>
    /// <returns>A note when only the machine or the build differ: the run may go on, but its bits are not promised.</returns>
    /// <exception cref="InvalidCheckpointException">The checkpoint belongs to another run.</exception>
    public string? Compare(string text, string path)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in text.Split('\n'))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) found[line[..equals]] = Unfold(line[(equals + 1)..]);
        }

        string Found(string key) => found.GetValueOrDefault(key, "");
        if (Found("recipe") != Recipe) throw Other(path, $"it is of the recipe {Found("recipe")}, this is {Recipe}");
        if (Found("fingerprint") != Fingerprint) throw Other(path, $"the recipe {Recipe} has changed since it was made{Change(Found("source"))}");
        if (Found("data") != Data) throw Other(path, "it was made with other data (the content hashes of the rows differ)");
        if (Found("split") != Split) throw Other(path, "it was made with another split of the same data: the same rows do not have the same roles");
        string seed = Seed.ToString(CultureInfo.InvariantCulture);
        if (Found("seed") != seed) throw Other(path, $"it was made with seed {Found("seed")}, this run has seed {seed}");
        if (Found("knobs") != Knobs) throw Other(path, $"it was made with {Describe(Found("knobs"))}, this run has {Describe(Knobs)}");

        if (Found("noise") != Noise) throw Other(path, "it was made with another TrainingOptions.NoiseTransition");

        if (Found("instructions") != Instructions)
            return $"The run was resumed from a checkpoint made with {Found("instructions")} instructions on a machine with {Instructions}: its last bits may differ from an uninterrupted run's.";
        if (Found("build") != Build)
            return "The run was resumed from a checkpoint made by another build: its last bits may differ from an uninterrupted run's.";
        return null;
    }

    /// <summary>The first line of the recipe that is another now.</summary>
    private string Change(string source)
    {
        string[] was = source.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] now = Source.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < Math.Max(was.Length, now.Length); i++)
        {
            string before = i < was.Length ? was[i] : "nothing", after = i < now.Length ? now[i] : "nothing";
            if (before != after) return $": it had {before} where there is {after} now";
        }
        return " (in what its text does not show, such as a formula that it uses)";
    }

    // Each line of the text is one key; a recipe's text has many lines.
    private static string Fold(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unfold(string line)
    {
        var text = new StringBuilder(line.Length);
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\' || i + 1 == line.Length) text.Append(line[i]);
            else text.Append(line[++i] == 'n' ? '\n' : line[i]);
        }
        return text.ToString();
    }

    private IEnumerable<KeyValuePair<string, string>> Lines()
    {
        yield return new("recipe", Recipe);
        yield return new("fingerprint", Fingerprint);
        yield return new("source", Source);
        yield return new("data", Data);
        yield return new("split", Split);
        yield return new("seed", Seed.ToString(CultureInfo.InvariantCulture));
        yield return new("knobs", Knobs);
        yield return new("noise", Noise);
        yield return new("instructions", Instructions);
        yield return new("build", Build);
    }

    private static string Describe(string knobs) => knobs.Length == 0 ? "the recipe's knobs" : $"the knobs {knobs}";

    private static InvalidCheckpointException Other(string path, string how) => new($"The checkpoint '{path}' belongs to another run: {how}.");
}
