using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Losses;

/// <summary>RCP0119 to RCP0125: losses that need, double or undo what stands beside them.</summary>
public class PairedLossTests
{
    private static string With(string declarations) => $"[Input(64), Dense(10)]\n[{declarations}]\n[AdamW(1e-3)]";

    [Fact]
    public Task A_normalised_loss_alone() => Check.SaysAsync(
        "[NormalizedFocal] is bounded for wrong labels and alone leaves right ones half learned, too; add a passive loss such as [ReverseCrossEntropy]",
        With("{|RCP0119:NormalizedFocal|}, NormalizedCrossEntropy"));

    [Theory]
    [InlineData("NormalizedCrossEntropy, ReverseCrossEntropy")]
    [InlineData("NormalizedCrossEntropy, CrossEntropy(Weight = 0.1)")]
    [InlineData("ReverseCrossEntropy, CrossEntropy")]
    public Task A_normalised_loss_with_another_raises_nothing(string terms) => Check.IsCleanAsync(With(terms));

    [Fact]
    public Task One_loss_under_two_names() => Check.SaysAsync(
        "[ReverseCrossEntropy] is [ProbabilityMeanAbsoluteError] times a constant, so that both are one loss with another weight; remove one",
        With("CrossEntropy, ReverseCrossEntropy, {|RCP0120:ProbabilityMeanAbsoluteError|}"));

    [Fact]
    public Task One_of_the_two_is_removed() => Check.FixesAsync(
        new RemoveAttributeFix(),
        With("CrossEntropy, ReverseCrossEntropy, {|RCP0120:ProbabilityMeanAbsoluteError|}"),
        With("CrossEntropy, ReverseCrossEntropy"));

    [Theory]
    [InlineData("BalancedSoftmax, {|RCP0121:ClassBalancedSampling|}", "[BalancedSoftmax]", "[ClassBalancedSampling]")]
    [InlineData("BalancedSoftmax, {|RCP0121:EffectiveNumberWeights|}", "[BalancedSoftmax]", "[EffectiveNumberWeights]")]
    [InlineData("InverseFrequencyWeights, {|RCP0121:LogitAdjustedCrossEntropy|}", "[LogitAdjustedCrossEntropy]", "[InverseFrequencyWeights]")]
    public Task An_imbalance_that_is_corrected_twice(string declarations, string loss, string other) => Check.SaysAsync(
        $"{loss} moves the logits by how frequent each class is and {other} makes rare classes count more, so that an imbalance of 9:1 is corrected as if it were 81:1; remove one",
        With(declarations));

    [Fact]
    public Task The_later_correction_is_removed() => Check.FixesAsync(
        new RemoveAttributeFix(), With("BalancedSoftmax, {|RCP0121:ClassBalancedSampling|}"), With("BalancedSoftmax"));

    [Fact]
    public Task An_adjustment_to_classes_that_are_drawn_alike() => Check.SaysAsync(
        "[LogitAdjustedCrossEntropy] moves the logits by how often each class is drawn, and [ClassBalancedSampling] draws all equally often, so that it is [CrossEntropy]; remove one",
        With("LogitAdjustedCrossEntropy, {|RCP0122:ClassBalancedSampling|}"));

    [Fact]
    public Task Sampling_that_undoes_the_adjustment_is_removed() => Check.FixesAsync(
        new RemoveAttributeFix(), With("LogitAdjustedCrossEntropy, {|RCP0122:ClassBalancedSampling|}"), With("LogitAdjustedCrossEntropy"));

    [Theory]
    [InlineData("BalancedSoftmax")]
    [InlineData("LogitAdjustedCrossEntropy")]
    [InlineData("CrossEntropy, ClassBalancedSampling")]
    public Task One_correction_raises_nothing(string declarations) => Check.IsCleanAsync(With(declarations));

    [Fact]
    public Task Smoothing_beside_a_teacher() => Check.SaysAsync(
        "LabelSmoothing = 0.1 pulls towards equal probabilities of the wrong classes, and [KnowledgeDistillation] teaches which of them are more alike; remove the smoothing",
        With("CrossEntropy({|RCP0123:LabelSmoothing = 0.1|}), KnowledgeDistillation, TeacherLogits"));

    [Fact]
    public Task Smoothing_beside_a_teacher_is_removed() => Check.FixesAsync(
        new RemoveArgumentFix(),
        With("CrossEntropy({|RCP0123:LabelSmoothing = 0.1|}), KnowledgeDistillation, TeacherLogits"),
        With("CrossEntropy, KnowledgeDistillation, TeacherLogits"));

    [Theory]
    [InlineData("CrossEntropy(LabelSmoothing = 0), KnowledgeDistillation, TeacherLogits")]
    [InlineData("CrossEntropy(LabelSmoothing = 0.1)")]
    public Task A_teacher_or_smoothing_raises_nothing(string declarations) => Check.IsCleanAsync(With(declarations));

    [Fact]
    public Task Emphasis_that_is_taken_back() => Check.SaysAsync(
        "[Focal] makes rows that are classified well count less and [EncouragingCrossEntropy] makes them count more; remove one",
        With("EncouragingCrossEntropy, {|RCP0124:Focal|}"));

    [Fact]
    public Task One_emphasis_is_removed() => Check.FixesAsync(
        new RemoveAttributeFix(), With("EncouragingCrossEntropy, {|RCP0124:Focal|}"), With("EncouragingCrossEntropy"));

    [Fact]
    public Task One_emphasis_after_the_other_raises_nothing() => Check.IsCleanAsync(With("EncouragingCrossEntropy(Until = 0.5), Focal(From = 0.5)"));

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public async Task Eigenvalues_of_a_small_batch(int rows, bool isSmall)
    {
        string term = isSmall ? "{|RCP0125:VonNeumannEntropy(Weight = 0.1)|}" : "VonNeumannEntropy(Weight = 0.1)";
        string[] messages = await Check.MarksAsync(
            $"[Recipe(BatchSize = {rows}), Input(64), Dense(32), Relu, Dense(10)]\n[CrossEntropy, {term}, AdamW(1e-3)]\npublic partial class Digits;\n");
        string[] expected = isSmall
            ? ["[VonNeumannEntropy] takes eigenvalues over the batch, and with BatchSize = 31 they say more about the rows drawn than about the features; use 32 or more"] : [];
        Assert.Equal(expected, messages);
    }
}
