namespace Recipes.Generators.Tests.Rules.Optimisation;

/// <summary>RCP0308, RCP0309: schedules whose parts do not fit together.</summary>
public class ScheduleTests
{
    private const string Network = "[Input(64), Dense(10)]\n[CrossEntropy, Sgd(0.1)]\n";

    [Fact]
    public Task A_decay_that_begins_in_the_warm_up() => Check.SaysAsync(
        "[WarmupStableDecay]: the warm-up ends after 0.3 of the run and the fall begins after 0.2, so that the rate would jump; let Decay be at most 0.7",
        Network + "[WarmupStableDecay(Warmup = 0.3, {|RCP0308:Decay = 0.8|})]");

    [Fact]
    public Task A_warm_up_into_the_default_decay() => Check.SaysAsync(
        "[WarmupStableDecay]: the warm-up ends after 0.9 of the run and the fall begins after 0.8, so that the rate would jump; let Warmup be at most 0.8",
        Network + "[WarmupStableDecay({|RCP0308:Warmup = 0.9|})]");

    [Fact]
    public Task A_warm_up_beyond_the_knee() => Check.SaysAsync(
        "[Knee]: the warm-up ends after 0.4 of the run and the fall begins after 0.3, so that the rate would jump; let Warmup be at most 0.3",
        Network + "[Knee(Explore = 0.3, {|RCP0308:Warmup = 0.4|})]");

    [Fact]
    public Task A_warm_up_beyond_the_first_milestone() => Check.SaysAsync(
        "[MultiStep]: the warm-up ends after 0.6 of the run and the fall begins after 0.5, so that the rate would jump; let Warmup be at most 0.5",
        Network + "[MultiStep({|RCP0308:Warmup = 0.6|})]");

    [Theory]
    [InlineData("WarmupStableDecay(Warmup = 0.3, Decay = 0.7)"), InlineData("WarmupStableDecay"), InlineData("Knee(Explore = 0.3, Warmup = 0.3)"), InlineData("MultiStep(Warmup = 0.5)")]
    public Task Parts_that_touch(string schedule) => Check.IsCleanAsync(Network + $"[{schedule}]");

    [Fact]
    public Task A_run_that_ends_before_the_rate_falls() => Check.SaysAsync(
        "[EarlyStopping] ends the run after 5 epochs without an improvement, and [ReduceOnPlateau] waits for more than 10 before it reduces the rate, so that it hardly ever does; let PatienceEpochs of [EarlyStopping] be several times larger",
        Network + "[ReduceOnPlateau, EarlyStopping(Metric.NegativeLogLikelihood, {|RCP0309:PatienceEpochs = 5|})]");

    [Fact]
    public Task Both_at_their_defaults() => Check.MarksAsync(Network + "[ReduceOnPlateau, {|RCP0309:EarlyStopping(Metric.NegativeLogLikelihood)|}]");

    [Fact]
    public Task A_run_that_waits_longer() => Check.IsCleanAsync(Network + "[ReduceOnPlateau(PatienceEpochs = 3), EarlyStopping(Metric.NegativeLogLikelihood, PatienceEpochs = 12)]");
}
