namespace Recipes.Samples;

/// <summary>What the sample can be told.</summary>
internal sealed record CommandLine(IReadOnlyList<int>? Seeds, int Threads, string Out, bool Resume)
{
    public const string Usage =
        """
        Digits: trains the recipe in Digits.recipe.cs on 1,797 handwritten digits.
          --seeds A..B     train once per seed of split and run, and print the spread
          --threads N      worker threads (default: one per core)
          --out DIR        where the run keeps its files (default: runs/digits)
          --resume         continue from the checkpoint in DIR
        """;

    public static bool TryParse(string[] args, out CommandLine options)
    {
        options = new CommandLine(null, 0, Path.Combine("runs", "digits"), false);
        for (int i = 0; i < args.Length; i++)
        {
            string? value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--resume":
                    options = options with { Resume = true };
                    break;
                case "--threads" when int.TryParse(value, out int threads) && threads >= 0:
                    options = options with { Threads = threads };
                    i++;
                    break;
                case "--out" when value is { Length: > 0 }:
                    options = options with { Out = value };
                    i++;
                    break;
                case "--seeds" when ParseSeeds(value) is { } seeds:
                    options = options with { Seeds = seeds };
                    i++;
                    break;
                default:
                    return false;
            }
        }
        return true;
    }

    /// <summary><c>0..9</c>, both ends included, or <c>0,3,7</c>.</summary>
    private static int[]? ParseSeeds(string? text)
    {
        if (text is null) return null;
        string[] ends = text.Split("..");
        if (ends.Length == 2 && int.TryParse(ends[0], out int first) && int.TryParse(ends[1], out int last) && first >= 0 && first <= last)
            return [.. Enumerable.Range(first, last - first + 1)];
        string[] parts = text.Split(',');
        var seeds = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], out seeds[i]) || seeds[i] < 0)
                return null;
        return seeds;
    }
}
