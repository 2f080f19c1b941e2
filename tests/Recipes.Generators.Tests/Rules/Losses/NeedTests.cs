using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Losses;

/// <summary>RCP0111, RCP0112, RCP0117, RCP0118: what a loss's signature asks of the recipe.</summary>
public class NeedTests
{
    private static string With(string declarations, string formula, string layers = "Dense(8), Relu, Dense(3)") =>
        $"[Recipe, Input(4), {layers}, AdamW(1e-3){declarations}]\npublic partial class Digits\n{{\n    {formula}\n}}\n";

    [Theory]
    [InlineData("Group g", "the group of each row", "[Groups(2)]", "Groups(3)")]
    [InlineData("Domain g", "the domain of each row", "[Domains(2)]", "Domains(3)")]
    [InlineData("SampleWeight g", "the weight of each row", "[SampleWeights]", "SampleWeights")]
    [InlineData("Teacher g", "a teacher's logits", "[TeacherLogits]", "TeacherLogits")]
    [InlineData("OtherLogits g", "a second view of each row", "[NoisyView]", "NoisyView")]
    [InlineData("OtherEmbedding g", "a second view of each row", "[NoisyView]", "MaskedView")]
    [InlineData("ref Running<Groups> g", "the group of each row", "[Groups(2)]", "Groups(3)")]
    [InlineData("LearnedMatrix<Domains, Feature> g", "the domain of each row", "[Domains(2)]", "Domains(3)")]
    public async Task What_is_asked_for_is_declared(string parameter, string noun, string example, string declaration)
    {
        string formula = $"[LossTerm] static Scalar {{0}}(Logits z, Label y, {parameter}) => -LogSoftmax(z)[y];";
        await Check.SaysAsync($"'Mine' is given {noun} ('g'), and the recipe declares none; add {example}", With("", formula.Replace("{0}", "{|RCP0111:Mine|}")));
        Assert.Empty(await Check.MarksAsync(With(", " + declaration, formula.Replace("{0}", "Mine"))));
    }

    [Fact]
    public Task A_misspelt_attribute_may_be_the_one_that_is_missing() => Check.MarksAsync(
        With(", Grops(2)", "[LossTerm] static Scalar Mine(Logits z, Label y, Group g) => -LogSoftmax(z)[y];"));

    [Theory]
    [InlineData("Outputs z, Targets y", "an output for each target ('z'), and the recipe tells classes apart; declare [Targets(n)], or use another loss", "")]
    [InlineData("Logits z, Target y", "the one target ('y'), and the recipe tells classes apart; declare [Targets(n)], or use another loss", "")]
    [InlineData("Logits z, MultiLabel y", "which labels a row has ('y'), and the recipe tells classes apart; declare [MultiLabel], or use another loss", "")]
    [InlineData("Logits z, Label y", "logits ('z'), and the recipe predicts numbers; use a loss on what it learns", ", Targets(3)")]
    [InlineData("Outputs z, Label y", "the true class ('y'), and the recipe predicts numbers; use a loss on what it learns", ", Targets(3)")]
    [InlineData("Logits z, Label y", "the true class ('y'), and the recipe tells which of several labels a row has; use a loss on what it learns", ", MultiLabel")]
    [InlineData("Logits z, SoftTarget y", "a probability for each class ('y'), and the recipe tells which of several labels a row has; use a loss on what it learns", ", MultiLabel")]
    [InlineData("Logits z, Targets y", "the targets ('y'), and the recipe tells which of several labels a row has; declare [Targets(n)], or use another loss", ", MultiLabel")]
    public Task A_loss_is_one_on_what_is_learned(string parameters, string message, string task) => Check.SaysAsync(
        "'Mine' is given " + message, With(task, $"[LossTerm] static Scalar {{|RCP0112:Mine|}}({parameters}) => {Use(parameters)};"));

    [Theory]
    [InlineData("Outputs z, Targets y", ", Targets(3)")]
    [InlineData("Logits z, MultiLabel y", ", MultiLabel")]
    [InlineData("Logits z, SoftTarget y", "")]
    [InlineData("Embedding z, Label y", "")]
    public async Task A_loss_that_is_raises_nothing(string parameters, string task) =>
        Assert.Empty(await Check.MarksAsync(With(task, $"[LossTerm] static Scalar Mine({parameters}) => {Use(parameters)};")));

    [Theory]
    [InlineData("Groups(2)", "[Groups]", "the group of each row")]
    [InlineData("Domains(2)", "[Domains]", "the domain of each row")]
    [InlineData("TeacherLogits", "[TeacherLogits]", "a teacher's logits")]
    [InlineData("NoisyView", "[NoisyView]", "a second view of each row")]
    public Task What_is_declared_is_asked_for(string declaration, string shown, string noun) => Check.SaysAsync(
        $"{shown} gives losses {noun}, and none asks for it; add a loss that does or remove {shown}",
        $"[Input(4), Dense(3), CrossEntropy, AdamW(1e-3), {{|RCP0117:{declaration}|}}]");

    [Fact]
    public async Task Weights_count_whatever_losses_look_at() => Assert.Empty(await Check.MarksAsync("[Input(4), Dense(3), CrossEntropy, AdamW(1e-3), SampleWeights]"));

    [Fact]
    public Task What_is_not_asked_for_is_removed() => Check.FixesAsync(
        new RemoveAttributeFix(), "[Input(4), Dense(3), CrossEntropy, {|RCP0117:Groups(2)|}, AdamW(1e-3)]", "[Input(4), Dense(3), CrossEntropy, AdamW(1e-3)]");

    [Fact]
    public Task An_embedding_of_features_is_not_trained() => Check.SaysAsync(
        "'Mine' looks at what the last dense layer reads ('h'), which are the features themselves, so that it changes no layer; add a layer before [Dense(3)]",
        With(", CrossEntropy", "[LossTerm] static Scalar {|RCP0118:Mine|}(Embedding h) => Mean(Square(h));", layers: "Dense(3)"));

    private static string Use(string parameters) => parameters.Contains("Label y", StringComparison.Ordinal) && !parameters.Contains("MultiLabel", StringComparison.Ordinal)
        ? parameters.StartsWith("Logits", StringComparison.Ordinal) ? "-LogSoftmax(z)[y]" : "Mean(Square(z)) * BatchMean(CountBy(y))"
        : parameters.StartsWith("Outputs", StringComparison.Ordinal) || parameters.Contains("MultiLabel", StringComparison.Ordinal) || parameters.Contains("SoftTarget", StringComparison.Ordinal)
            ? "Mean(Square(z - y))"
            : parameters.Contains("Targets", StringComparison.Ordinal) ? "Mean(Square(z)) * Mean(y)" : "Mean(Square(z)) * y";
}
