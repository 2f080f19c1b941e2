using Recipes.Engine;

namespace Recipes.Tests.Engine;

/// <summary>Bytes allocated by the calling thread and every thread of a team.</summary>
internal sealed class AllocationCounters : IDisposable
{
    private readonly ThreadTeam? _team;
    private readonly Barrier _barrier;
    private readonly ThreadLocal<long> _start = new();
    private readonly Action<int> _readStart, _readEnd;
    private long _allocated;
    private int _threads;

    // Everything that reading needs is made here, so that reading itself allocates nothing that is counted.
    public AllocationCounters(ThreadTeam? team)
    {
        _team = team;
        _barrier = new Barrier(team?.Threads ?? 1);
        _readStart = _ =>
        {
            _start.Value = 0;
            _barrier.SignalAndWait();
            _start.Value = GC.GetAllocatedBytesForCurrentThread();
        };
        _readEnd = _ =>
        {
            Interlocked.Add(ref _allocated, GC.GetAllocatedBytesForCurrentThread() - _start.Value);
            Interlocked.Increment(ref _threads);
            _barrier.SignalAndWait();
        };
    }

    public void Start() => OnEveryThread(_readStart);

    public long AllocatedSinceStart()
    {
        OnEveryThread(_readEnd);
        Assert.Equal(_team?.Threads ?? 1, _threads);
        return _allocated;
    }

    public void Dispose()
    {
        _barrier.Dispose();
        _start.Dispose();
    }

    // Tasks that wait for each other are spread over all threads.
    private void OnEveryThread(Action<int> read)
    {
        if (_team is null) read(0);
        else _team.For(_team.Threads, read);
    }
}
