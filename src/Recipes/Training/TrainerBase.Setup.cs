using Recipes.Engine;

namespace Recipes.Training;

public abstract partial class TrainerBase
{
    private readonly TrainingOptions _options;
    private readonly Splits _splits;
    private readonly KnobTable _knobs;
    private readonly double[] _termWeights;
    private readonly NativeBuffer<float>[] _memories;
    private readonly IPreparation[] _preparations;
    private readonly ISampler _sampler;
    private readonly RowSet _train;
    private readonly RowSet _validation;
    private readonly EpochHistory _history;
    private readonly EpochSums _sums;
    private readonly BestWeights _best;
    private readonly long[] _drawCounts;
    private readonly ITargetPreparation[] _targetPreparations;
    private readonly TaskEvaluation _evaluation;
    private readonly RunDirectory? _directory;
    private readonly CalibrationDivision _division;
    private bool _disposed;
    private bool _beganAnew;

    /// <summary>Sets up the run; generated constructors allocate their own buffers from <see cref="Arena"/> after it.</summary>
    /// <exception cref="StartupGuardException">The data does not fit the recipe.</exception>
    /// <exception cref="ArgumentException">An option is wrong, such as an unknown knob or a value outside its range.</exception>
    /// <exception cref="InvalidModelFileException">The initial weights are missing, damaged, or those of another network.</exception>
    /// <exception cref="InvalidCheckpointException">The checkpoint to resume from is damaged or belongs to another run.</exception>
    protected TrainerBase(RecipeDefinition recipe, Splits splits, TrainingOptions? options)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(splits);
        _options = options ?? new TrainingOptions();
        _options.Validate();
        Recipe = recipe;
        _splits = splits;
        _knobs = new KnobTable(recipe, _options.Knobs);
        Seed = unchecked((ulong?)_options.Seed) ?? recipe.Seed;
        CheckData(recipe, splits, _options);
        _division = CalibrationDivision.Of(recipe, splits.Calibration, Seed);
        StepsPerEpoch = recipe.StepsPerEpoch(splits.Train.Count);
        TotalSteps = (long)StepsPerEpoch * recipe.Epochs;

        Arena = new NativeArena();
        Team = new ThreadTeam(_options.Threads == 0 ? Environment.ProcessorCount : _options.Threads);
        try
        {
            Parameters = Arena.Allocate<float>(recipe.ParameterFloats);
            Gradients = Arena.Allocate<float>(recipe.ParameterFloats);
            OptimizerState = Arena.Allocate<float>(recipe.OptimizerFloats);
            Averages = Arena.Allocate<float>(recipe.Averages ? recipe.ParameterFloats : 0);
            BatchRows = Arena.Allocate<int>(recipe.BatchSize);
            BatchLabels = Arena.Allocate<int>(recipe.Task == RecipeTask.Classification ? recipe.BatchSize : 0);
            TermValues = Arena.Allocate<float>((long)recipe.Terms.Count * recipe.BatchSize);
            TermMeans = Arena.Allocate<double>(recipe.Terms.Count);
            ClassCounts = Arena.Allocate<float>(recipe.Classes);
            ClassWeights = Arena.Allocate<float>(recipe.Classes);
            _termWeights = new double[recipe.Terms.Count];
            _drawCounts = new long[recipe.Task == RecipeTask.Classification ? recipe.Classes : 0];
            _history = new EpochHistory(recipe);
            _sums = new EpochSums(recipe.Terms.Count);
            _best = new BestWeights(recipe.StoppingRule?.Invoke(), Arena, recipe.ParameterFloats, _options.KeepBest);

            _train = new RowSet(Arena, splits.Train, recipe.Task);
            _validation = new RowSet(Arena, splits.Validation, recipe.Task);
            _preparations = [.. recipe.Preparations.Select(make => make())];
            _targetPreparations = [.. recipe.TargetPreparations.Select(make => make())];
            FitPreparations();
            TrainTargets = PrepareTargets();
            _evaluation = TaskEvaluation.Of(recipe, splits.Validation.Count, _targetPreparations);
            CountClasses(splits.Train);
            _memories = [.. recipe.Memories.Select(memory => Arena.Allocate<float>((long)memory.FloatsPerRow * _train.Count))];
            for (int m = 0; m < _memories.Length; m++) _memories[m].Span.Fill((float)recipe.Memories[m].InitialValue);
            _running = [.. recipe.Running.Select(running => Arena.Allocate<float>(running.Floats))];
            for (int r = 0; r < _running.Length; r++) _running[r].Span.Fill((float)recipe.Running[r].InitialValue);
            _sampler = StartSampler();

            Dataset source = splits.Train.Source;
            _trainGroups = IndicesOf(recipe.Groups > 0 ? splits.Train.Groups : null);
            _trainDomains = IndicesOf(recipe.Domains > 0 ? splits.Train.Domains : null);
            BatchGroups = Arena.Allocate<int>(recipe.Groups > 0 ? recipe.BatchSize : 0);
            BatchDomains = Arena.Allocate<int>(recipe.Domains > 0 ? recipe.BatchSize : 0);
            if (recipe.WeighsRows) TrainSampleWeights = ScaledWeights(source.SampleWeights!);
            if (Needs(RunInput.SoftTargets)) TrainSoftTargets = TrainColumn(source.SoftTargets!);
            if (Needs(RunInput.TeacherLogits)) TrainTeacherLogits = TrainColumn(source.TeacherLogits!);
            if (Needs(RunInput.NoiseTransition)) Transition = Transposed(_options.NoiseTransition!);
            _drawnPrior = new double[Needs(RunInput.DrawnPrior) ? recipe.Classes : 0];
            DrawnPrior = Arena.Allocate<float>(_drawnPrior.Length);
            _augmentations = [.. recipe.Augmentations.Select(augmentation => augmentation.Make())];
            _augmentationKeys = [.. recipe.Augmentations.Select(augmentation => new RandomKey(Seed, "view/" + augmentation.Name))];
            _augment = Augment;

            if (_options.RunDirectory is not null) _directory = new RunDirectory(_options.RunDirectory, _history);
            if (!Resume()) StartAnew();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Ends the worker threads and frees the buffers. A model that was made stays usable.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _directory?.Dispose();
        Team.Dispose();
        Arena.Dispose();
        GC.SuppressFinalize(this);
    }

