using System.Globalization;
using Recipes.Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (!CommandLine.TryParse(args, out CommandLine options))
{
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true; // the step is finished, a checkpoint is written, and the program ends by itself
    stop.Cancel();
};

try
{
    Dataset digits = Dataset.FromCsv(Path.Combine(AppContext.BaseDirectory, "digits.csv"), label: "digit");
    return options.Seeds is { } seeds ? Spread.Run(digits, seeds, options, stop.Token) : SingleRun.Run(digits, options, stop.Token);
}
catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataFileException or InvalidCheckpointException or StartupGuardException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
