using System.Diagnostics;
using Recipes.Engine;

namespace Recipes.Training;

public abstract partial class TrainerBase
{
    private bool _finished;
    private RowSet? _calibration;

    /// <summary>When the run began; a resumed run began when it was first started.</summary>
    private DateTimeOffset Started { get; set; }

    private protected bool StoppedEarly => _best.StopRequested;

    private protected string? LastCheckpoint => _directory?.LastCheckpoint;

    /// <summary>Seconds of training so far, those before a resume included.</summary>
    private double Seconds => _secondsBefore + (_clockStart == 0 ? 0 : Stopwatch.GetElapsedTime(_clockStart).TotalSeconds);

    /// <summary>The calibration rows, prepared when they are first asked for.</summary>
    private RowSet Calibration => _calibration ??= Prepared(_splits.Calibration);

    private RowSet Prepared(SplitRows rows)
    {
        var prepared = new RowSet(Arena, rows, Recipe.Task);
        prepared.Prepare(_preparations, Recipe.InputSize);
        return prepared;
    }

    /// <summary>Averages → the best by validation → calibrators in order, each on rows of its own → conformal predictor → test rows, once.</summary>
    private protected AfterTraining FitAndTest()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_spoiled) throw new InvalidOperationException("The weights are not finite any more; load a checkpoint to go on.");
        NativeBuffer<float> weights = _best.AreKept ? _best.Weights : EvaluatedWeights();
        ThrowIfNotFinite(weights.Span);

        ICalibrator[] calibrators = [.. Recipe.Calibrators.Select(make => make())];
        IConformalPredictor? conformal = Recipe.Conformal?.Invoke();
        FitCalibration(weights, calibrators, conformal);
        TestOutcome test = _splits.Test.Count == 0 ? default : MeasureTest(weights, calibrators, conformal);
        _finished = true;
        return new AfterTraining(
            new ModelParts
            {
                Weights = weights.Span.ToArray(), Classes = ClassNames, Targets = TargetNames, Preparations = _preparations,
                TargetPreparations = _targetPreparations, Calibrators = calibrators, Conformal = conformal,
            },
            test);
    }

    private void FitCalibration(NativeBuffer<float> weights, ICalibrator[] calibrators, IConformalPredictor? conformal)
    {
        for (int s = 0; s < _division.Parts.Count; s++)
        {
            ReadOnlySpan<int> rows = _division.RowsOf(s);
            var labels = new int[rows.Length];
            float[] scores = ScoresOf(Calibration, rows, labels, weights);
            for (int c = 0; c < Math.Min(s, calibrators.Length); c++) calibrators[c].Apply(scores, Recipe.Classes);
            if (s < calibrators.Length)
            {
                calibrators[s].Fit(scores, labels, Recipe.Classes);
            }
            else
            {
                Probabilities.FromScores(scores, Recipe.Classes);
                conformal!.Fit(scores, labels, Recipe.Classes);
            }
        }
    }

    private IReadOnlyList<string> ClassNames => Recipe.Task switch
    {
        RecipeTask.Classification => _splits.Classes,
        RecipeTask.MultiLabel => _splits.Train.Source.MultiLabels!.Names,
        _ => [],
    };

    private double MeanLikelihood(in RowSet rows, NativeBuffer<float> weights)
    {
        double sum = 0;
        for (int first = 0; first < rows.Count; first += EvaluationRows)
        {
            int count = Math.Min(EvaluationRows, rows.Count - first);
            Score(rows, first, count, weights);
            sum += SumOfLikelihoods(rows, first, count, weights);
        }
        return sum / rows.Count;
    }

    private IReadOnlyList<string> TargetNames => Recipe.Task == RecipeTask.Regression ? _splits.Train.Source.Targets!.Names : [];

    private TestOutcome MeasureTest(NativeBuffer<float> weights, ICalibrator[] calibrators, IConformalPredictor? conformal)
    {
        RowSet test = Prepared(_splits.Test);
        var all = new int[test.Count];
        for (int i = 0; i < all.Length; i++) all[i] = i;
        var labels = new int[test.Labels.Length];
        float[] scores = ScoresOf(test, all, labels, weights);
        switch (Recipe.Task)
        {
            case RecipeTask.Regression:
                Span<float> predictions = TargetBlocks.Predictions(scores, test.Count, Recipe.Outputs, Recipe.Targets, _targetPreparations);
                RegressionMetrics metrics = RegressionMetrics.Of(predictions, test.Truth.Span, TargetNames);
                return new TestOutcome(Regression: Recipe.HasLikelihood ? metrics.With(MeanLikelihood(test, weights)) : metrics);
            case RecipeTask.MultiLabel:
                return new TestOutcome(MultiLabel: MultiLabelMetrics.FromScores(scores, test.Truth.Span, ClassNames));
        }

        MetricSet before = MetricSet.FromScores(scores, labels, _splits.Classes);
        foreach (ICalibrator calibrator in calibrators) calibrator.Apply(scores, Recipe.Classes);
        MetricSet after = calibrators.Length == 0 ? before : MetricSet.FromScores(scores, labels, _splits.Classes);
        if (conformal is null) return new TestOutcome(new TestMetrics(before, after));
        Probabilities.FromScores(scores, Recipe.Classes);
        return new TestOutcome(new TestMetrics(before, after, ConformalSummary.Of(conformal, scores, labels, Recipe.Classes)));
    }

    /// <summary>What the network gives for chosen rows, [rows, outputs], and their labels.</summary>
    private float[] ScoresOf(in RowSet source, ReadOnlySpan<int> rows, Span<int> labels, NativeBuffer<float> weights)
    {
        var scores = new float[checked(rows.Length * Recipe.Outputs)];
        var chosen = new RowSet(Arena, source, rows);
        chosen.Labels.Span.CopyTo(labels);
        for (int first = 0; first < rows.Length; first += EvaluationRows)
        {
            int count = Math.Min(EvaluationRows, rows.Length - first);
            Score(chosen, first, count, weights);
            _scores.Span[..(count * Recipe.Outputs)].CopyTo(scores.AsSpan(first * Recipe.Outputs));
        }
        return scores;
    }

    private protected RunReport Report(RunStatus status, AfterTraining? outcome)
    {
        var epochs = new EpochRecord[_history.Count];
        for (int e = 0; e < epochs.Length; e++) epochs[e] = RecordOf(e);
        var notes = new List<string>(_notes);
        foreach (IPreparation preparation in _preparations) notes.AddRange(preparation.Notes);
        foreach (ITargetPreparation preparation in _targetPreparations) notes.AddRange(preparation.Notes);
        foreach (ICalibrator calibrator in outcome?.Parts.Calibrators ?? []) notes.AddRange(calibrator.Notes);
        if (outcome?.Parts.Conformal is { } conformal) notes.AddRange(conformal.Notes);
        return new RunReport(new RunRecord
        {
            Recipe = Recipe, Classes = ClassNames, Targets = TargetNames, Status = status.ToString(), Seed = Seed, Epochs = epochs,
            BestEpoch = _best.AreKept ? _best.Epoch : null, Test = outcome?.Test.Classes, RegressionTest = outcome?.Test.Regression, MultiLabelTest = outcome?.Test.MultiLabel,
            ClassCounts = [.. ClassCounts.Span.ToArray().Select(count => (long)count)], DrawCounts = [.. _drawCounts],
            Splits = new SplitSizes(_splits.Train.Count, _splits.Validation.Count, _splits.Calibration.Count, _splits.Test.Count),
            CalibrationParts = _division.Parts, Notes = notes, ChangedKnobs = _knobs.Changed,
            Environment = RunEnvironment.Current(Team.Threads), Started = Started, Seconds = Seconds,
        });
    }

    private EpochRecord RecordOf(int epoch)
    {
        ReadOnlySpan<double> row = _history[epoch];
        return new EpochRecord(
            epoch + 1, row[EpochHistory.LossColumn], row.Slice(EpochHistory.FirstTermColumn, Recipe.Terms.Count).ToArray(),
            row[_history.LearningRateColumn], row[_history.GradientNormColumn],
            _history.Validation(epoch, _validation.Count, _splits.Validation.UnseenCount));
    }

    private protected void SaveOutcome(TrainedModel model, RunReport report)
    {
        if (_directory is null) return;
        model.Save(_directory.ModelPath);
        report.SaveHtml(_directory.ReportPath);
    }
}
