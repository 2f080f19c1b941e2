using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Losses;

/// <summary>RCP0104, RCP0107 to RCP0110: terms that do nothing.</summary>
public class TermTests
{
    private const string Frame = "[Input(64), Dense(10), AdamW(1e-3)]\n";

    [Fact]
    public Task A_term_without_weight() => Check.SaysAsync(
        "[Focal] has the weight 0 and no ramp that raises it, so that it is computed without effect; give it a weight or remove it",
        Frame + "[CrossEntropy, Focal({|RCP0104:Weight = 0|})]");

    [Fact]
    public Task A_ramp_gives_it_weight() => Check.IsCleanAsync(Frame + "[CrossEntropy, Focal(Weight = 0), Ramp(\"Focal.Weight\", To = 1)]");

    [Fact]
    public Task A_term_without_weight_is_removed() => Check.FixesAsync(
        new RemoveAttributeFix(), Frame + "[Focal(Gamma = 1, Weight = 0), CrossEntropy]", Frame + "[CrossEntropy]");

    [Fact]
    public Task All_terms_without_weight_are_removed() => Check.FixesAllAsync(
        new RemoveAttributeFix(), Frame + "[Focal({|RCP0104:Weight = 0|}), CrossEntropy, Squentropy({|RCP0104:Weight = 0.0|})]", Frame + "[CrossEntropy]");

    [Fact]
    public Task One_class() => Check.SaysAsync(
        "[Dense(1)] is the last dense layer, and the softmax of one logit is always 1, so that no loss has a gradient; give it one output per class, 2 for yes and no",
        "[Input(64), Dense(32), Relu, Dense({|RCP0107:1|}), CrossEntropy, AdamW(1e-3)]");

    [Fact]
    public Task One_hidden_unit_raises_nothing() => Check.IsCleanAsync("[Input(64), Dense(1), Relu, Dense(2), CrossEntropy, AdamW(1e-3)]");

    [Theory]
    [InlineData("PredictionDiversity")]
    [InlineData("ConditionalMutualInformation")]
    public Task A_mean_over_one_row(string term) => Check.SaysAsync(
        $"[{term}] takes a mean over the batch, and BatchSize = 1 makes it the row itself; use a larger batch or remove the term",
        $"[Recipe(BatchSize = 1), Input(64), Dense(10), CrossEntropy, {{|RCP0108:{term}|}}, AdamW(1e-3)] public partial class Digits;");

    [Theory]
    [InlineData("[Recipe(BatchSize = 1), Input(64), Dense(10), CrossEntropy, AdamW(1e-3)] public partial class Digits;")]
    [InlineData("[Recipe(BatchSize = 2), Input(64), Dense(10), CrossEntropy, PredictionDiversity, AdamW(1e-3)] public partial class Digits;")]
    public Task A_batch_of_more_or_a_term_per_row_raises_nothing(string recipe) => Check.IsCleanAsync(recipe);

    [Fact]
    public Task No_term_looks_at_the_label() => Check.SaysAsync(
        "[EarlyLearning] never looks at the label and no other term does, so that no class is learned; add a loss on labels, for example [CrossEntropy]",
        Frame + "[{|RCP0109:EarlyLearning|}, PredictionDiversity]");

    [Fact]
    public Task A_method_that_does_not_look_at_the_label() => Check.MarksAsync(
        "[Recipe, Input(64), Dense(10), AdamW(1e-3)] public partial class Digits { [LossTerm] static Scalar {|RCP0109:Confidence|}(Logits z, Label y) => Square(Max(Softmax(z))); }");

    [Theory]
    [InlineData("CrossEntropy, EarlyLearning")]
    [InlineData("ConditionalMutualInformation, PredictionDiversity")]
    public Task One_term_that_does_is_enough(string terms) => Check.IsCleanAsync(Frame + "[" + terms + "]");

    [Fact]
    public Task Weights_between_one_term() => Check.SaysAsync(
        "[UncertaintyWeights] balances terms, and the recipe has only [CrossEntropy], whose gradient it merely rescales; add a term or remove [UncertaintyWeights]",
        Frame + "[CrossEntropy, {|RCP0110:UncertaintyWeights|}]");

    [Fact]
    public Task Weights_between_one_term_are_removed() => Check.FixesAsync(
        new RemoveAttributeFix(), Frame + "[UncertaintyWeights, CrossEntropy]", Frame + "[CrossEntropy]");

    [Fact]
    public Task Weights_between_two_terms_raise_nothing() => Check.IsCleanAsync(Frame + "[CrossEntropy, Squentropy, UncertaintyWeights]");
}