    private void StartAnew()
    {
        _beganAnew = true;
        Started = DateTimeOffset.UtcNow;
        InitialWeights.Draw(Recipe, Parameters, Seed);
        if (_options.InitialWeights is { } file) InitialWeights.Read(Recipe, Parameters, file);
        foreach (OptimizerStart start in Recipe.OptimizerStarts) OptimizerState.Span.Slice(start.Start, start.Length).Fill((float)start.Value);
        if (Recipe.Averages) Parameters.Span.CopyTo(Averages.Span);
        // Only now, when nothing can fail any more, goes what an earlier run left.
        _directory?.Clear();
        _directory?.Rewind(_history, Started);
    }

    /// <summary>Ends the set-up of a run that begins anew; a generated constructor whose weights are made of latent numbers calls it last.</summary>
    protected void CompleteStart()
    {
        if (!_beganAnew) return;
        StartLatents();
        if (Recipe.Averages) Parameters.Span.CopyTo(Averages.Span);
    }

    private void FitPreparations()
    {
        // Each one sees what the ones before it left, on the train rows only.
        foreach (IPreparation preparation in _preparations)
        {
            preparation.Fit(_train.Features.Span, Recipe.InputSize, _splits.FeatureNames);
            preparation.Apply(_train.Features.Span, Recipe.InputSize);
        }
        _validation.Prepare(_preparations, Recipe.InputSize);
    }

    /// <summary>The train rows' targets as the losses see them; multi-labels are seen as they are.</summary>
    private NativeBuffer<float> PrepareTargets()
    {
        if (_targetPreparations.Length == 0) return _train.Truth;
        // The targets themselves stay as they are: metrics are in the units of the data.
        NativeBuffer<float> targets = Arena.Allocate<float>(_train.Truth.Length);
        _train.Truth.Span.CopyTo(targets.Span);
        foreach (ITargetPreparation preparation in _targetPreparations)
        {
            preparation.Fit(targets.Span, _splits.Train.Source.Targets!.Names);
            preparation.Apply(targets.Span, Recipe.Targets);
        }
        return targets;
    }

    /// <summary>Train rows of each class, or train rows that have each label.</summary>
    private void CountClasses(TrainRows train)
    {
        if (Recipe.Task == RecipeTask.Classification)
            for (int c = 0; c < Recipe.Classes; c++) ClassCounts[c] = train.ClassCounts[c];
        if (Recipe.Task == RecipeTask.MultiLabel)
            for (int i = 0; i < _train.Truth.Length; i++) ClassCounts[i % Recipe.Classes] += _train.Truth[i];
    }

    private ISampler StartSampler()
    {
        ISampler sampler = Recipe.Sampler();
        TrainRows train = _splits.Train;
        sampler.Start(new SamplingContext(train.LabelMemory, train.ClassCountMemory, Recipe.BatchSize, Seed) { Rows = train.Count, StepsPerEpoch = StepsPerEpoch });
        return sampler;
    }

    private static void CheckData(RecipeDefinition recipe, Splits splits, TrainingOptions options)
    {
        StartupGuards.InputTakesRow(splits, recipe.InputSize);
        StartupGuards.LearnsWhatRowsHave(splits, recipe);
        StartupGuards.HasColumns(splits, recipe, options);
        StartupGuards.BatchFits(splits.Train, recipe.BatchSize);
        if (recipe.StoppingRule is not null) StartupGuards.HasRows(splits.Validation, "the stopping rule");
        if (recipe.SchedulesByValidation) StartupGuards.HasRows(splits.Validation, "the schedule");
        if (recipe.Calibrators.Count > 0) StartupGuards.HasRows(splits.Calibration, "calibration");
        if (recipe.Conformal is not null) StartupGuards.HasRows(splits.Calibration, "the conformal predictor");
    }
}
