using Recipes.Engine;

namespace Recipes.Tests.Engine;

public class ThreadTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Every_task_runs_once(int threads)
    {
        using var team = new ThreadTeam(threads);
        foreach (int tasks in (int[])[0, 1, 2, 3, 7, 64, 1000])
        {
            for (int repetition = 0; repetition < 50; repetition++)
            {
                var runs = new int[tasks];
                team.For(tasks, task => Interlocked.Increment(ref runs[task]));
                Assert.All(runs, count => Assert.Equal(1, count));
            }
        }
    }

    [Fact]
    public void Every_worker_takes_part()
    {
        using var team = new ThreadTeam(3);
        // Three tasks that wait for each other can only end on three threads.
        using var barrier = new Barrier(3);
        team.For(3, _ => barrier.SignalAndWait());
        for (int thread = 0; thread < 3; thread++) Assert.Equal(1, team.TasksRunBy(thread));
    }

    [Fact]
    public void Workers_that_sleep_are_woken()
    {
        using var team = new ThreadTeam(2);
        using var barrier = new Barrier(2);
        for (int i = 0; i < 20; i++)
        {
            Thread.Sleep(2);
            team.For(2, _ => barrier.SignalAndWait());
        }
        Assert.Equal(20, team.TasksRunBy(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_exception_is_rethrown_after_everyone_has_stopped_and_the_team_goes_on(int threads)
    {
        using var team = new ThreadTeam(threads);
        for (int repetition = 0; repetition < 200; repetition++)
        {
            int running = 0, ran = 0;
            var thrown = Assert.Throws<InvalidOperationException>(() => team.For(100, task =>
            {
                Interlocked.Increment(ref running);
                if (task % 10 == 3) throw new InvalidOperationException($"task {task}");
                Thread.SpinWait(50);
                Interlocked.Increment(ref ran);
                Interlocked.Decrement(ref running);
            }));
            Assert.StartsWith("task ", thrown.Message, StringComparison.Ordinal);
            Assert.True(running <= 10, "only throwing tasks leave the count raised");
            int count = 0;
            team.For(50, _ => Interlocked.Increment(ref count));
            Assert.Equal(50, count);
        }
    }

    [Fact]
    public void A_run_inside_a_task_is_done_by_its_thread()
    {
        using var team = new ThreadTeam(3);
        int inner = 0, elsewhere = 0;
        team.For(12, _ =>
        {
            int thread = Environment.CurrentManagedThreadId;
            team.For(5, _ =>
            {
                Interlocked.Increment(ref inner);
                if (Environment.CurrentManagedThreadId != thread) Interlocked.Increment(ref elsewhere);
            });
        });
        Assert.Equal(60, inner);
        Assert.Equal(0, elsewhere);
    }

    [Fact]
    public void Callers_on_several_threads_get_all_their_tasks_done()
    {
        using var team = new ThreadTeam(2);
        int total = 0;
        Thread[] callers = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 500; i++) team.For(8, _ => Interlocked.Increment(ref total));
        }))];
        foreach (Thread caller in callers) caller.Start();
        foreach (Thread caller in callers) caller.Join();
        Assert.Equal(4 * 500 * 8, total);
    }

    [Fact]
    public void Workers_are_named_background_threads_that_end_with_the_team()
    {
        var team = new ThreadTeam(3);
        var workers = new List<Thread>();
        using (var barrier = new Barrier(3))
        {
            team.For(3, _ =>
            {
                if (Thread.CurrentThread.Name?.StartsWith("Recipes worker ", StringComparison.Ordinal) == true)
                {
                    lock (workers) workers.Add(Thread.CurrentThread);
                }
                barrier.SignalAndWait();
            });
        }
        Assert.Equal(2, workers.Count);
        Assert.All(workers, worker => Assert.True(worker.IsBackground));
        team.Dispose();
        Assert.All(workers, worker => Assert.False(worker.IsAlive));
        team.Dispose();
        int count = 0;
        team.For(5, _ => count++);
        Assert.Equal(5, count);
    }

    [Fact]
    public void A_team_has_at_least_one_thread() => Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadTeam(0));
}
