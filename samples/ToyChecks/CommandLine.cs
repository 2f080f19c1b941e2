using System.Globalization;

namespace Recipes.Samples.ToyChecks;

/// <summary>What the program can be told.</summary>
internal sealed record CommandLine(IReadOnlyList<string> Names, int Seeds, int Threads, string? Write, bool List, bool Choices)
{
    public const string Usage =
        """
        ToyChecks: tries published claims on small problems.
          NAME …           the checks to run, by name or by technique (default: all)
          --seeds N        paired seeds (default: 20)
          --threads N      trainings at once (default: one per core)
          --write [FILE]   write the table (default: docs/toy-checks.md)
          --choices        print which settings validation chose
          --list           print the checks' names
        """;

    public static bool TryParse(string[] args, out CommandLine options)
    {
        var names = new List<string>();
        options = new CommandLine(names, 20, Environment.ProcessorCount, null, false, false);
        for (int i = 0; i < args.Length; i++)
        {
            string? value = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[i + 1] : null;
            switch (args[i])
            {
                case "--list":
                    options = options with { List = true };
                    break;
                case "--choices":
                    options = options with { Choices = true };
                    break;
                case "--seeds" when Number(value) is >= 2 and var seeds:
                    options = options with { Seeds = seeds };
                    i++;
                    break;
                case "--threads" when Number(value) is >= 1 and var threads:
                    options = options with { Threads = threads };
                    i++;
                    break;
                case "--write":
                    bool given = value?.EndsWith(".md", StringComparison.Ordinal) == true;
                    options = options with { Write = given ? value : Path.Combine("docs", "toy-checks.md") };
                    if (given) i++;
                    break;
                case var name when !name.StartsWith('-'):
                    names.Add(name);
                    break;
                default:
                    return false;
            }
        }
        return true;
    }

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number : null;
}
