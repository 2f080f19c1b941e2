namespace Recipes.Training;

/// <summary>The folder that a run keeps itself in: checkpoint, metrics, TensorBoard events, model, report.</summary>
internal sealed class RunDirectory : IDisposable
{
    // TensorBoard takes any name with "tfevents" in it. A fixed one lets a resumed run go on in the same file.
    private const string EventsName = "events.out.tfevents.0000000001.recipes";
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly MetricsFile _metrics;
    private readonly EventFile _events;

    /// <exception cref="IOException">The folder cannot be made, or another run is writing to it.</exception>
    public RunDirectory(string path, EpochHistory history)
    {
        _path = Path.GetFullPath(path);
        Directory.CreateDirectory(_path);
        _lock = Lock();
        try
        {
            _metrics = new MetricsFile(In("metrics.csv"), history);
            _events = new EventFile(In(EventsName), history);
        }
        catch
        {
            _metrics?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    public string CheckpointPath => In("checkpoint");
    public string ModelPath => In("model.safetensors");
    public string ReportPath => In("report.html");

    /// <summary>The checkpoint, if this run wrote one or began from it.</summary>
    public string? LastCheckpoint { get; set; }

    /// <summary>Removes what an earlier run left of its end and of its state.</summary>
    public void Clear()
    {
        File.Delete(CheckpointPath);
        File.Delete(ModelPath);
        File.Delete(ReportPath);
    }

    /// <summary>Makes the metrics files say exactly what the history says.</summary>
    public void Rewind(EpochHistory history, DateTimeOffset started)
    {
        _metrics.Rewind(history);
        _events.Rewind(history, (started - DateTimeOffset.UnixEpoch).TotalSeconds);
    }

    /// <summary>Adds an epoch to the metrics files.</summary>
    public void Append(ReadOnlySpan<double> epoch)
    {
        _metrics.Append(epoch);
        _events.Append(epoch);
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _events.Dispose();
        _lock.Dispose();
    }

    // The lock goes with the process, however it ends; the empty file stays, as removing it could free a lock that another run just took.
    private FileStream Lock()
    {
        try
        {
            return new FileStream(In(".lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException($"Another run is writing to the run directory '{_path}'. Give each run a directory of its own.", e);
        }
    }

    private string In(string name) => Path.Combine(_path, name);
}
