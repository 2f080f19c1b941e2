namespace Recipes;

/// <summary>Finds what a person probably meant by a name that does not exist.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest edits (letter case is free), or null when none is near.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        // A third of the letters may be wrong, and one in the shortest names: beyond that a suggestion is a guess.
        int bound = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            int distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance >= bound) continue;
            bound = distance;
            nearest = candidate;
        }
        return nearest;
    }

    /// <summary>" Did you mean \"x\"?" or nothing.</summary>
    public static string Suggestion(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";

    /// <summary>Levenshtein distance: the fewest insertions, deletions and replacements of one letter.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
