using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Losses;

/// <summary>RCP0103, RCP0105, RCP0106: label smoothing.</summary>
public class SmoothingTests
{
    // 1 − 0.9 + 0.9/10 = 0.19 for the true class, 0.9/10 = 0.09 for each other.
    [Fact]
    public Task Smoothing_that_leaves_no_lead() => Check.SaysAsync(
        "LabelSmoothing = 0.9 with 10 classes makes the target of the true class 0.19 and that of the others 0.09; use less than (K − 1)/K = 0.9, commonly 0.1",
        "[Input(64), Dense(10)]\n[CrossEntropy({|RCP0103:LabelSmoothing = 0.9|}), AdamW(1e-3)]");

    [Theory]
    [InlineData(10, 0.89)]
    [InlineData(2, 0.49)]
    [InlineData(2, 0.0)]
    public Task Smoothing_below_the_bound_raises_nothing(int classes, double smoothing) =>
        Check.IsCleanAsync(FormattableString.Invariant($"[Input(64), Dense({classes})]\n[CrossEntropy(LabelSmoothing = {smoothing}), AdamW(1e-3)]"));

    [Fact]
    public Task Smoothing_beside_class_weights() => Check.SaysAsync(
        "LabelSmoothing = 0.1 and [EffectiveNumberWeights] work on the same loss, so that the pull towards uniform predictions is as uneven as the class weights; remove one",
        "[Input(64), Dense(10)]\n[CrossEntropy({|RCP0105:LabelSmoothing = 0.1|}), EffectiveNumberWeights, AdamW(1e-3)]");

    [Fact]
    public Task Smoothing_beside_class_weights_is_removed() => Check.FixesAllAsync(
        new RemoveArgumentFix(),
        "[Input(64), Dense(10)]\n[CrossEntropy({|RCP0105:LabelSmoothing = 0.1|}), CrossEntropy(Name = \"Late\", {|RCP0105:LabelSmoothing = 0.2|}, From = 0.5)]\n[EffectiveNumberWeights, AdamW(1e-3)]",
        "[Input(64), Dense(10)]\n[CrossEntropy, CrossEntropy(Name = \"Late\", From = 0.5)]\n[EffectiveNumberWeights, AdamW(1e-3)]");

    [Theory]
    [InlineData("CrossEntropy, EffectiveNumberWeights")]
    [InlineData("CrossEntropy(LabelSmoothing = 0), InverseFrequencyWeights")]
    [InlineData("CrossEntropy(LabelSmoothing = 0.1), ClassBalancedSampling")]
    public Task One_of_them_raises_nothing(string declarations) => Check.IsCleanAsync($"[Input(64), Dense(10)]\n[{declarations}, AdamW(1e-3)]");

    [Fact]
    public Task Smoothing_of_mixed_labels() => Check.SaysAsync(
        "LabelSmoothing = 0.1 softens labels that View = View.Mixed has softened already, and the two add up to underconfident predictions; remove one",
        "[Input(64), Dense(10)]\n[CrossEntropy, CrossEntropy(Name = \"Mixed\", View = View.Mixed, {|RCP0106:LabelSmoothing = 0.1|})]\n[RegMixup, AdamW(1e-3)]");

    [Fact]
    public Task Smoothing_of_mixed_labels_is_removed() => Check.FixesAsync(
        new RemoveArgumentFix(),
        "[Input(64), Dense(10)]\n[CrossEntropy(View = View.Mixed, LabelSmoothing = 0.1)]\n[RegMixup, AdamW(1e-3)]",
        "[Input(64), Dense(10)]\n[CrossEntropy(View = View.Mixed)]\n[RegMixup, AdamW(1e-3)]");

    [Fact]
    public Task Smoothing_of_the_clean_view_alone_raises_nothing() => Check.IsCleanAsync(
        "[Input(64), Dense(10)]\n[CrossEntropy(LabelSmoothing = 0.1), CrossEntropy(Name = \"Mixed\", View = View.Mixed)]\n[RegMixup, AdamW(1e-3)]");
}
