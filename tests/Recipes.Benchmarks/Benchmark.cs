using System.Diagnostics;
using System.Globalization;

namespace Recipes.Benchmarks;

/// <summary>What is asked for on the command line, and how figures are taken: the median of repetitions of at least 0.2 s, after warm-up.</summary>
internal sealed class Benchmark
{
    private readonly string? _only;
    private readonly int _repetitions = 5;

    public Benchmark(string[] arguments)
    {
        for (int i = 0; i + 1 < arguments.Length; i += 2)
        {
            switch (arguments[i])
            {
                case "--only": _only = arguments[i + 1]; break;
                case "--threads": Threads = [.. arguments[i + 1].Split(',').Select(t => int.Parse(t, CultureInfo.InvariantCulture))]; break;
                case "--reps": _repetitions = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture); break;
                default: throw new ArgumentException($"{arguments[i]} is not an option; there are --only, --threads and --reps.");
            }
        }
    }

    /// <summary>Numbers of threads to measure with.</summary>
    public int[] Threads { get; } = [1, 2];

    /// <summary>Measures an action and prints <paramref name="amount"/> per second, scaled by 1e-9.</summary>
    public void Rate(string workload, int threads, string metric, string unit, double amount, Action action)
    {
        if (Includes(workload)) Print(workload, threads, metric, unit, [.. SecondsPerCall(action).Select(seconds => amount / seconds * 1e-9)]);
    }

    /// <summary>Measures an action and prints the nanoseconds for each of <paramref name="elements"/>.</summary>
    public void Time(string workload, int threads, string metric, double elements, Action action) => Seconds(workload, threads, metric, 1e9 / elements, "ns/element", action);

    /// <summary>Measures an action and prints its seconds times <paramref name="scale"/>.</summary>
    public void Seconds(string workload, int threads, string metric, double scale, string unit, Action action)
    {
        if (Includes(workload)) Print(workload, threads, metric, unit, [.. SecondsPerCall(action).Select(seconds => seconds * scale)]);
    }

    /// <summary>Measures actions in turn, so that they see the same clock rates and neighbours, and prints the nanoseconds of each for one of <paramref name="elements"/>.</summary>
    public void Together(string workload, int threads, double elements, params (string Metric, Action Action)[] actions)
    {
        if (!Includes(workload)) return;
        int[] calls = [.. actions.Select(a => Calls(a.Action))];
        double[][] times = [.. actions.Select(_ => new double[_repetitions])];
        for (int repetition = 0; repetition < _repetitions; repetition++)
            for (int i = 0; i < actions.Length; i++)
                times[i][repetition] = Seconds(actions[i].Action, calls[i]) / calls[i] / elements * 1e9;
        for (int i = 0; i < actions.Length; i++) Print(workload, threads, actions[i].Metric, "ns/element", times[i]);
    }

    /// <summary>Prints one line of JSON.</summary>
    public static void Print(string workload, int threads, string metric, string unit, double[] values)
    {
        Array.Sort(values);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"peer": "recipes", "workload": "{{workload}}", "threads": {{threads}}, "metric": "{{metric}}", "median": {{values[values.Length / 2]:G5}}, "min": {{values[0]:G5}}, "max": {{values[^1]:G5}}, "unit": "{{unit}}"}"""));
    }

    /// <summary>Whether a workload is asked for.</summary>
    public bool Includes(string workload) => _only is null || workload.Contains(_only, StringComparison.OrdinalIgnoreCase);

    private double[] SecondsPerCall(Action action)
    {
        int calls = Calls(action);
        return [.. Enumerable.Range(0, _repetitions).Select(_ => Seconds(action, calls) / calls)];
    }

    /// <summary>Calls that take 0.2 s; finding them is the warm-up.</summary>
    private static int Calls(Action action)
    {
        int calls = 1;
        while (Seconds(action, calls) < 0.2) calls *= 2;
        return calls;
    }

    private static double Seconds(Action action, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++) action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
