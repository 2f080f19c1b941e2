using System.Globalization;
using System.Text;

namespace Recipes.Training;

public abstract partial class TrainerBase
{
    // Sections of a checkpoint.
    private const string IdentitySection = "identity", CountersSection = "counters", SecondsSection = "seconds", SumsSection = "epoch sums",
        HistorySection = "epochs", ObservedSection = "observed", DrawsSection = "draws", ParametersSection = "parameters",
        StateSection = "optimizer state", AveragesSection = "averages", BestSection = "best weights";

    private readonly List<string> _notes = [];
    private long _lastSavedStep = -1;
    private double _secondsBefore;

    /// <summary>Writes everything that the next step depends on: a run that is loaded from the file goes on byte for byte as this one.</summary>
    /// <remarks>The file is replaced whole or not at all.</remarks>
    /// <exception cref="InvalidOperationException">The weights are not finite.</exception>
    /// <exception cref="IOException">The file cannot be written; an earlier one is still there.</exception>
    public void Save(string path)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (_spoiled) throw new InvalidOperationException("The weights are not finite any more; there is nothing worth saving.");
        AtomicFile.Write(path, WriteCheckpoint);
    }

    /// <summary>Restores what <see cref="Save"/> wrote. Nothing changes if it fails.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidCheckpointException">The file is damaged, or belongs to another recipe, other data, another split, or other settings.</exception>
    public void Load(string path)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (_finished) throw new InvalidOperationException("The trainer was finished; make a new one to load a checkpoint.");
        using var checkpoint = new CheckpointReader(path);
        string? note = Identity.Compare(checkpoint.Text(IdentitySection), path);
        long[] counters = checkpoint.Values<long>(CountersSection);
        double[] seconds = checkpoint.Values<double>(SecondsSection);
        double[] epochs = checkpoint.Values<double>(HistorySection);
        double[] observed = checkpoint.Values<double>(ObservedSection);
        CheckLengths(checkpoint, counters, epochs, path);

        // Until all of it is there, a reading error leaves neither the old state nor the new one.
        _spoiled = true;
        if (note is not null) _notes.Add(note);
        StepIndex = counters[0];
        _secondsBefore = seconds[0];
        Started = new DateTimeOffset(counters[1], TimeSpan.Zero);
        _clockStart = 0;
        _rowsThisSession = 0;
        checkpoint.Into(SumsSection, _sums.Values.AsSpan());
        checkpoint.Into(DrawsSection, _drawCounts.AsSpan());
        checkpoint.Into(ParametersSection, Parameters);
        checkpoint.Into(StateSection, OptimizerState);
        checkpoint.Into(AveragesSection, Averages);
        checkpoint.Into(BestSection, _best.Weights);
        for (int m = 0; m < _memories.Length; m++) checkpoint.Into(MemorySection(m), _memories[m]);
        for (int r = 0; r < _running.Length; r++) checkpoint.Into(RunningSection(r), _running[r]);
        _best.Restore(observed);
        _history.Restore(epochs);
        ReplaySchedule();
        // As they were in the last step: evaluations and the model depend on them.
        _knobs.Advance((double)Math.Max(StepIndex - 1, 0) / TotalSteps);
        _classWeightsAreSet = false;
        _lastValidation = _history.Count == 0 ? null : _history.Validation(_history.Count - 1, _validation.Count, _splits.Validation.UnseenCount);
        _lastValidationStep = EndsEpoch ? StepIndex : -1;
        _spoiled = false;
        _lastSavedStep = -1;
        _directory?.Rewind(_history, Started);
    }

    private static string MemorySection(int memory) => string.Create(CultureInfo.InvariantCulture, $"memory {memory}");

    private static string RunningSection(int running) => string.Create(CultureInfo.InvariantCulture, $"running {running}");

    private RunIdentity Identity => new(
        Recipe.Name, Recipe.Fingerprint, Recipe.Source, _splits.DataIdentity, _splits.Identity, Seed, _knobs.Overrides, NoiseIdentity,
        InstructionSet.Name, InstructionSet.BuildOf(GetType()));

    private void CheckLengths(CheckpointReader checkpoint, long[] counters, double[] epochs, string path)
    {
        checkpoint.Expect<long>(CountersSection, 2);
        checkpoint.Expect<double>(SecondsSection, 1);
        checkpoint.Expect<double>(SumsSection, _sums.Values.Length);
        checkpoint.Expect<long>(DrawsSection, _drawCounts.Length);
        checkpoint.Expect<float>(ParametersSection, Parameters.Length);
        checkpoint.Expect<float>(StateSection, OptimizerState.Length);
        checkpoint.Expect<float>(AveragesSection, Averages.Length);
        for (int m = 0; m < _memories.Length; m++) checkpoint.Expect<float>(MemorySection(m), _memories[m].Length);
        for (int r = 0; r < _running.Length; r++) checkpoint.Expect<float>(RunningSection(r), _running[r].Length);
        if (checkpoint.LengthOf(BestSection) != (long)_best.Weights.Length * sizeof(float))
            throw new InvalidCheckpointException($"The checkpoint '{path}' was made with another setting of TrainingOptions.KeepBest.");
        bool inRange = counters[0] >= 0 && counters[0] <= TotalSteps && counters[1] >= 0 && counters[1] <= DateTimeOffset.MaxValue.UtcTicks;
        if (!inRange || epochs.Length != counters[0] / StepsPerEpoch * _history.Columns.Count)
            throw new InvalidCheckpointException($"The checkpoint '{path}' contradicts itself about the epochs that it holds.");
    }

    private void WriteCheckpoint(Stream stream)
    {
        using var checkpoint = new CheckpointWriter(stream, 11 + _memories.Length + _running.Length);
        checkpoint.Section(IdentitySection, Encoding.UTF8.GetBytes(Identity.ToText()));
        checkpoint.Section<long>(CountersSection, [StepIndex, Started.UtcTicks]);
        checkpoint.Section<double>(SecondsSection, [Seconds]);
        checkpoint.Section<double>(SumsSection, _sums.Values);
        checkpoint.Section(HistorySection, _history.Values);
        checkpoint.Section(ObservedSection, _best.Observed);
        checkpoint.Section<long>(DrawsSection, _drawCounts);
        checkpoint.Section(ParametersSection, Parameters);
        checkpoint.Section(StateSection, OptimizerState);
        checkpoint.Section(AveragesSection, Averages);
        checkpoint.Section(BestSection, _best.Weights);
        for (int m = 0; m < _memories.Length; m++) checkpoint.Section(MemorySection(m), _memories[m]);
        for (int r = 0; r < _running.Length; r++) checkpoint.Section(RunningSection(r), _running[r]);
        checkpoint.End();
    }

    /// <summary>Goes on from the run directory's checkpoint, if there is one and the options ask for it.</summary>
    private bool Resume()
    {
        if (_directory is null || _options.Resume == ResumeMode.Never) return false;
        string path = _directory.CheckpointPath;
        if (!File.Exists(path))
        {
            if (_options.Resume == ResumeMode.IfPresent) return false;
            throw new FileNotFoundException($"There is no checkpoint to resume from: '{path}' does not exist.", path);
        }
        Load(path);
        _directory.LastCheckpoint = path;
        _lastSavedStep = StepIndex;
        return true;
    }

    private void SaveIfDue()
    {
        if (_directory is null) return;
        bool due = _options.CheckpointEverySteps > 0 && StepIndex % _options.CheckpointEverySteps == 0
            || EndsEpoch && _options.CheckpointEveryEpochs > 0 && (Epoch % _options.CheckpointEveryEpochs == 0 || IsOver);
        if (due) SaveToDirectory();
    }

    private protected void SaveToDirectory()
    {
        if (_directory is null || _lastSavedStep == StepIndex) return;
        // A finite loss does not yet mean that the update left finite weights, and a checkpoint has to be good.
        ThrowIfNotFinite(Parameters.Span);
        Save(_directory.CheckpointPath);
        _lastSavedStep = StepIndex;
        _directory.LastCheckpoint = _directory.CheckpointPath;
    }

    private void ThrowIfNotFinite(ReadOnlySpan<float> weights)
    {
        foreach (float weight in weights)
            if (!float.IsFinite(weight)) throw Spoil("A weight after the update", weight, null, [], 0);
    }
}
