using System.Globalization;
using Recipes.Samples.ToyChecks;
using Recipes.Samples.ToyChecks.Page;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (!CommandLine.TryParse(args, out CommandLine options))
{
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

IReadOnlyList<KeyValuePair<string, ToyCheck>> checks;
try
{
    checks = CheckList.Named(options.Names);
}
catch (ArgumentException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}

if (options.List)
{
    foreach ((string name, ToyCheck check) in checks) Console.WriteLine($"{name,-28}{check.Technique}: {check.Claim.Text}");
    return 0;
}

var results = new List<CheckResult>();
foreach ((string name, ToyCheck check) in checks)
{
    CheckResult result = Runner.Run(name, check, options.Seeds, options.Threads);
    results.Add(result);
    Console.WriteLine(
        $"{name,-28}{check.Claim.Measure.Name}: {result.Baseline.Average():F3} → {result.Treated.Average():F3}, better by {result.Gain.Mean:F3} " +
        $"({result.Gain.Low:F3} to {result.Gain.High:F3}), {ResultPage.Text(result.Verdict)}, {result.Seconds:F0} s");
    if (!options.Choices) continue;
    PrintChoices("baseline", check.Baseline, result.Chosen.Baseline);
    PrintChoices("technique", check.Treated, result.Chosen.Treated);
}

if (options.Write is { } file)
{
    string? existing = File.Exists(file) ? File.ReadAllText(file) : null;
    File.WriteAllText(file, ResultPage.Write(existing, results, [.. CheckList.All.Keys]));
    Console.WriteLine($"Written: {Path.GetFullPath(file)}");
}
return 0;

static void PrintChoices(string name, Arm arm, IReadOnlyList<int> choices)
{
    for (int i = 0; i < choices.Count; i++) Console.WriteLine($"    {name,-10}{choices[i],4} seeds chose {arm.Settings[i]}");
}
