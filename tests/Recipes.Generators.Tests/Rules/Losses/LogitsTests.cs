using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Losses;

/// <summary>RCP0101, RCP0102: what stands between the last dense layer and the loss.</summary>
public class LogitsTests
{
    [Theory]
    [InlineData("Relu")]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    public Task An_activation_on_the_logits(string activation) => Check.SaysAsync(
        $"[{activation}] changes the logits of [Dense(10)] before [Squentropy] takes their softmax, so that some probabilities can no longer be reached; remove [{activation}]",
        $"[Input(64), Dense(32), Relu, Dense(10), {{|RCP0101:{activation}|}}]\n[Squentropy, AdamW(1e-3)]");

    [Fact]
    public Task The_activation_is_removed() => Check.FixesAsync(
        new RemoveAttributeFix(), "[Input(64), Dense(10)]\n[Sigmoid]\n[CrossEntropy, AdamW(1e-3)]", "[Input(64), Dense(10)]\n[CrossEntropy, AdamW(1e-3)]");

    [Fact]
    public Task All_activations_are_removed() => Check.FixesAllAsync(
        new RemoveAttributeFix(),
        "[Input(64), Dense(32), Relu,\n Dense(10), {|RCP0101:Relu|},\n {|RCP0101:LeakyRelu(NegativeSlope = 0.2)|}]\n[CrossEntropy, AdamW(1e-3)]",
        "[Input(64), Dense(32), Relu,\n Dense(10)]\n[CrossEntropy, AdamW(1e-3)]");

    // A loss of one's own may be written for what the activation makes, and a formula of one's own may be a soft cap.
    [Theory]
    [InlineData("[Recipe, Input(64), Dense(10), Sigmoid, AdamW(1e-3)] public partial class Digits { [LossTerm] static Scalar Squared(Logits z, Label y) => Sum(Square(z)) - 2 * z[y] + 1; }")]
    [InlineData("[Recipe, Input(64), Dense(10), Apply(\"Cap\"), CrossEntropy, AdamW(1e-3)] public partial class Digits { [Activation] static Scalar Cap(Scalar x) => 30 * Tanh(x / 30); }")]
    [InlineData("[Recipe, Input(64), Dense(10), CrossEntropy, LogitClip, AdamW(1e-3)] public partial class Digits;")]
    [InlineData("[Recipe, Input(64), Dense(32), Relu, Dense(10), CrossEntropy, AdamW(1e-3)] public partial class Digits;")]
    public Task Nothing_is_said_of(string recipe) => Check.IsCleanAsync(recipe);

    [Fact]
    public Task Dropout_on_the_logits() => Check.SaysAsync(
        "[Dropout(0.5)] sets logits of [Dense(10)] to 0, among them that of the true class; put it before [Dense(10)] or remove it",
        "[Input(64), Dense(10), {|RCP0102:Dropout(0.5)|}]\n[CrossEntropy, AdamW(1e-3)]");

    [Fact]
    public Task The_dropout_is_removed() => Check.FixesAsync(
        new RemoveAttributeFix(), "[Input(64), Dense(10), Dropout(0.5), CrossEntropy]\n[AdamW(1e-3)]", "[Input(64), Dense(10), CrossEntropy]\n[AdamW(1e-3)]");

    [Fact]
    public Task All_dropouts_are_removed() => Check.FixesAllAsync(
        new RemoveAttributeFix(),
        "[Input(64), Dense(10), {|RCP0102:Dropout(0.5)|}]\n[{|RCP0102:Dropout(0.2)|}]\n[CrossEntropy, AdamW(1e-3)]", "[Input(64), Dense(10)]\n[CrossEntropy, AdamW(1e-3)]");
}
