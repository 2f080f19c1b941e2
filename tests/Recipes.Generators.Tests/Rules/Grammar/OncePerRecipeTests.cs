using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0011: two of a kind that a recipe has one of.</summary>
public class OncePerRecipeTests
{
    private const string Network = "[Input(64), Dense(10), CrossEntropy]";

    [Theory]
    [InlineData("[AdamW(1e-3), {|RCP0011:Sgd(0.1)|}]", "[AdamW] and [Sgd] are both an optimizer, and a recipe has one; remove one of them")]
    [InlineData("[AdamW(1e-3), Cosine, {|RCP0011:Linear|}]", "[Cosine] and [Linear] are both a schedule, and a recipe has one; remove one of them")]
    [InlineData("[AdamW(1e-3), InOrder, {|RCP0011:ClassBalancedSampling|}]", "[InOrder] and [ClassBalancedSampling] are both a sampler, and a recipe has one; remove one of them")]
    [InlineData("[AdamW(1e-3), EffectiveNumberWeights, {|RCP0011:InverseFrequencyWeights|}]", "[EffectiveNumberWeights] and [InverseFrequencyWeights] are both a class weighting, and a recipe has one; remove one of them")]
    [InlineData("[AdamW(1e-3), WeightNormalization, {|RCP0011:SigmaReparam|}]", "[WeightNormalization] and [SigmaReparam] are both a parametrisation of weights, and a recipe has one; remove one of them")]
    public Task Two_of_a_kind(string markup, string message) => Check.SaysAsync(message, Network + "\n" + markup);

    [Fact]
    public async Task A_method_beside_an_attribute()
    {
        string[] messages = await Check.MarksAsync("""
            [Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3)]
            public partial class Digits
            {
                [Optimizer(LearningRate = 0.1)] static Scalar {|RCP0011:Plain|}(Scalar w, Scalar g, Rate lr) => w - lr * g;
            }
            """);
        Assert.Equal("[AdamW] and 'Plain' are both an optimizer, and a recipe has one; remove one of them", Assert.Single(messages));
    }

    [Fact]
    public Task One_of_each_raises_nothing() => Check.IsCleanAsync(
        Network + "\n[ClassBalancedSampling, AdamW(1e-3), Cosine, WeightAverage, EarlyStopping(Metric.Accuracy, PatienceEpochs = 5), ConformalSets]");

    [Fact]
    public async Task Either_can_go()
    {
        const string Markup = Network + "\n[InOrder, {|RCP0011:ClassBalancedSampling|}]\n[AdamW(1e-3)]";
        Assert.Equal(["Remove [ClassBalancedSampling]", "Remove [InOrder]"], await CodeFixRunner.TitlesAsync(new RemoveAttributeFix(), Plain(Markup)));
        await Check.FixesAsync(new RemoveAttributeFix(), Markup, Network + "\n[InOrder]\n[AdamW(1e-3)]");
        await Check.FixesAsync(new RemoveAttributeFix(), Markup, Network + "\n[ClassBalancedSampling]\n[AdamW(1e-3)]", choice: 1);
    }

    [Fact]
    public Task All_of_a_document() => Check.FixesAllAsync(
        new RemoveAttributeFix(),
        Check.Recipe(Network + "\n[AdamW(1e-3)]\n[Cosine, {|RCP0011:Linear|}]\n[InOrder]\n[{|RCP0011:ClassBalancedSampling|}]"),
        Check.Recipe(Network + "\n[AdamW(1e-3)]\n[Cosine]\n[InOrder]"));

    private static string Plain(string markup) => Harness.Markup.Parse(Check.Recipe(markup)).Source;
}
