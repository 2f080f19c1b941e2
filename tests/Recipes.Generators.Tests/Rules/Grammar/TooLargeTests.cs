namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0033, RCP0034: what no buffer holds.</summary>
public class TooLargeTests
{
    // (65,536 + 1) · 65,536 = 4,295,032,832 > 2³¹ − 1.
    [Fact]
    public Task Weights() => Check.SaysAsync(
        "With [Dense(65536)] there are 4,295,032,832 weights, and a buffer holds 2,147,483,647; make the layer smaller",
        "[Input(65536), Dense({|RCP0033:65536|}), Relu, Dense(10)]\n[CrossEntropy, AdamW(1e-3)]");

    // Two views of 1,024 rows, 2,000,000 outputs each: 4.096 · 10⁹.
    [Fact]
    public Task Outputs() => Check.SaysAsync(
        "With [Dense(2000000)] there are 4,096,000,000 outputs per step, and a buffer holds 2,147,483,647; make the layer or the batch smaller",
        "[Recipe(BatchSize = 1024), Input(8), Dense({|RCP0033:2_000_000|}), CrossEntropy, Squentropy(View = View.Mixed), RegMixup, AdamW(1e-3)] public partial class Digits;");

    // The mean predictions of 65,536 classes in 65,536 groups of rows: 2³² numbers.
    [Fact]
    public Task A_formula_with_large_buffers() => Check.SaysAsync(
        "The formula of [ConditionalMutualInformation] cannot be compiled into this recipe: it needs buffers of more than 2³¹ numbers; write it shorter or make the network smaller",
        "[Input(8), Dense(65536)]\n[CrossEntropy, {|RCP0034:ConditionalMutualInformation|}, AdamW(1e-3)]");

    [Fact]
    public Task A_formula_with_large_buffers_on_few_classes_raises_nothing() =>
        Check.IsCleanAsync("[Input(8), Dense(1000)]\n[CrossEntropy, ConditionalMutualInformation, AdamW(1e-3)]");

    // Each of the two has 2³⁰ weights and a little: the first fits, and both together do not.
    [Fact]
    public Task Several_layers() => Check.MarksAsync("[Input(32768), Dense(32768), Relu, Dense({|RCP0033:32768|})]\n[CrossEntropy, AdamW(1e-3)]");
}
