using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0035 to RCP0039: what a layer cannot take.</summary>
public class ShapeTests
{
    private const string Rest = "\n[CrossEntropy, AdamW(1e-3)]";

    [Theory]
    [InlineData("[Input(1, 28, 28), Conv(16, 3), Relu, MaxPool(2), Conv(32, 3), Relu, MaxPool(2), Flatten, Dense(10)]")]
    [InlineData("[Input(3, 100), Conv(8, 5, Stride = 2, Padding = 2), Silu, AveragePool(2), Conv(8, 3, Dilation = 2, Groups = 8), Relu, GlobalAveragePool, Flatten, Dense(10)]")]
    [InlineData("[Input(3, 8, 8), Flatten, Dense(32), Relu, Dense(10)]")]
    [InlineData("[Input(3, 8, 8), Dropout(0.1), MaxPool(2), Prelu, Conv(4, 4), LeakyRelu, Flatten, LayerNorm, Dense(10)]")]
    [InlineData("[Input(64), Flatten, Dense(10)]")]
    [InlineData("[Input(1, 3, 3), Conv(2, 5, Padding = 1), Relu, MaxPool(1), Flatten, Dense(10)]")]
    public Task Shapes_that_fit_raise_nothing(string layers) => Check.IsCleanAsync(layers + Rest);

    [Fact]
    public Task A_convolution_of_features() => Check.SaysAsync(
        "[Conv] works on an image or a sequence, and 64 features come in; begin with [Input(channels, height, width)] or [Input(channels, length)] and put [Conv] before [Flatten] and [Dense]",
        "[Input(64), {|RCP0035:Conv(8, 3)|}, Relu, Dense(10)]" + Rest);

    [Theory]
    [InlineData("[Input(1, 8, 8), Flatten, {|RCP0035:MaxPool(2)|}, Dense(10)]")]
    [InlineData("[Input(8, 8), Flatten, {|RCP0035:AveragePool(2)|}, Dense(10)]")]
    [InlineData("[Input(64), {|RCP0035:GlobalAveragePool|}, Dense(10)]")]
    public Task Other_layers_that_need_pixels(string layers) => Check.MarksAsync(layers + Rest);

    [Fact]
    public Task A_dense_layer_of_an_image() => Check.SaysAsync(
        "[Dense] works on a row of features, and an image of 8 × 6 × 6 comes in; put [Flatten] before it",
        "[Input(1, 8, 8), Conv(8, 3), Relu, {|RCP0036:Dense(10)|}]" + Rest);

    [Fact]
    public Task A_row_wise_layer_of_a_sequence() => Check.SaysAsync(
        "[LayerNorm] works on a row of features, and a sequence of 8 × 30 comes in; put [Flatten] before it",
        "[Input(2, 32), Conv(8, 3), {|RCP0036:LayerNorm|}, Relu, Flatten, Dense(10)]" + Rest);

    [Fact]
    public Task Flatten_is_put_in() => Check.FixesAsync(
        new InsertFlattenFix(), "[Input(1, 8, 8), Conv(8, 3), Relu, {|RCP0036:Dense(10)|}]" + Rest, "[Input(1, 8, 8), Conv(8, 3), Relu, Flatten, Dense(10)]" + Rest);

    [Fact]
    public Task Flatten_is_put_in_everywhere() => Check.FixesAllAsync(
        new InsertFlattenFix(),
        "[Recipe, Input(1, 8, 8), {|RCP0036:Dense(10)|}, CrossEntropy, AdamW(1e-3)] public partial class A;\n[Recipe, Input(8, 8), {|RCP0036:Dense(10)|}, CrossEntropy, AdamW(1e-3)] public partial class B;",
        "[Recipe, Input(1, 8, 8), Flatten, Dense(10), CrossEntropy, AdamW(1e-3)] public partial class A;\n[Recipe, Input(8, 8), Flatten, Dense(10), CrossEntropy, AdamW(1e-3)] public partial class B;");

    // Two taps that are three pixels apart reach over four; 3 + 2·0 pixels are there.
    [Fact]
    public Task A_window_larger_than_the_image() => Check.SaysAsync(
        "The window of [Conv] reaches over 4 × 4 pixels, and what comes in has 3 × 8, padding included; make the window smaller or add padding",
        "[Input(1, 3, 8), Conv(8, {|RCP0037:2|}, Dilation = 3), Relu, Flatten, Dense(10)]" + Rest);

    [Fact]
    public Task A_window_larger_than_the_sequence() => Check.SaysAsync(
        "The window of [MaxPool] reaches over 9 pixels, and what comes in has 8, padding included; make the window smaller or add padding",
        "[Input(1, 6), MaxPool({|RCP0037:9|}, Padding = 1), Flatten, Dense(10)]" + Rest);

    [Fact]
    public Task Groups_that_do_not_divide_what_comes_in() => Check.SaysAsync(
        "Groups = 3 does not divide the 8 channels that come into [Conv]; take a divisor of 8 and 12",
        "[Input(8, 8, 8), Conv(12, 3, {|RCP0038:Groups = 3|}), Relu, Flatten, Dense(10)]" + Rest);

    [Fact]
    public Task Groups_that_do_not_divide_what_goes_out() => Check.SaysAsync(
        "Groups = 4 does not divide the 10 channels that go out of [Conv]; take a divisor of 8 and 10",
        "[Input(8, 8, 8), Conv(10, 3, {|RCP0038:Groups = 4|}), Relu, Flatten, Dense(10)]" + Rest);

    [Fact]
    public Task Padding_beyond_half_a_window() => Check.SaysAsync(
        "Padding = 2 is more than half of the window of 3 in [MaxPool], so that windows would hold nothing but padding; take 1 or less",
        "[Input(1, 8, 8), MaxPool(3, {|RCP0039:Padding = 2|}), Flatten, Dense(10)]" + Rest);

    // What a misspelt layer makes of the shape is not known, and the compiler has said so.
    [Fact]
    public Task A_misspelt_layer_raises_nothing_more() => Check.MarksAsync("[Input(1, 8, 8), Fltten, Dense(10)]" + Rest);

    // 2 views of 64 rows of 4,096 × 70 × 70 outputs: 2.57 · 10⁹.
    [Fact]
    public Task A_convolution_that_no_buffer_holds() => Check.SaysAsync(
        "With [Conv(4096)] there are 2,569,011,200 outputs per step, and a buffer holds 2,147,483,647; make the layer or the batch smaller",
        "[Recipe(BatchSize = 64), Input(1, 70, 70), Conv({|RCP0033:4096|}, 1), Relu, Flatten, Dense(2), CrossEntropy, Squentropy(View = View.Mixed), RegMixup, AdamW(1e-3)] public partial class Digits;");

    [Fact]
    public Task Two_dense_layers_behind_an_image_are_a_linear_pair() =>
        Check.MarksAsync("[Input(1, 8, 8), Flatten, Dense(64), {|RCP0032:Dense(10)|}]" + Rest);
}
