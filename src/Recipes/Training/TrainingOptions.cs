namespace Recipes;

/// <summary>How to run a recipe; what is run is in the recipe.</summary>
public sealed class TrainingOptions
{
    /// <summary>Worker threads; 0 (the default) takes one per core. Results do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Told about the run: at every epoch's end and about ten times a second in between, on the training thread.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Where the run keeps its checkpoint, metrics, TensorBoard events, model and report; null keeps nothing.</summary>
    public string? RunDirectory { get; init; }

    /// <summary>Whether the run continues from the checkpoint in <see cref="RunDirectory"/>.</summary>
    public ResumeMode Resume { get; init; }

    /// <summary>Replaces the recipe's seed.</summary>
    public long? Seed { get; init; }

    /// <summary>A safetensors file to start the weights from: tensors named and shaped as in the recipe's model (a PyTorch state dict will do).</summary>
    /// <remarks>They work on prepared features. A resumed run takes its weights from the checkpoint instead.</remarks>
    public string? InitialWeights { get; init; }

    /// <summary>Values for knobs by path, in place of the declared ones: <c>["Focal.Gamma"] = 3</c>.</summary>
    public IReadOnlyDictionary<string, double>? Knobs { get; init; }

    /// <summary>How labels were corrupted, for losses that ask for it: the probability of each observed class (columns) given each true one (rows), [classes, classes].</summary>
    public double[,]? NoiseTransition { get; init; }

    /// <summary>Writes a checkpoint every so many epochs (1 by default); 0 for none at epoch ends.</summary>
    public int CheckpointEveryEpochs { get; init; } = 1;

    /// <summary>Writes a checkpoint every so many steps too; 0 (the default) for none between epoch ends.</summary>
    public int CheckpointEverySteps { get; init; }

    /// <summary>With a stopping rule: the model gets the weights of its best epoch (the default), or the last ones.</summary>
    public bool KeepBest { get; init; } = true;

    internal void Validate()
    {
        if (Threads < 0) throw new ArgumentOutOfRangeException(nameof(Threads), Threads, "Give the number of worker threads, or 0 for one per core.");
        if (CheckpointEveryEpochs < 0) throw new ArgumentOutOfRangeException(nameof(CheckpointEveryEpochs), CheckpointEveryEpochs, "Give a number of epochs, or 0 for no checkpoint at epoch ends.");
        if (CheckpointEverySteps < 0) throw new ArgumentOutOfRangeException(nameof(CheckpointEverySteps), CheckpointEverySteps, "Give a number of steps, or 0 for no checkpoint between epoch ends.");
        if (RunDirectory is { } directory && string.IsNullOrWhiteSpace(directory)) throw new ArgumentException("The run directory is empty; give a path, or null to keep nothing.", nameof(RunDirectory));
        if (Resume == ResumeMode.Required && RunDirectory is null) throw new ArgumentException("Resume = ResumeMode.Required needs a RunDirectory to find the checkpoint in.", nameof(Resume));
    }
}
