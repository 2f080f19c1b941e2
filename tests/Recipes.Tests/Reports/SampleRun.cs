using Recipes.Training;

namespace Recipes.Tests.Reports;

/// <summary>A made-up run with every part of a report in it.</summary>
internal static class SampleRun
{
    public static RunRecord Create(int classes = 10, int epochs = 30, bool calibrated = true, bool tested = true, int unseen = 0,
        Func<int, string>? className = null, string termName = "Squentropy", string recipeName = "Digits", string? source = null, string? plan = null)
    {
        var random = new Random(7);
        string[] names = [.. Enumerable.Range(0, classes).Select(className ?? (k => classes == 10 ? $"{k}" : $"class {k}"))];
        return new RunRecord
        {
            Recipe = Recipe(classes, epochs, calibrated, termName, recipeName, source, plan),
            Classes = names,
            Status = "StoppedEarly",
            Seed = 7,
            Epochs = [.. Enumerable.Range(1, epochs).Select(epoch => Epoch(epoch, epochs, random))],
            BestEpoch = epochs > 4 ? epochs - 4 : null,
            Test = tested ? Test(names, calibrated, unseen, random) : null,
            ClassCounts = [.. names.Select((_, k) => 100L + 7 * k % 23)],
            DrawCounts = [.. names.Select((_, k) => 3234L + k)],
            Splits = new SplitSizes(1078, 270, 180, 269),
            CalibrationParts = calibrated ? [new("TemperatureScaling", 90), new("SplitConformal", 90, Unseen: unseen)] : [],
            Notes = ["Standardize: pixel_0_0 is constant and was left at 0.", "TemperatureScaling: temperature 1.4021, fitted on 90 rows (95% interval 1.16 to 1.7)."],
            ChangedKnobs = [new("AdamW.LearningRate", 0.02)],
            Environment = new RunEnvironment("Test Processor 3000 <8 cores>", "Linux 6.1", ".NET 10.0.1", "AVX-512", 2, "0.1.0"),
            Started = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
            Seconds = 83.2,
        };
    }

    private static EpochRecord Epoch(int epoch, int epochs, Random random)
    {
        double decay = Math.Exp(-4.0 * epoch / epochs), noise = 0.02 * random.NextDouble();
        return new EpochRecord(
            epoch, 0.3 + 2 * decay + noise, [0.35 + 1.9 * decay + noise, 0.2 + 2.4 * decay], 0.01 * (0.5 + 0.5 * Math.Cos(Math.PI * epoch / epochs)),
            1.2 * decay + 0.3 + 5 * noise, new EvaluationSummary(270, 0.98 - 0.6 * decay - noise, 0.08 + 1.8 * decay + noise, 0.04 + 0.7 * decay, 0.01 + 0.1 * decay + noise).ToValues());
    }

    private static TestMetrics Test(string[] names, bool calibrated, int unseen, Random random)
    {
        const int rows = 269;
        int classes = names.Length;
        var scores = new float[rows * classes];
        var labels = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            int truth = random.Next(classes);
            labels[i] = i < unseen ? -1 : truth;
            for (int k = 0; k < classes; k++) scores[i * classes + k] = (float)(4 * random.NextDouble());
            scores[i * classes + truth] += (float)(3 + 9 * random.NextDouble());
            scores[i * classes + (truth + 5) % classes] += (float)(7 * Math.Pow(random.NextDouble(), 2));
        }

        MetricSet before = MetricSet.FromScores(scores, labels, names);
        if (!calibrated) return new TestMetrics(before, before);
        var scaling = new TemperatureScaling();
        scaling.Fit(scores, labels, classes);
        scaling.Apply(scores, classes);
        MetricSet after = MetricSet.FromScores(scores, labels, names);
        Probabilities.FromScores(scores, classes);
        var conformal = new SplitConformal(0.1);
        conformal.Fit(scores, labels, classes);
        return new TestMetrics(before, after, ConformalSummary.Of(conformal, scores, labels, classes));
    }

    private static RecipeDefinition Recipe(int classes, int epochs, bool calibrated, string termName, string recipeName, string? source, string? plan) => new()
    {
        Name = recipeName,
        Source = source ?? """
            [Recipe(Epochs = 30, BatchSize = 64, Seed = 7)]
            [Input(64), Dense(128), Relu, Dropout(0.1), Dense(10)]
            [CrossEntropy(LabelSmoothing = 0.05, Weight = 0.7), Squentropy(Weight = 0.3)]
            [Standardize, ClassBalancedSampling]
            [AdamW(1e-2, WeightDecay = 1e-2), Cosine(Warmup = 0.05), ClipNorm(1.0)]
            [TemperatureScaling, ConformalSets(Alpha = 0.02)]
            public partial class Digits;
            """,
        Plan = plan ?? "64 features → Dense 128 → Relu → Dropout 0.1 → Dense 10: 9,610 parameters (37.5 KiB)\nbatch 64, 30 epochs; a < b & c > d",
        Fingerprint = "3f2a9c01",
        ModelFingerprint = "77aa",
        InputSize = 64,
        Classes = classes,
        BatchSize = 64,
        Epochs = epochs,
        Seed = 7,
        Parameters = [],
        ParameterFloats = 0,
        OptimizerFloats = 0,
        Knobs = [new KnobInfo("AdamW.LearningRate", 0.01)],
        Terms = [new TermInfo("CrossEntropy", 0), new TermInfo(termName, 0)],
        LearningRateKnob = 0,
        Sampler = () => throw new NotSupportedException(),
        Calibrators = calibrated ? [() => new TemperatureScaling()] : [],
        Conformal = calibrated ? () => new SplitConformal(0.1) : null,
    };
}
