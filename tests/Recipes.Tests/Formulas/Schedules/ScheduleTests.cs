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
