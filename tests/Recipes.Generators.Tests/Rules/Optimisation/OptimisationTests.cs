using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Optimisation;

/// <summary>RCP0301, RCP0304 to RCP0307: windows, decay, momentum, clipping.</summary>
public class OptimisationTests
{
    private const string Network = "[Input(64), Dense(10)]\n";

    [Theory]
    [InlineData("{|RCP0301:From = 0.5|}, Until = 0.5", "0.5", "0.5")]
    [InlineData("{|RCP0301:From = 1|}", "1", "1")]
    [InlineData("{|RCP0301:Until = 0|}", "0", "0")]
    public Task A_term_that_never_acts(string arguments, string from, string until) => Check.SaysAsync(
        $"[Focal] acts from {from} of the run until {until}, so that it never does; make From less than Until",
        Network + $"[CrossEntropy, Focal({arguments}), AdamW(1e-3)]");

    [Fact]
    public Task A_term_of_a_part_of_the_run_raises_nothing() => Check.IsCleanAsync(Network + "[CrossEntropy(Until = 0.5), Focal(From = 0.5), AdamW(1e-3)]");

    [Fact]
    public Task Decay_in_Adam() => Check.SaysAsync(
        "WeightDecay = 0.01 of [Adam] is divided by each weight's gradient size, so that weights with large gradients hardly decay; use [AdamW]",
        Network + "[CrossEntropy, Adam(1e-3, {|RCP0304:WeightDecay = 0.01|})]");

    [Fact]
    public Task AdamW_takes_its_place() => Check.FixesAsync(
        new UseOtherAttributeFix(), Network + "[CrossEntropy, Recipes.Adam(1e-3, WeightDecay = 0.01)]", Network + "[CrossEntropy, Recipes.AdamW(1e-3, WeightDecay = 0.01)]");

    [Fact]
    public Task AdamW_takes_all_places() => Check.FixesAllAsync(
        new UseOtherAttributeFix(),
        string.Join("\n", "AB".Select(name => $"[Recipe, Input(64), Dense(10), CrossEntropy, Adam(1e-3, {{|RCP0304:WeightDecay = 0.01|}})] public partial class {name};")),
        string.Join("\n", "AB".Select(name => $"[Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3, WeightDecay = 0.01)] public partial class {name};")));

    [Theory]
    [InlineData("Adam(1e-3)")]
    [InlineData("Adam(1e-3, WeightDecay = 0)")]
    [InlineData("AdamW(1e-3, WeightDecay = 0.01)")]
    [InlineData("Sgd(0.1, WeightDecay = 5e-4)")]
    public Task Decay_elsewhere_raises_nothing(string optimizer) => Check.IsCleanAsync(Network + $"[CrossEntropy, {optimizer}]");

    [Theory]
    [InlineData("{|RCP0306:Nesterov = true|}")]
    [InlineData("Momentum = 0, {|RCP0306:Nesterov = true|}")]
    public Task Nesterov_without_momentum(string arguments) => Check.SaysAsync(
        "Nesterov = true of [Sgd] looks ahead along a momentum that is 0 and changes nothing; set Momentum, commonly 0.9, or remove Nesterov",
        Network + $"[CrossEntropy, Sgd(0.1, {arguments})]");

    [Fact]
    public Task Nesterov_is_removed() => Check.FixesAsync(
        new RemoveArgumentFix(), Network + "[CrossEntropy, Sgd(0.1, Nesterov = true)]", Network + "[CrossEntropy, Sgd(0.1)]");

    [Theory]
    [InlineData("Sgd(0.1, Momentum = 0.9, Nesterov = true)")]
    [InlineData("Sgd(0.1, Nesterov = false)")]
    [InlineData("Sgd(0.1, Nesterov = true), Ramp(\"Sgd.Momentum\", To = 0.9)")]
    public Task Nesterov_with_momentum_raises_nothing(string optimizer) => Check.IsCleanAsync(Network + $"[CrossEntropy, {optimizer}]");

    [Fact]
    public async Task Two_clips()
    {
        string[] messages = await Check.MarksAsync("""
            [Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3), ClipNorm(1)]
            public partial class Digits
            {
                [GradientTransform] static Scalar {|RCP0305:ClipSpikes|}(Scalar g, double maximum = 1) => Clamp(g, -maximum, maximum);
            }
            """);
        Assert.Equal(
            "[ClipNorm] and 'ClipSpikes' both clip the gradient, and which of them acts depends on their order and on each other's threshold; keep one", Assert.Single(messages));
    }

    [Fact]
    public Task Two_clips_of_the_library() => Check.SaysAsync(
        "[ClipNorm] and [ClipValue] both clip the gradient, and which of them acts depends on their order and on each other's threshold; keep one",
        Network + "[CrossEntropy, AdamW(1e-3), ClipNorm(1), {|RCP0305:ClipValue(0.5)|}]");

    [Fact]
    public Task One_clip_among_transforms_raises_nothing() => Check.IsCleanAsync("""
        [Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3), ClipNorm(1)]
        public partial class Digits
        {
            [GradientTransform] static Scalar Halve(Scalar g) => g / 2;
        }
        """);

    [Theory]
    [InlineData("Optimizer", "Plain", "{|RCP0307:Plain|}", "0")]
    [InlineData("Optimizer({|RCP0307:LearningRate = -1|})", "Plain", "Plain", "-1")]
    public Task An_optimizer_without_a_rate(string mark, string name, string method, string rate) => Check.SaysAsync(
        $"The learning rate of '{name}' is {rate}, so that no weight ever moves; write [Optimizer(LearningRate = …)] with a value above 0",
        $"[Recipe, Input(64), Dense(10), CrossEntropy] public partial class Digits {{ [{mark}] static Scalar {method}(Scalar w, Scalar g, Rate lr) => w - lr * g; }}");

    [Fact]
    public Task An_optimizer_with_a_rate_raises_nothing() => Check.IsCleanAsync(
        "[Recipe, Input(64), Dense(10), CrossEntropy] public partial class Digits { [Optimizer(LearningRate = 0.1)] static Scalar Plain(Scalar w, Scalar g, Rate lr) => w - lr * g; }");
}
