namespace Recipes.Tests.Formulas.Schedules;

public sealed class ScheduleTests
{
    [Fact]
    public void Cosine_is_that_of_PyTorch() =>
        Examples.AssertClose(Golden.Cosine, Run(20, (t, n) => Recipes.Schedules.Cosine(t, n, minimum: 0.1)));

    [Fact]
    public void Linear_is_that_of_PyTorch() =>
        Examples.AssertClose(Golden.Linear, Run(20, (t, n) => Recipes.Schedules.Linear(t, n, minimum: 0.1)));

    [Fact]
    public void OneCycle_is_that_of_PyTorch() =>
        Examples.AssertClose(Golden.OneCycle, Run(20, (t, n) => Recipes.Schedules.OneCycle(t, n)));

    public static TheoryData<int> Cases() => [.. Enumerable.Range(0, ScheduleGolden.All.Length)];

    [Theory, MemberData(nameof(Cases))]
    public void Is_that_of_PyTorch_or_of_its_paper(int index)
    {
        ScheduleValues golden = ScheduleGolden.All[index];
        var knobs = golden.Knobs.ToDictionary(k => k.Name, k => k.Value is int whole ? (double)whole : k.Value);
        var method = Library.Formulas[golden.Name];
        var steps = golden.Values.Length;
        for (var step = 0; step < steps; step++)
        {
            object?[] arguments =
            [
                .. method.GetParameters().Select(p => p.ParameterType == typeof(Progress) ? (Progress)((double)step / steps)
                    : p.ParameterType == typeof(RunSteps) ? (RunSteps)(double)steps
                    : knobs.GetValueOrDefault(p.Name!, p.DefaultValue!)),
            ];
            Examples.AssertClose(golden.Values[step], (Scalar)method.Invoke(null, arguments)!);
        }
    }

    /// <summary>Fractions that rounding puts beside a whole number: in each step of each length of run, drops and restarts come on time.</summary>
    [Fact]
    public void Moments_are_met_in_runs_of_any_length()
    {
        for (var steps = 10; steps <= 2000; steps += 10)
        {
            foreach (var tenth in Enumerable.Range(1, 9))
            {
                var moment = steps / 10 * tenth;
                var (before, at) = ((moment - 1.0) / steps, (double)moment / steps);
                Assert.Equal([tenth - 1, tenth], [Drops(before, (t, n) => Recipes.Schedules.StepDecay(t, n, every: 0.1)), Drops(at, (t, n) => Recipes.Schedules.StepDecay(t, n, every: 0.1))]);
                Assert.Equal([0, 1], [Drops(before, (t, n) => Recipes.Schedules.MultiStep(t, n, first: tenth / 10.0, second: 1)), Drops(at, (t, n) => Recipes.Schedules.MultiStep(t, n, first: tenth / 10.0, second: 1))]);
                Assert.Equal(1, Recipes.Schedules.CosineRestarts(at, steps, cycles: 10), 1e-9);
                Assert.Equal(0.25, Recipes.Schedules.Cyclic(at, cycles: 10), 1e-9);
            }

            int Drops(double t, Func<Progress, RunSteps, Scalar> schedule) => (int)Math.Round(-Math.Log10(schedule(t, steps)));
        }
    }

    /// <summary>By hand: 4 of 16 steps rise by 1/4 each, the fifth starts the fall at the peak.</summary>
    [Fact]
    public void A_warm_up_rises_from_the_first_step_to_the_peak()
    {
        Func<Progress, RunSteps, Scalar>[] schedules =
            [(t, n) => Recipes.Schedules.Cosine(t, n, warmup: 0.25), (t, n) => Recipes.Schedules.Linear(t, n, warmup: 0.25)];
        foreach (var schedule in schedules)
        {
            var rates = Run(16, schedule);
            Examples.AssertClose([0.25, 0.5, 0.75, 1, 1], rates[..5]);
            Assert.True(rates[^1] is > 0 and < 0.1);
        }
    }

    [Fact]
    public void A_warm_up_of_no_whole_number_of_steps_stays_below_the_peak() =>
        Assert.Equal(1, Run(10, (t, n) => Recipes.Schedules.Cosine(t, n, warmup: 0.25)).Max(), 1e-15);

    [Fact]
    public void OneCycle_starts_peaks_and_ends_where_it_is_told()
    {
        var rates = Run(100, (t, n) => Recipes.Schedules.OneCycle(t, n, peakAt: 0.2, divide: 10, finalDivide: 100));
        Assert.Equal(0.1, rates[0], 1e-15);
        Assert.Equal(1, rates[19], 1e-12);
        Assert.Equal(0.001, rates[^1], 1e-15);
    }

    private static double[] Run(int steps, Func<Progress, RunSteps, Scalar> schedule) =>
        [.. Enumerable.Range(0, steps).Select(step => (double)schedule((double)step / steps, steps))];
}
