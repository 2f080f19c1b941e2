namespace Recipes.Samples;

/// <summary>One run: live progress, the table before and after calibration, the report.</summary>
internal static class SingleRun
{
    public static int Run(Dataset digits, CommandLine options, CancellationToken cancellation)
    {
        Splits splits = Split(digits, seed: 7);
        TrainingResult<Digits.Model> run = Digits.Train(splits, new TrainingOptions
        {
            Threads = options.Threads,
            Progress = new ProgressLine(),
            RunDirectory = options.Out,
            Resume = options.Resume ? ResumeMode.IfPresent : ResumeMode.Never,
        }, cancellation);

        Console.WriteLine();
        foreach (string note in run.Notes) Console.WriteLine(note);
        if (run.Status == RunStatus.Cancelled)
        {
            Console.WriteLine($"Cancelled. Continue with: --out {options.Out} --resume");
            return 130;
        }
        if (run.Status == RunStatus.Diverged)
        {
            Console.Error.WriteLine(run.Failure!.Message);
            return 1;
        }

        PrintTable(run.Test);
        PrintOnePrediction(run.Model, splits);
        Console.WriteLine($"Report: {Path.GetFullPath(Path.Combine(options.Out, "report.html"))}");
        return 0;
    }

    /// <summary>The fractions that every run of this sample uses.</summary>
    public static Splits Split(Dataset digits, int seed)
        => digits.Split(train: .6, validation: .1, calibration: .15, test: .15, seed: seed, stratify: true);

    private static void PrintTable(TestMetrics test)
    {
        Console.WriteLine($"{"test rows: " + test.Count,-32}{"before",10}{"after",10}");
        Row("accuracy", test.Before.Accuracy, test.After.Accuracy);
        Row("negative log-likelihood", test.Before.NegativeLogLikelihood, test.After.NegativeLogLikelihood);
        Row("expected calibration error", test.Before.ExpectedCalibrationError, test.After.ExpectedCalibrationError);
        Row("  with bins of equal mass", test.Before.ExpectedCalibrationErrorEqualMass, test.After.ExpectedCalibrationErrorEqualMass);
        Row("Brier score", test.Before.Brier, test.After.Brier);
        if (test.Conformal is { } sets)
        {
            Console.WriteLine();
            Console.WriteLine($"sets promised to hold the digit in {sets.PromisedCoverage:P1} of cases: {sets.Coverage:P1} did, {sets.MeanSetSize:F2} digits on average, {sets.EmptyShare:P1} empty");
        }

        static void Row(string name, double before, double after) => Console.WriteLine($"{name,-32}{before,10:F4}{after,10:F4}");
    }

    /// <summary>The model is a type of the app: this is all it takes to use it.</summary>
    private static void PrintOnePrediction(Digits.Model model, Splits splits)
    {
        var image = new float[model.InputSize];
        splits.Test.CopyFeatures(image);
        Span<int> room = stackalloc int[model.Classes.Count];
        ReadOnlySpan<int> set = model.PredictSet(image, room);
        string names = "";
        foreach (int index in set) names += (names.Length == 0 ? "" : ", ") + model.Classes[index];
        Console.WriteLine($"first test image: predicted {model.Classes[model.Classify(image)]}, set {{{names}}}");
    }
}
