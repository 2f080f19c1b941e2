using Recipes.Engine;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>What emitted kernels find in a trainer, and nothing else.</summary>
public abstract class KernelHost : IDisposable
{
    protected KernelHost(int batchSize, int terms, int classes, int parameters, int trainRows, int views)
    {
        Arena = new NativeArena();
        Team = new ThreadTeam(1);
        BatchRows = Arena.Allocate<int>(batchSize);
        BatchLabels = Arena.Allocate<int>(batchSize);
        ClassWeights = Arena.Allocate<float>(classes);
        TermValues = Arena.Allocate<float>(terms * batchSize);
        TermMeans = Arena.Allocate<double>(terms);
        Parameters = Arena.Allocate<float>(parameters);
        Gradients = Arena.Allocate<float>(parameters);
        _logits = Arena.Allocate<float>(views * batchSize * classes);
        _logitsGradient = Arena.Allocate<float>(views * batchSize * classes);
        _mixLabels = Arena.Allocate<int>(batchSize);
        _mixShares = Arena.Allocate<float>(batchSize);
        _memory = Arena.Allocate<float>(trainRows * classes);
        ClassWeights.Span.Fill(1);
    }

    public int Count { get; set; }
    public NativeArena Arena { get; }
    public ThreadTeam Team { get; set; }
    public NativeBuffer<int> BatchRows { get; }
    public NativeBuffer<int> BatchLabels { get; }
    public NativeBuffer<float> ClassWeights { get; }
    public NativeBuffer<float> TermValues { get; }
    public NativeBuffer<double> TermMeans { get; }
    public NativeBuffer<float> Parameters { get; }
    public NativeBuffer<float> Gradients { get; }
    public double Loss { get; set; }

    /// <summary>Values of the emitted knob fields, by number.</summary>
    public double[] Knobs { get; set; } = [];

#pragma warning disable IDE1006, CA1051, SA1401 // Fields, named as the generated trainer names them.
    public NativeBuffer<float> _logits;
    public NativeBuffer<float> _logitsGradient;
    public NativeBuffer<int> _mixLabels;
    public NativeBuffer<float> _mixShares;
    public NativeBuffer<float> _memory;
#pragma warning restore IDE1006, CA1051, SA1401

    private readonly Dictionary<string, NativeBuffer<float>> _given = [];
    private readonly Dictionary<string, NativeBuffer<int>> _indices = [];
    private readonly Dictionary<string, double[]> _numbers = [];

    /// <summary>Memory for something else that a loss is given.</summary>
    protected NativeBuffer<float> Give(string name, int length) => _given[name] = Arena.Allocate<float>(length);

    /// <summary>Memory for indices that a loss is given.</summary>
    protected NativeBuffer<int> GiveIndices(string name, int length) => _indices[name] = Arena.Allocate<int>(length);

    /// <summary>A number that a loss is given for the step.</summary>
    protected double[] GiveNumber(string name) => _numbers[name] = new double[1];

    /// <summary>Fills what was given.</summary>
    public void Fill(string name, double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int next = 0;
        foreach (double number in rows.SelectMany(row => row))
        {
            if (_numbers.TryGetValue(name, out double[]? numbers)) numbers[next++] = number;
            else if (_indices.TryGetValue(name, out NativeBuffer<int> indices)) indices[next++] = (int)number;
            else _given[name][next++] = (float)number;
        }

        // A gradient that is not written shows.
        if (_given.TryGetValue(name + "Gradient", out NativeBuffer<float> gradient)) gradient.Span.Fill(float.NaN);
    }

    /// <summary>Rows of what was given.</summary>
    public double[][] Read(string name, int rows, int length) =>
        [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, length).Select(c => (double)_given[name][(r * length) + c]).ToArray())];

    /// <summary>Runs what was emitted.</summary>
    public abstract void Run();

    public void Dispose()
    {
        Team.Dispose();
        Arena.Dispose();
        GC.SuppressFinalize(this);
    }
}
