using Recipes.CodeFixes;
using Recipes.Generators.Rules.Calibration;
using Recipes.Training;

namespace Recipes.Generators.Tests.Rules.Losses;

/// <summary>RCP0113 to RCP0116, RCP0403: regressions and several labels.</summary>
public class TaskTests
{
    private const string Squares = "MeanSquaredError, AdamW(1e-3)";

    [Theory]
    [InlineData("Targets(1), {|RCP0113:MultiLabel|}")]
    [InlineData("MultiLabel, {|RCP0113:Targets(1)|}")]
    public Task A_recipe_learns_one_thing(string declarations) => Check.SaysAsync(
        "[Targets] makes the recipe a regression and [MultiLabel] one of several labels, and its one output cannot be both; remove one",
        $"[Input(4), Dense(1), {Squares}, {declarations}]");

    [Fact]
    public Task Either_can_go() => Check.FixesAsync(
        new RemoveAttributeFix(), $"[Input(4), Dense(1), {Squares}]\n[Targets(1), {{|RCP0113:MultiLabel|}}]", $"[Input(4), Dense(1), {Squares}]\n[Targets(1)]");

    [Theory]
    [InlineData(3, 2, 2)]
    [InlineData(1, 2, 2)]
    [InlineData(4, 2, 2)]
    public Task The_last_layer_fits_the_targets(int width, int targets, int wanted) => Check.SaysAsync(
        $"[Dense({width})] has {width} outputs, and [MeanSquaredError] takes 1 for each of [Targets({targets})]; end the layers with [Dense({wanted})]",
        $"[Input(4), Dense({{|RCP0114:{width}|}}), {Squares}, Targets({targets})]");

    [Fact]
    public Task A_loss_that_takes_two_outputs_for_each_target_gets_them() => Check.SaysAsync(
        "[Dense(3)] has 3 outputs, and 'Spread' takes 2 for each of [Targets(2)]; end the layers with [Dense(4)]",
        "[Recipe, Input(4), Dense({|RCP0114:3|}), AdamW(1e-3), Targets(2)] public partial class A { [LossTerm] static Scalar Spread(Outputs mean, Outputs logVariance, Targets y) => Mean(Square(y - mean) * Exp(-logVariance) + logVariance); }");

    [Fact]
    public Task One_target_is_not_several() => Check.SaysAsync(
        "'Mine' is given the one target of a row ('y'), and the recipe has 2; use a loss over Targets",
        "[Recipe, Input(4), Dense(2), AdamW(1e-3), Targets(2)] public partial class A { [LossTerm] static Scalar {|RCP0115:Mine|}(Outputs z, Target y) => Mean(Square(z - y)); }");

    [Theory]
    [InlineData("Targets(1)", "InverseFrequencyWeights", "weighs each row by its class", "predicts numbers")]
    [InlineData("Targets(1)", "ClassBalancedSampling", "draws classes equally often", "predicts numbers")]
    [InlineData("Targets(1)", "TemperatureScaling", "calibrates the probabilities of classes", "predicts numbers")]
    [InlineData("Targets(1)", "ConformalSets", "makes sets of classes", "predicts numbers")]
    [InlineData("Targets(1)", "LogitClip", "changes logits", "predicts numbers")]
    public Task What_classes_have_is_refused_in_a_regression(string task, string declaration, string does, string learns) => Check.SaysAsync(
        $"[{declaration}] {does}, and the recipe {learns}; remove [{declaration}]", $"[Input(4), Dense(1), {Squares}, {task}, {{|RCP0116:{declaration}|}}]");

    [Fact]
    public async Task What_targets_have_is_refused_elsewhere()
    {
        await Check.SaysAsync(
            "[StandardizeTargets] prepares the targets of a regression, and the recipe tells classes apart; remove [StandardizeTargets]",
            "[Input(4), Dense(3), CrossEntropy, AdamW(1e-3), {|RCP0116:StandardizeTargets|}]");
        await Check.FixesAsync(
            new RemoveAttributeFix(), "[Input(4), Dense(3), CrossEntropy, AdamW(1e-3), {|RCP0116:StandardizeTargets|}]", "[Input(4), Dense(3), CrossEntropy, AdamW(1e-3)]");
    }

    [Fact]
    public async Task A_whole_regression_raises_nothing() => Assert.Empty(await Check.MarksAsync(
        $"[Input(4), Dense(8), Relu, Dense(1), {Squares}, Targets(1), Standardize, StandardizeTargets, InOrder, EarlyStopping(Metric.RSquared, PatienceEpochs = 3)]"));

    [Theory]
    [InlineData("CrossEntropy", "", "Metric.RSquared", "RSquared", "tells classes apart", "Metric.NegativeLogLikelihood")]
    [InlineData("MeanSquaredError", ", Targets(3)", "Metric.Accuracy", "Accuracy", "predicts numbers", "Metric.RootMeanSquaredError")]
    public Task A_watched_metric_is_measured(string loss, string task, string metric, string name, string learns, string instead) => Check.SaysAsync(
        $"Metric.{name} is not measured where a recipe {learns}; watch {instead}",
        $"[Recipe(Epochs = 30), Input(4), Dense(3), {loss}, AdamW(1e-3){task}, EarlyStopping({{|RCP0403:{metric}|}}, PatienceEpochs = 3)] public partial class Digits;");

    [Fact]
    public async Task A_likelihood_is_measured_where_there_is_one()
    {
        const string Recipe = "[Recipe(Epochs = 30), Input(4), Dense(2), AdamW(1e-3), Targets(2), EarlyStopping({0}, PatienceEpochs = 3)] public partial class A { [LossTerm{1}] static Scalar Density(Outputs z, Targets y) => Mean(Square(z - y)); }";
        await Check.SaysAsync(
            "Metric.NegativeLogLikelihood is not measured where a recipe predicts numbers; watch Metric.RootMeanSquaredError",
            Recipe.Replace("{0}", "{|RCP0403:Metric.NegativeLogLikelihood|}").Replace("{1}", ""));
        Assert.Empty(await Check.MarksAsync(Recipe.Replace("{0}", "Metric.NegativeLogLikelihood").Replace("{1}", ", Likelihood")));
    }

    [Fact]
    public void The_rule_knows_the_metrics_of_each_task()
    {
        Assert.Equal(Enum.GetNames<Metric>(), MetricOfOtherTaskRule.Names);
        foreach (RecipeTask task in Enum.GetValues<RecipeTask>())
            Assert.Equal(
                Recipes.Metrics.Of(task),
                Enum.GetValues<Metric>().Where(metric => MetricOfOtherTaskRule.Measures(Enum.Parse<Recipes.Generators.Reading.LearnedTask>(task.ToString()), (int)metric)));
    }

    [Fact]
    public Task No_term_looks_at_the_targets() => Check.SaysAsync(
        "'Small' never looks at the targets and no other term does, so that no number is learned; add a loss on targets, for example [MeanSquaredError]",
        "[Recipe, Input(4), Dense(1), AdamW(1e-3), Targets(1)] public partial class A { [LossTerm] static Scalar {|RCP0109:Small|}(Outputs z) => Mean(Square(z)); }");

    [Fact]
    public async Task One_output_is_enough_for_a_number()
    {
        Assert.Empty(await Check.MarksAsync($"[Input(4), Dense(1), {Squares}, Targets(1)]"));
        Assert.Empty(await Check.MarksAsync(
            "[Recipe, Input(4), Dense(1), AdamW(1e-3), MultiLabel] public partial class A { [LossTerm] static Scalar Yes(Logits z, MultiLabel y) => Sum(Softplus(z) - y * z); }"));
    }
}
