namespace Recipes.Training;

public abstract partial class TrainerBase
{
    private const int NamedRows = 8;
    private bool _classWeightsAreSet;
    private bool _spoiled;

    /// <summary>Optimizer steps of one epoch.</summary>
    protected int StepsPerEpoch { get; }
    /// <summary>Optimizer steps of the whole run.</summary>
    protected long TotalSteps { get; }

    /// <summary>Epochs done.</summary>
    public int Epoch => (int)(StepIndex / StepsPerEpoch);
    /// <summary>Optimizer steps done.</summary>
    public long StepCount => StepIndex;
    /// <summary>Whether the step just done was the last of its epoch.</summary>
    public bool EndsEpoch => StepIndex > 0 && StepIndex % StepsPerEpoch == 0;
    /// <summary>Whether all epochs are done, or the recipe's stopping rule asks for the end.</summary>
    public bool IsOver => StepIndex >= TotalSteps || _best.StopRequested;

    /// <summary>One optimizer step, with all that belongs to it: knobs, draw, computation, checks, and at an epoch's end evaluation and records.</summary>
    /// <exception cref="NonFiniteLossException">The loss or its gradient is not finite.</exception>
    /// <exception cref="InvalidOperationException">All epochs are done, the trainer was finished, or an earlier step was not finite.</exception>
    protected void RunStep()
    {
        BeginStep();
        ComputeStep();
        EndStep();
    }

    private void BeginStep()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_finished) throw new InvalidOperationException("The trainer was finished: its weights were calibrated and tested. Make a new one to go on.");
        if (_spoiled) throw new InvalidOperationException("The weights are not finite any more; load a checkpoint to go on.");
        if (StepIndex >= TotalSteps) throw new InvalidOperationException($"All {Recipe.Epochs} epochs of the recipe {Recipe.Name} are done.");
        StartClock();

        double progress = (double)StepIndex / TotalSteps;
        if (_knobs.Advance(progress) || !_classWeightsAreSet) SetClassWeights();
        for (int t = 0; t < _termWeights.Length; t++)
        {
            TermInfo term = Recipe.Terms[t];
            bool active = progress >= term.From && (progress < term.Until || term.Until >= 1) && StepIndex % term.Every == 0;
            _termWeights[t] = active ? _knobs[term.WeightKnob] : 0;
        }
        LearningRate = _knobs[Recipe.LearningRateKnob] * Schedule(progress, TotalSteps) * _factorOfEpoch;

        if (_drawnPrior.Length > 0) TakeDrawnPrior();
        int first = (int)(StepIndex % StepsPerEpoch) * Recipe.BatchSize;
        Count = Math.Min(Recipe.BatchSize, _train.Count - first);
        _sampler.Draw(StepIndex, BatchRows.Span[..Count]);
        TakeInputs();
    }

    private void EndStep()
    {
        if (!double.IsFinite(Loss) || !double.IsFinite(GradientNorm)) throw NotFinite();
        _sums.AddStep(Loss, GradientNorm, Count);
        for (int t = 0; t < _termWeights.Length; t++)
            if (_termWeights[t] != 0) _sums.AddTerm(t, TermMeans[t], Count);
        if (_drawCounts.Length > 0)
            for (int i = 0; i < Count; i++) _drawCounts[BatchLabels[i]]++;
        StepIndex++;
        _rowsThisSession += Count;
        double epochLoss = _sums.Loss;
        if (EndsEpoch) EndEpoch();
        SaveIfDue();
        ReportProgress(epochLoss);
    }

    /// <summary>Weights of the classes, scaled so that their mean over the train rows is 1.</summary>
    private void SetClassWeights()
    {
        _classWeightsAreSet = true;
        if (Recipe.Task != RecipeTask.Classification) return;
        double sum = 0;
        for (int c = 0; c < Recipe.Classes; c++)
        {
            double weight = ClassWeight(ClassCounts[c], _train.Count, Recipe.Classes);
            ClassWeights[c] = (float)weight;
            sum += weight * ClassCounts[c];
        }
        for (int c = 0; c < Recipe.Classes; c++) ClassWeights[c] = (float)(ClassWeights[c] * (_train.Count / sum));
    }

    private NonFiniteLossException NotFinite()
    {
        string? term = null;
        var rows = new List<int>(NamedRows);
        for (int t = 0; t < Recipe.Terms.Count && term is null; t++)
        {
            if (double.IsFinite(TermMeans[t])) continue;
            term = Recipe.Terms[t].Name;
            for (int i = 0; i < Count && rows.Count < NamedRows; i++)
                if (!float.IsFinite(TermValues[t * Recipe.BatchSize + i])) rows.Add(BatchRows[i]);
        }
        for (int i = 0; i < Count && rows.Count < NamedRows && (term is null || rows.Count == 0 || rows.Count == i); i++) rows.Add(BatchRows[i]);
        return double.IsFinite(Loss)
            ? Spoil("The gradient's norm", GradientNorm, term, rows, Count)
            : Spoil("The loss", Loss, term, rows, Count);
    }

    private NonFiniteLossException Spoil(string what, double value, string? term, IReadOnlyList<int> rows, int batch)
    {
        _spoiled = true;
        // The step is counted only when it went well, so the one at fault is the next; afterwards it is the last one counted.
        long step = batch > 0 ? StepIndex + 1 : StepIndex;
        int epoch = (int)((step - 1) / StepsPerEpoch) + 1;
        return new NonFiniteLossException(what, term, value, epoch, step, rows, batch, _directory?.LastCheckpoint);
    }
}
