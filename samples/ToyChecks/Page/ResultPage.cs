using System.Globalization;
using System.Text;

namespace Recipes.Samples.ToyChecks.Page;

/// <summary>docs/toy-checks.md: a row per check; rows of checks that were not run now stay as they are.</summary>
internal static class ResultPage
{
    private const string Header = "| check | technique | problem | claim | baseline | with the technique | better by | 95% interval | verdict | seeds | s |";

    private const string Opening =
        """
        # Toy checks

        Written by `dotnet run -c Release --project samples/ToyChecks -- --write`.

        Papers make their claims on large problems. A toy check tries the direction of a claim on a small one, where it takes seconds: a recipe without the
        technique and one with it, which differ by the attributes that the table names. For each seed both see the same rows, start from the same weights, and try
        equally many settings of their knobs, among the same learning rates; the setting is chosen on validation rows alone, and the chosen model is measured on
        test rows. The table gives the mean of both and the mean paired difference, positive where the technique is better, with Student's 95% interval over
        the seeds.

        Rates and other knobs are tried on a grid; where most seeds chose its end (`--choices` prints that), it was moved for both arms, whatever the verdict.

        What is claimed, and which difference would matter, stands in the check's file before it is run. An improvement is **shown** if the interval
        lies above 0 and reaches the difference that would matter; it is **not shown** if the whole interval lies below that difference; else the check is
        **inconclusive**. A technique that claims to be no worse is shown if the interval lies above minus that difference, and not shown if it lies below 0.

        "Not shown" is a result: on such a problem, with such a budget, one need not bother. It does not refute a paper whose problem is another. "Shown" does
        not say that the technique pays elsewhere. With many checks, one in forty whose technique does nothing lies above 0 by chance.


        """;

    /// <summary>The page with new rows in place of old ones of the same name, without rows of checks that are gone.</summary>
    public static string Write(string? existing, IReadOnlyList<CheckResult> results, IReadOnlyCollection<string> names)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in (existing ?? "").ReplaceLineEndings("\n").Split('\n'))
            if (NameOf(line) is { } name && names.Contains(name)) rows[name] = line;
        foreach (CheckResult result in results) rows[result.Name] = Row(result);
        var page = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        page.Append(Summary(rows.Values)).Append("\n\n").Append(Header).Append("\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (string row in rows.Values) page.Append(row).Append('\n');
        return page.ToString();
    }

    /// <summary>The check that a line of the table is about; null for other lines.</summary>
    public static string? NameOf(string line) =>
        line.StartsWith("| `", StringComparison.Ordinal) && line.IndexOf('`', 3) is > 3 and var end ? line[3..end] : null;

    public static string Text(Verdict verdict) => verdict switch { Verdict.Shown => "shown", Verdict.NotShown => "not shown", _ => "inconclusive" };

    /// <summary>What a check is about, without what came of it: the cells that must be as the code says.</summary>
    public static string Beginning(string name, ToyCheck check)
    {
        Claim claim = check.Claim;
        string technique = check.Technique + (check.Id is null ? "" : $" ({check.Id})");
        string matters = claim.NoWorse
            ? $"no worse by {Number(claim.Threshold)}{Unit(claim.Measure)}"
            : $"by {Number(claim.Threshold)}{Unit(claim.Measure)} or more";
        return $"| `{name}` | {technique} | {check.Problem.Name} | {claim.Text}: {claim.Measure.Name}, {matters} | {Side(check.Baseline, check.Treated)}";
    }

    private static string Row(CheckResult result)
    {
        ToyCheck check = result.Check;
        return Beginning(result.Name, check) +
            $": {Number(result.Baseline.Average())} | {Side(check.Treated, check.Baseline)}: {Number(result.Treated.Average())} " +
            $"| {Signed(result.Gain.Mean)}{Unit(check.Claim.Measure)} | {Signed(result.Gain.Low)} to {Signed(result.Gain.High)} " +
            $"| {Text(result.Verdict)} | {result.Baseline.Count} | {result.Seconds.ToString("F0", CultureInfo.InvariantCulture)} |";
    }

    /// <summary>What an arm has and the other has not.</summary>
    private static string Side(Arm arm, Arm other)
    {
        IReadOnlyList<string> own = RecipeDifference.Of(arm.Recipe.Source, other.Recipe.Source);
        return own.Count == 0 ? "without it" : string.Join(", ", own.Select(attribute => $"`{attribute.Replace("|", "\\|", StringComparison.Ordinal)}`"));
    }

    private static string Summary(IReadOnlyCollection<string> rows)
    {
        int Count(Verdict verdict) => rows.Count(row => row.Contains($"| {Text(verdict)} |", StringComparison.Ordinal));
        return $"{rows.Count} checks: {Count(Verdict.Shown)} shown, {Count(Verdict.NotShown)} not shown, {Count(Verdict.Inconclusive)} inconclusive.";
    }

    private static string Unit(Measure measure) => measure.Unit.Length == 0 ? "" : " " + measure.Unit;

    private static string Signed(double value) => (value < 0 ? "−" : "+") + Number(Math.Abs(value));

    /// <summary>Three significant digits.</summary>
    private static string Number(double value) => value == 0 ? "0" : Math.Abs(value) switch
    {
        >= 100 => value.ToString("F0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("F1", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("F2", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
