using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Optimisation;

/// <summary>RCP0310 to RCP0313: rates, the order of transforms, decay, dampening.</summary>
public class UpdateRuleTests
{
    private const string Network = "[Input(64), Dense(10)]\n";

    [Theory]
    [InlineData("AdamW", "0.1", "above", "1E-06", "0.05")]
    [InlineData("Lion", "0.01", "above", "1E-06", "0.001")]
    [InlineData("Prodigy", "0.001", "below", "0.1", "10")]
    [InlineData("Adadelta", "0.001", "below", "0.05", "10")]
    public Task A_rate_of_another_optimizer(string optimizer, string rate, string where, string least, string greatest) => Check.SaysAsync(
        $"The learning rate {rate} of [{optimizer}] is {where} what it takes, {least} to {greatest}: a rate that was found with another optimizer does not serve this one",
        Network + $"[CrossEntropy, {optimizer}({{|RCP0310:{rate}|}})]");

    [Fact]
    public async Task A_rate_of_an_optimizer_of_the_recipe_class() => Assert.StartsWith("The learning rate 1 of 'Own' is above", Assert.Single(await Check.MarksAsync("""
        [Recipe, Input(64), Dense(10), CrossEntropy]
        public partial class Digits
        {
            [Optimizer({|RCP0310:LearningRate = 1|}), UsualRate(1e-3, 0.5)] static Scalar Own(Scalar w, Scalar g, Rate lr) => w - lr * Sign(g);
        }
        """)));

    [Theory]
    [InlineData("AdamW(0.05)")]
    [InlineData("AdamW(1e-6)")]
    [InlineData("Lion(3e-4)")]
    [InlineData("Prodigy(1)")]
    [InlineData("Sgd(100)")]
    public Task A_rate_of_its_own_raises_nothing(string optimizer) => Check.IsCleanAsync(Network + $"[CrossEntropy, {optimizer}]");

    [Theory]
    [InlineData("[Centralize]", "Centralize, {|RCP0311:ClipNorm(1)|}")]
    [InlineData("[AdaptiveClip]", "AdaptiveClip, {|RCP0311:NormalizeGradient|}")]
    public async Task A_norm_of_gradients_that_were_changed_since(string first, string transforms) =>
        Assert.Contains($"looks at the norm of the gradients as they arrive ('norm'), and what it is given {first} has changed", Assert.Single(await Check.MarksAsync(Recipe(transforms + ", Sgd(0.1)"))));

    [Fact]
    public Task The_norm_first_raises_nothing() => Check.IsCleanAsync(Network + "[CrossEntropy, ClipNorm(1), Centralize, Sgd(0.1)]");

    [Theory]
    [InlineData("AdamW(1e-3)", "0.01")]
    [InlineData("Sgd(0.1, WeightDecay = 0.0005)", "0.0005")]
    public Task Decay_of_the_optimizer_and_before_it(string optimizer, string decay) => Check.SaysAsync(
        $"[{optimizer[..optimizer.IndexOf('(')]}] decays weights by WeightDecay = {decay}, and [AddDecayedWeights] does by Strength = 0.1; keep one",
        Network + $"[CrossEntropy, {{|RCP0312:AddDecayedWeights(0.1)|}}, {optimizer}]");

    [Theory]
    [InlineData("AddDecayedWeights(0.1), Sgd(0.1)")]
    [InlineData("AddDecayedWeights(0.1), AdamW(1e-3, WeightDecay = 0)")]
    [InlineData("AddDecayedWeights(0), AdamW(1e-3)")]
    public Task One_decay_raises_nothing(string update) => Check.IsCleanAsync(Network + $"[CrossEntropy, {update}]");

    [Fact]
    public Task The_decay_of_the_transform_is_removed() => Check.FixesAsync(
        new RemoveAttributeFix(), Network + "[CrossEntropy, AddDecayedWeights(0.1), AdamW(1e-3)]", Network + "[CrossEntropy, AdamW(1e-3)]");

    [Fact]
    public Task Two_decays_are_removed_at_once() => Check.FixesAllAsync(
        new RemoveAttributeFix(),
        string.Join("\n", "AB".Select(name => $"[Recipe, Input(64), Dense(10), CrossEntropy, {{|RCP0312:AddDecayedWeights(0.1)|}}, AdamW(1e-3)] public partial class {name};")),
        string.Join("\n", "AB".Select(name => $"[Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3)] public partial class {name};")));

    [Fact]
    public Task Nesterov_with_dampening() => Check.SaysAsync(
        "Dampening = 0.1 of [Sgd] takes 0.1 of each gradient out of the velocity, and Nesterov = true adds the gradient itself to it: no step of Nesterov's; remove Dampening",
        Network + "[CrossEntropy, Sgd(0.1, Momentum = 0.9, Nesterov = true, {|RCP0313:Dampening = 0.1|})]");

    [Theory]
    [InlineData("Momentum = 0.9, Dampening = 0.1")]
    [InlineData("Momentum = 0.9, Nesterov = true, Dampening = 0")]
    public Task Dampening_without_Nesterov_raises_nothing(string arguments) => Check.IsCleanAsync(Network + $"[CrossEntropy, Sgd(0.1, {arguments})]");

    [Fact]
    public Task Dampening_is_removed() => Check.FixesAsync(
        new RemoveArgumentFix(), Network + "[CrossEntropy, Sgd(0.1, Momentum = 0.9, Nesterov = true, Dampening = 0.1)]", Network + "[CrossEntropy, Sgd(0.1, Momentum = 0.9, Nesterov = true)]");

    private static string Recipe(string update) => $"[Recipe, Input(64), Dense(10), CrossEntropy, {update}] public partial class Digits;";
}
