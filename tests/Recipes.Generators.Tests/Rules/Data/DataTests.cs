using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Data;

/// <summary>RCP0201, RCP0203, RCP0216: what is drawn and what is dropped.</summary>
public class DataTests
{
    private const string Rest = "\n[CrossEntropy, AdamW(1e-3)]";

    [Fact]
    public Task Dropout_of_nothing() => Check.SaysAsync(
        "[Dropout(0)] drops nothing and no ramp raises its rate; give it a rate or remove it",
        "[Input(64), Dense(32), Relu, {|RCP0201:Dropout(0.0)|}, Dense(10)]" + Rest);

    [Fact]
    public Task A_ramp_gives_it_a_rate() => Check.IsCleanAsync("[Input(64), Dense(32), Relu, Dropout(0), Dense(10), Ramp(\"Dropout.Rate\", To = 0.5)]" + Rest);

    [Fact]
    public Task Dropout_of_nothing_is_removed() => Check.FixesAllAsync(
        new RemoveAttributeFix(),
        "[Input(64), {|RCP0201:Dropout(0)|}, Dense(32), Relu, {|RCP0201:Dropout(0)|}, Dense(10)]" + Rest, "[Input(64), Dense(32), Relu, Dense(10)]" + Rest);

    [Fact]
    public Task Dropout_among_units_that_keep_their_variance() => Check.SaysAsync(
        "[Dropout] sets values to 0, which shifts the mean and raises the variance that [Selu] is made to keep; remove it, or use another activation",
        "[Input(64), Dense(32), Selu, {|RCP0203:Dropout(0.1)|}, Dense(10)]" + Rest);

    [Fact]
    public Task Either_of_them_alone() => Check.IsCleanAsync("[Input(64), Dense(32), Selu, Dense(32), Elu, Dense(10)]" + Rest);

    [Fact]
    public Task Rows_mixed_with_themselves() => Check.SaysAsync(
        "[RegMixup] mixes each row with another of its batch, and BatchSize = 1 leaves only the row itself; use a larger batch or remove [RegMixup]",
        "[Recipe(BatchSize = 1), Input(64), Dense(10), CrossEntropy, Squentropy(View = View.Mixed), {|RCP0202:RegMixup|}, AdamW(1e-3)] public partial class Digits;");

    [Fact]
    public Task Sampling_and_weights() => Check.SaysAsync(
        "[ClassBalancedSampling] draws rare classes more often and [EffectiveNumberWeights] weighs their rows more, so that an imbalance of 9:1 is corrected as if it were 81:1; remove one",
        "[Input(64), Dense(10)]\n[ClassBalancedSampling, {|RCP0216:EffectiveNumberWeights(Beta = 0.99)|}]" + Rest);

    [Fact]
    public async Task Weights_of_ones_own_and_sampling()
    {
        string[] messages = await Check.MarksAsync("""
            [Recipe, Input(64), Dense(10), ClassBalancedSampling, CrossEntropy, AdamW(1e-3)]
            public partial class Digits
            {
                [Weighting] static Scalar {|RCP0216:Rare|}(ClassCount n) => 1 / n;
            }
            """);
        Assert.StartsWith("[ClassBalancedSampling] draws rare classes more often and 'Rare' weighs", Assert.Single(messages));
    }

    [Fact]
    public async Task Either_correction_can_go()
    {
        const string Bad = "[Input(64), Dense(10)]\n[InverseFrequencyWeights, {|RCP0216:ClassBalancedSampling|}]" + Rest;
        Assert.Equal(
            ["Remove [ClassBalancedSampling]", "Remove [InverseFrequencyWeights]"],
            await CodeFixRunner.TitlesAsync(new RemoveAttributeFix(), Harness.Markup.Parse(Check.Recipe(Bad)).Source));
        await Check.FixesAsync(new RemoveAttributeFix(), Bad, "[Input(64), Dense(10)]\n[InverseFrequencyWeights]" + Rest);
        await Check.FixesAsync(new RemoveAttributeFix(), Bad, "[Input(64), Dense(10)]\n[ClassBalancedSampling]" + Rest, choice: 1);
    }

    [Theory]
    [InlineData(0, "ClassBalancedSampling")]
    [InlineData(1, "InverseFrequencyWeights")]
    public Task All_corrections_of_a_document_go_one_way(int choice, string left) => Check.FixesAllAsync(
        new RemoveAttributeFix(),
        string.Join("\n", "ABC".Select(name => $"[Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3)]\n[ClassBalancedSampling, {{|RCP0216:InverseFrequencyWeights|}}]\npublic partial class {name};")),
        string.Join("\n", "ABC".Select(name => $"[Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3)]\n[{left}]\npublic partial class {name};")),
        choice);

    [Theory]
    [InlineData("ClassBalancedSampling, Focal")]
    [InlineData("InOrder, InverseFrequencyWeights")]
    public Task One_correction_raises_nothing(string declarations) => Check.IsCleanAsync($"[Input(64), Dense(10)]\n[{declarations}]" + Rest);
}
