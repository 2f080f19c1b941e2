using Recipes.Engine;

namespace Recipes;

/// <summary>Each draw picks a class, all alike, then a row of it; a class's rows come in random order, each once before any comes again.</summary>
/// <remarks>
/// The classes of the draws are independent: draw number d of the run belongs to a class that follows from the seed and d
/// alone. Within a class the draws walk through its rows in an order that is shuffled anew for each pass, and passes go on
/// over the ends of epochs, so that the rows of a large class are all seen although an epoch draws fewer than it has. Where
/// the walk stands after d draws is found by counting the classes of the d draws before, some ten nanoseconds each; a run does so
/// once, when it resumes. "Decoupling Representation and Classifier for Long-Tailed Recognition" (2020), class-balanced sampling.
/// </remarks>
public sealed class ClassBalancedSampler : ISampler
{
    private SamplingContext _context = null!;
    private RandomKey _classRandom;
    private RandomKey _rowRandom;
    private int[] _classes = [];
    private int[] _start = [];
    private int[] _rows = [];
    private int[] _sorted = [];
    private long[] _drawn = [];
    private long[] _pass = [];
    private long _draws;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have no classes.</exception>
    public void Start(SamplingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.ClassCounts.Length == 0) throw new ArgumentException("The rows have no classes, so there is nothing to balance.", nameof(context));
        _context = context;
        _classRandom = new RandomKey(context.Seed, "Class of a balanced draw");
        _rowRandom = new RandomKey(context.Seed, "Shuffle within a class");
        ReadOnlySpan<int> counts = context.ClassCounts.Span;
        _classes = PresentClasses(counts);
        _start = new int[counts.Length + 1];
        for (int c = 0; c < counts.Length; c++) _start[c + 1] = _start[c] + counts[c];
        _sorted = SortByClass(context.Labels.Span, _start);
        _rows = new int[_sorted.Length];
        _drawn = new long[counts.Length];
        _pass = new long[counts.Length];
        Rewind();
    }

    /// <inheritdoc/>
    public void Draw(long step, Span<int> rows)
    {
        long first = FirstDraw(step);
        if (first != _draws) WalkTo(first);
        for (int slot = 0; slot < rows.Length; slot++) rows[slot] = NextRow(ClassOf(first + slot));
        _draws = first + rows.Length;
    }

    /// <inheritdoc/>
    public void DrawnPrior(Span<double> prior)
    {
        prior.Clear();
        foreach (int c in _classes) prior[c] = 1.0 / _classes.Length;
    }

    /// <summary>The number of draws before a step: the last batch of an epoch is short unless short batches are dropped.</summary>
    private long FirstDraw(long step)
    {
        (long epoch, long stepOfEpoch) = Math.DivRem(step, _context.StepsPerEpoch);
        long drawsPerEpoch = Math.Min(_context.Rows, (long)_context.StepsPerEpoch * _context.BatchSize);
        return (epoch * drawsPerEpoch) + (stepOfEpoch * _context.BatchSize);
    }

    private int ClassOf(long draw) => _classes[_classRandom.Below(_classes.Length, (ulong)draw)];

    private int NextRow(int c)
    {
        int count = _start[c + 1] - _start[c];
        (long pass, long place) = Math.DivRem(_drawn[c]++, count);
        if (pass != _pass[c]) Shuffle(c, pass);
        return _rows[_start[c] + (int)place];
    }

    private void Shuffle(int c, long pass)
    {
        Span<int> rows = _rows.AsSpan(_start[c].._start[c + 1]);
        _sorted.AsSpan(_start[c].._start[c + 1]).CopyTo(rows);
        // Each pass over each class is an ordinal of its own.
        _rowRandom.Shuffle(rows, ((ulong)pass * (ulong)_drawn.Length) + (ulong)c);
        _pass[c] = pass;
    }

    private void WalkTo(long draw)
    {
        if (draw < _draws) Rewind();
        for (long d = _draws; d < draw; d++) _drawn[ClassOf(d)]++;
        _draws = draw;
    }

    private void Rewind()
    {
        Array.Clear(_drawn);
        Array.Fill(_pass, -1);
        _draws = 0;
    }

    private static int[] PresentClasses(ReadOnlySpan<int> counts)
    {
        var present = new List<int>();
        for (int c = 0; c < counts.Length; c++)
            if (counts[c] > 0) present.Add(c);
        return [.. present];
    }

    private static int[] SortByClass(ReadOnlySpan<int> labels, int[] start)
    {
        int[] next = [.. start];
        int[] rows = new int[labels.Length];
        for (int row = 0; row < labels.Length; row++) rows[next[labels[row]]++] = row;
        return rows;
    }
}
