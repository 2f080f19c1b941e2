using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0025, RCP0026, RCP0029: formulas that are methods of the recipe class.</summary>
public class LocalFormulaTests
{
    private static string Recipe(string layer, string method) => $$"""
        [Recipe, Input(64), Dense(32), {{layer}}, Dense(10), CrossEntropy, AdamW(1e-3)]
        public partial class Digits
        {
            {{method}}
        }

        """;

    private const string Swish = "[Activation] static Scalar Swish(Scalar x, double beta = 1) => x * Sigmoid(beta * x);";

    [Fact]
    public Task A_name_that_is_nearly_right() => Check.SaysAsync(
        "[Apply] names \"Swich\", and 'Digits' has no method of that name marked [Activation] or [Layer]. Did you mean \"Swish\"?",
        Recipe("Apply({|RCP0025:\"Swich\"|}), Relu, Apply(\"Swish\")", Swish));

    [Fact]
    public Task A_name_like_none() => Check.SaysAsync(
        "[Apply] names \"Mish\", and 'Digits' has no method of that name marked [Activation] or [Layer].",
        Recipe("Apply({|RCP0025:\"Mish\"|}), Apply(\"Swish\")", Swish));

    [Fact]
    public Task No_name() => Check.MarksAsync(Recipe("Apply({|RCP0025:null!|}), Apply(\"Swish\")", Swish));

    [Fact]
    public Task A_method_without_a_mark() => Check.MarksAsync(Recipe("Apply({|RCP0025:nameof(Digits.Swish)|})", Swish.Replace("[Activation] ", "")));

    [Fact]
    public Task A_name_is_corrected() => Check.FixesAsync(
        new ReplaceNameFix(), Recipe("Apply(\"swish\"), Relu, Apply(\"Swish\")", Swish), Recipe("Apply(\"Swish\"), Relu, Apply(\"Swish\")", Swish));

    [Fact]
    public Task A_formula_that_is_not_applied() => Check.SaysAsync(
        "'Swish' is a formula of the network and stands nowhere in it; put [Apply(\"Swish\")] among the layers or remove the method",
        Recipe("Relu", Swish.Replace(" Swish", " {|RCP0026:Swish|}")));

    [Fact]
    public Task A_misspelt_name_is_reported_once() => Check.MarksAsync(Recipe("Apply({|RCP0025:\"Swich\"|})", Swish));

    [Fact]
    public Task A_formula_that_is_applied_raises_nothing() => Check.IsCleanAsync(Recipe("Apply(nameof(Digits.Swish))", Swish));

    [Fact]
    public Task A_knob_without_a_value() => Check.SaysAsync(
        "'beta' of 'Swish' has no value, and a formula in a recipe class takes its knobs from their defaults; write 'beta = …'",
        Recipe("Apply(\"Swish\")", Swish.Replace("double beta = 1", "{|RCP0029:double beta|}")));

    [Fact]
    public Task A_switch_without_a_value() => Check.MarksAsync(
        Recipe("Relu", "[LossTerm] static Scalar Mine(Logits z, Label y, {|RCP0029:bool squared|}) => squared ? Square(z[y]) : -LogSoftmax(z)[y];"));
}
