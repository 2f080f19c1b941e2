using System.Diagnostics;
using Recipes.Engine;

namespace Recipes.Training;

public abstract partial class TrainerBase
{
    private static readonly long s_reportInterval = Stopwatch.Frequency / 10;
    private MetricValues? _lastValidation;
    private long _lastValidationStep = -1;
    private NativeBuffer<float> _scores;
    private NativeBuffer<float> _preparedTargets;
    private long _clockStart;
    private long _lastReport;
    private long _rowsThisSession;
    private double _factorOfEpoch = 1;

    /// <summary>The weights that are evaluated and kept: the averaged ones if the recipe averages, and what is made of them if they are latent numbers.</summary>
    private NativeBuffer<float> EvaluatedWeights() => WeightsOf(Recipe.Averages ? Averages : Parameters);

    /// <summary>Metrics of the current weights on a split; the averaged weights if the recipe averages.</summary>
    /// <exception cref="InvalidOperationException">The split is the test split, which <c>Finish</c> opens, once; or it has no rows.</exception>
    private protected MetricValues EvaluateSplit(Split split)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        switch (split)
        {
            case Split.Train:
                return Evaluate(_train);
            case Split.Validation:
                if (_validation.Count == 0) throw new InvalidOperationException("There are no validation rows to evaluate on.");
                return _lastValidation is { } known && _lastValidationStep == StepIndex ? known : Evaluate(_validation);
            case Split.Calibration:
                if (_splits.Calibration.Count == 0) throw new InvalidOperationException("There are no calibration rows to evaluate on.");
                return Evaluate(Calibration);
            case Split.Test:
                throw new InvalidOperationException(
                    "The test split is opened once, by Finish(), so that nothing is chosen by it; its metrics are in the result. While training, use Split.Validation.");
            default:
                throw new ArgumentOutOfRangeException(nameof(split));
        }
    }

    private MetricValues Evaluate(in RowSet rows)
    {
        _evaluation.Begin(rows.Count);
        double likelihood = 0;
        NativeBuffer<float> weights = EvaluatedWeights();
        for (int first = 0; first < rows.Count; first += EvaluationRows)
        {
            int count = Math.Min(EvaluationRows, rows.Count - first);
            Score(rows, first, count, weights);
            if (Recipe.HasLikelihood) likelihood += SumOfLikelihoods(rows, first, count, weights);
            _evaluation.Add(_scores.Span[..(count * Recipe.Outputs)], rows, first, count);
        }
        return _evaluation.Values(likelihood / rows.Count);
    }

    /// <summary>Σ over some rows, whose outputs are in <see cref="_scores"/>, of −log of the density of their targets, the mean over targets, in the units of the data.</summary>
    private double SumOfLikelihoods(in RowSet rows, int first, int count, NativeBuffer<float> weights)
    {
        int width = Recipe.Targets;
        if (_preparedTargets.Length == 0) _preparedTargets = Arena.Allocate<float>((long)EvaluationRows * width);
        Span<float> targets = _preparedTargets.Span[..(count * width)];
        rows.Truth.Span.Slice(first * width, count * width).CopyTo(targets);
        double volume = 0;
        foreach (ITargetPreparation preparation in _targetPreparations)
        {
            for (int i = 0; i < count; i++) volume += preparation.LogJacobian(targets.Slice(i * width, width));
            preparation.Apply(targets, width);
        }
        return Likelihood(_scores, _preparedTargets, count, weights) - (volume / width);
    }

    /// <summary>Fills <see cref="_scores"/> with the scores of some rows.</summary>
    private void Score(in RowSet rows, int first, int count, NativeBuffer<float> weights)
    {
        if (_scores.Length == 0) _scores = Arena.Allocate<float>((long)EvaluationRows * Recipe.Outputs);
        Evaluate(rows.Features.Slice(first * Recipe.InputSize, count * Recipe.InputSize), count, _scores, weights);
    }

    private void EndEpoch()
    {
        Span<double> row = _history.Add();
        row[EpochHistory.FinishedColumn] = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalSeconds;
        row[EpochHistory.EpochColumn] = Epoch;
        row[EpochHistory.StepColumn] = StepIndex;
        row[EpochHistory.LossColumn] = _sums.Loss;
        for (int t = 0; t < Recipe.Terms.Count; t++) row[EpochHistory.FirstTermColumn + t] = _sums.Term(t);
        row[_history.LearningRateColumn] = LearningRate;
        row[_history.GradientNormColumn] = _sums.GradientNorm;
        if (_validation.Count > 0)
        {
            MetricValues validation = Evaluate(_validation);
            if (_evaluation.IsSpoiled(validation)) throw Spoil("The loss on the validation rows", double.NaN, null, [], 0);
            _history.SetValidation(row, validation);
            _lastValidation = validation;
            _lastValidationStep = StepIndex;
            _best.Observe(Epoch, validation, EvaluatedWeights());
            if (Recipe.SchedulesByValidation)
            {
                if (Epoch == 1) RestartSchedule();
                _factorOfEpoch = ScheduleAfterEpoch(ValidationLoss(validation));
            }
        }
        _directory?.Append(row);
        _sums.Clear();
    }

    /// <summary>What a schedule is told of an epoch: the first metric of the task, which is its loss.</summary>
    private double ValidationLoss(in MetricValues validation) => validation[Metrics.Of(Recipe.Task)[0]];

    /// <summary>Brings the schedule to where it was after the epochs of the history: it is told again what it was told.</summary>
    private void ReplaySchedule()
    {
        if (!Recipe.SchedulesByValidation) return;
        RestartSchedule();
        _factorOfEpoch = 1;
        for (int epoch = 0; epoch < _history.Count; epoch++)
        {
            _knobs.Advance((double)(((epoch + 1L) * StepsPerEpoch) - 1) / TotalSteps);
            _factorOfEpoch = ScheduleAfterEpoch(ValidationLoss(_history.Validation(epoch, _validation.Count, _splits.Validation.UnseenCount)!.Value));
        }
    }

    private void StartClock()
    {
        if (_clockStart == 0) _clockStart = _lastReport = Stopwatch.GetTimestamp();
    }

    private void ReportProgress(double epochLoss)
    {
        if (_options.Progress is not { } progress) return;
        bool ends = EndsEpoch;
        long now = Stopwatch.GetTimestamp();
        if (!ends && now - _lastReport < s_reportInterval) return;
        _lastReport = now;
        double speed = _rowsThisSession / Math.Max(Stopwatch.GetElapsedTime(_clockStart, now).TotalSeconds, 1e-9);
        double rowsLeft = (TotalSteps - StepIndex) * ((double)_train.Count / StepsPerEpoch);
        progress.Report(new TrainingProgress(
            ends ? Epoch : Epoch + 1, Recipe.Epochs, StepIndex, TotalSteps, ends, epochLoss, LearningRate,
            _lastValidation, speed, TimeSpan.FromSeconds(Math.Min(rowsLeft / speed, int.MaxValue))));
    }
}
