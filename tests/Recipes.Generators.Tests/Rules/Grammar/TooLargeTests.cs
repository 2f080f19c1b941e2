namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0033: what no buffer holds.</summary>
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

    // Each of the two has 2³⁰ weights and a little: the first fits, and both together do not.
    [Fact]
    public Task Several_layers() => Check.MarksAsync("[Input(32768), Dense(32768), Relu, Dense({|RCP0033:32768|})]\n[CrossEntropy, AdamW(1e-3)]");
}
