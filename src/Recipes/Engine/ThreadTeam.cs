using System.Runtime.ExceptionServices;

namespace Recipes.Engine;

/// <summary>Worker threads that live as long as the trainer and run numbered tasks without allocating.</summary>
/// <remarks>
/// Tasks are taken one by one by whichever thread is free, so callers split work into tasks in a way that does not depend
/// on the number of threads, and no task depends on who runs it. One run at a time: a <c>For</c> from inside a task, or
/// from a second thread while one is running, is done by the calling thread alone.
/// </remarks>
public sealed unsafe partial class ThreadTeam : IDisposable
{
    private readonly Thread[] _workers;
    private int _busy;
    private Exception? _failure;

    // What the current run does: either a delegate, or a function and the body that it works on.
    private Action<int>? _action;
    private delegate*<void*, int, void> _function;
    private void* _body;

    /// <param name="threads">Threads that work, the caller's included; at least 1. May exceed the number of cores.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public ThreadTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
        _tasksRun = new long[(threads + 1) * CounterStride];
        _spins = threads <= Environment.ProcessorCount;
        _workers = new Thread[threads - 1];
        using var started = new CountdownEvent(threads - 1);
        for (int worker = 0; worker < _workers.Length; worker++)
        {
            int thread = worker + 1;
            _workers[worker] = new Thread(() => Work(thread, started)) { IsBackground = true, Name = $"Recipes worker {thread}" };
            _workers[worker].Start();
        }
        // Workers allocate their scratch before they signal: later runs allocate nothing, whoever takes part.
        started.Wait();
    }

    /// <summary>Threads that work, the caller's included.</summary>
    public int Threads { get; }

    /// <summary>Runs <paramref name="body"/> once for each task 0 … <paramref name="tasks"/> − 1 and returns when all are done.</summary>
    /// <remarks>Allocates nothing; pass a delegate that is made once. If a task throws, tasks not yet begun are left out and the first exception is thrown here, after every thread has stopped working.</remarks>
    public void For(int tasks, Action<int> body)
    {
        if (Threads == 1 || tasks <= 1 || !TryEnter())
        {
            for (int task = 0; task < tasks; task++) body(task);
            return;
        }
        _action = body;
        RunTogether(tasks);
    }

    /// <summary>Runs a body that lives on the caller's stack once for each task 0 … <paramref name="tasks"/> − 1; without a team, on the calling thread. Allocates nothing.</summary>
    public static void For<TBody>(ThreadTeam? team, int tasks, ref TBody body) where TBody : unmanaged, ITaskBody
    {
        if (team is null || team.Threads == 1 || tasks <= 1 || !team.TryEnter())
        {
            for (int task = 0; task < tasks; task++) body.Run(task);
            return;
        }
        fixed (TBody* pinned = &body)
        {
            team._body = pinned;
            team._function = &RunBody<TBody>;
            team.RunTogether(tasks);
        }
    }

    /// <summary>Tasks that a thread has run so far in runs shared by the team: 0 is whoever called, workers count from 1.</summary>
    public long TasksRunBy(int thread)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(thread);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(thread, Threads);
        return Volatile.Read(ref _tasksRun[CounterIndex(thread)]);
    }

    /// <summary>Ends the worker threads and waits for them. Not to be called from a task.</summary>
    public void Dispose()
    {
        Volatile.Write(ref _stopping, true);
        lock (_gate) Monitor.PulseAll(_gate);
        foreach (Thread worker in _workers) worker.Join();
    }

    private static void RunBody<TBody>(void* body, int task) where TBody : unmanaged, ITaskBody => ((TBody*)body)->Run(task);

    private bool TryEnter() => !Volatile.Read(ref _stopping) && Interlocked.CompareExchange(ref _busy, 1, 0) == 0;

    private void RunTogether(int tasks)
    {
        Publish(tasks);
        TakeTasks(thread: 0);
        WaitForOthers();
        Exception? failure = _failure;
        _failure = null;
        _action = null;
        _function = null;
        Volatile.Write(ref _busy, 0);
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }
}
