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
        if (!Includes(workload)) return;
        double[] rates = [.. SecondsPerCall(action).Select(seconds => amount / seconds * 1e-9)];
        Array.Sort(rates);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"workload": "{{workload}}", "threads": {{threads}}, "metric": "{{metric}}", "median": {{rates[rates.Length / 2]:0.00}}, "min": {{rates[0]:0.00}}, "max": {{rates[^1]:0.00}}, "unit": "{{unit}}"}"""));
    }

    /// <summary>Measures an action and prints the nanoseconds for each of <paramref name="elements"/>.</summary>
    public void Time(string workload, int threads, string metric, double elements, Action action)
    {
        if (!Includes(workload)) return;
        double[] times = [.. SecondsPerCall(action).Select(seconds => seconds / elements * 1e9)];
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"workload": "{{workload}}", "threads": {{threads}}, "metric": "{{metric}}", "median": {{times[times.Length / 2]:0.000}}, "min": {{times[0]:0.000}}, "max": {{times[^1]:0.000}}, "unit": "ns/element"}"""));
    }

    /// <summary>Whether a workload is asked for.</summary>
    public bool Includes(string workload) => _only is null || workload.Contains(_only, StringComparison.OrdinalIgnoreCase);

    private double[] SecondsPerCall(Action action)
    {
        int calls = 1;
        while (Seconds(action, calls) < 0.2) calls *= 2;
        return [.. Enumerable.Range(0, _repetitions).Select(_ => Seconds(action, calls) / calls)];
    }

    private static double Seconds(Action action, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++) action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
