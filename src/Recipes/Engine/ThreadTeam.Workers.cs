using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Recipes.Engine;

// How tasks are handed out. The open tasks are one 64-bit word, (next task, number of tasks): a thread takes a task by
// raising `next` in a compare-and-swap. Having succeeded, it holds a task of the run that is current at that moment, which
// cannot end before that task has, so what the run does may be read afterwards. A late thread finds next == tasks.
public sealed unsafe partial class ThreadTeam
{
    // A thread that finds nothing to do looks again for this long before it sleeps: longer than the serial phases of a step.
    private static readonly long s_spinTicks = Stopwatch.Frequency / 20_000;

    private const int CounterStride = 16; // A pair of cache lines per counter: adjacent lines are fetched together.

    private readonly object _gate = new();
    private readonly long[] _tasksRun;
    private readonly bool _spins;
    private bool _stopping;
    private SharedCounters _shared;

    [StructLayout(LayoutKind.Explicit, Size = 512)]
    private struct SharedCounters
    {
        [FieldOffset(128)] public long Open;
        [FieldOffset(256)] public int Unfinished;
        [FieldOffset(384)] public int Sleepers;
        [FieldOffset(388)] public bool CallerSleeps;
    }

    private static int CounterIndex(int thread) => (thread + 1) * CounterStride;

    private bool HasOpenTask
    {
        get
        {
            long open = Volatile.Read(ref _shared.Open);
            return (int)(open >> 32) < (int)open;
        }
    }

    private void Publish(int tasks)
    {
        Volatile.Write(ref _shared.Unfinished, tasks);
        // A full fence: the tasks are visible before the sleepers are counted, as a sleeper counts itself before it looks for tasks.
        Interlocked.Exchange(ref _shared.Open, tasks);
        if (Volatile.Read(ref _shared.Sleepers) == 0) return;
        lock (_gate) Monitor.PulseAll(_gate);
    }

    private void TakeTasks(int thread)
    {
        int finished = 0;
        long open = Volatile.Read(ref _shared.Open);
        while ((int)(open >> 32) < (int)open)
        {
            long seen = Interlocked.CompareExchange(ref _shared.Open, open + (1L << 32), open);
            if (seen != open)
            {
                open = seen;
                continue;
            }
            RunTask((int)(open >> 32));
            finished++;
            open = Volatile.Read(ref _shared.Open);
        }
        if (finished == 0) return;
        _tasksRun[CounterIndex(thread)] += finished;
        if (Interlocked.Add(ref _shared.Unfinished, -finished) == 0 && Volatile.Read(ref _shared.CallerSleeps))
        {
            lock (_gate) Monitor.PulseAll(_gate);
        }
    }

    private void RunTask(int task)
    {
        if (Volatile.Read(ref _failure) is not null) return;
        try
        {
            if (_action is { } action) action(task);
            else _function(_body, task);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
        }
    }

    private void WaitForOthers()
    {
        if (SpinUntil(caller: true)) return;
        lock (_gate)
        {
            Volatile.Write(ref _shared.CallerSleeps, true);
            Interlocked.MemoryBarrier();
            while (Volatile.Read(ref _shared.Unfinished) != 0) Monitor.Wait(_gate);
            Volatile.Write(ref _shared.CallerSleeps, false);
        }
    }

    private void Work(int thread, CountdownEvent started)
    {
        _ = ProductScratch.Current;
        started.Signal();
        while (true)
        {
            TakeTasks(thread);
            if (SpinUntil(caller: false)) continue;
            lock (_gate)
            {
                Interlocked.Increment(ref _shared.Sleepers);
                while (!HasOpenTask && !Volatile.Read(ref _stopping)) Monitor.Wait(_gate);
                Interlocked.Decrement(ref _shared.Sleepers);
            }
            if (Volatile.Read(ref _stopping)) return;
        }
    }

    /// <summary>Looks for a while for the others' end (the caller) or for open tasks (a worker); false when it is time to sleep.</summary>
    private bool SpinUntil(bool caller)
    {
        long deadline = 0;
        while (true)
        {
            for (int look = 0; look < 32; look++)
            {
                if (caller ? Volatile.Read(ref _shared.Unfinished) == 0 : HasOpenTask) return true;
                Thread.SpinWait(1);
            }
            // With more threads than cores a spinning thread only keeps a working one from its core.
            if (!_spins || Volatile.Read(ref _stopping)) return false;
            long now = Stopwatch.GetTimestamp();
            if (deadline == 0) deadline = now + s_spinTicks;
            else if (now > deadline) return false;
        }
    }
}
