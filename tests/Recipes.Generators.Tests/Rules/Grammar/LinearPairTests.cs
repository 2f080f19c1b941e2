namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0032: two dense layers with nothing between.</summary>
public class LinearPairTests
{
    private const string Rest = "\n[CrossEntropy, AdamW(1e-3)]";

    [Fact]
    public Task Two_layers_in_a_row() => Check.SaysAsync(
        "[Dense(128)] feeds [Dense(10)] with no activation between, and two linear maps in a row are one; add an activation, for example [Relu], or remove a layer",
        "[Input(64), Dense(128), {|RCP0032:Dense(10)|}]" + Rest);

    [Fact]
    public Task Dropout_between_is_no_activation() => Check.MarksAsync("[Input(64), Dense(32), Relu, Dense(128), Dropout(0.1), {|RCP0032:Dense(10)|}]" + Rest);

    // W of rank 4 in 64 × 10 has (64 + 10)·4 numbers instead of 640: that is what a factorisation is for.
    [Fact]
    public Task A_bottleneck_raises_nothing() => Check.IsCleanAsync("[Input(64), Dense(4), Dense(10)]" + Rest);

    [Theory]
    [InlineData("Relu")]
    [InlineData("RmsNorm")]
    [InlineData("Dropout(0.1), Tanh")]
    public Task Something_between_raises_nothing(string layer) => Check.IsCleanAsync($"[Input(64), Dense(128), {layer}, Dense(10)]" + Rest);
}
