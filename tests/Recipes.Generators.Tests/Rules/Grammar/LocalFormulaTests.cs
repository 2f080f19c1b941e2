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

    private const string Curved = "[Activation] static Scalar Curved(Scalar x, double beta = 1) => x * Sigmoid(beta * x);";

    [Fact]
    public Task A_name_that_is_nearly_right() => Check.SaysAsync(
        "[Apply] names \"Curvet\", and 'Digits' has no method of that name marked [Activation] or [Layer]. Did you mean \"Curved\"?",
        Recipe("Apply({|RCP0025:\"Curvet\"|}), Relu, Apply(\"Curved\")", Curved));

    [Fact]
    public Task A_name_like_none() => Check.SaysAsync(
        "[Apply] names \"Mish\", and 'Digits' has no method of that name marked [Activation] or [Layer].",
        Recipe("Apply({|RCP0025:\"Mish\"|}), Apply(\"Curved\")", Curved));

    [Fact]
    public Task No_name() => Check.MarksAsync(Recipe("Apply({|RCP0025:null!|}), Apply(\"Curved\")", Curved));

    [Fact]
    public Task A_method_without_a_mark() => Check.MarksAsync(Recipe("Apply({|RCP0025:nameof(Digits.Curved)|})", Curved.Replace("[Activation] ", "")));

    [Fact]
    public Task A_name_is_corrected() => Check.FixesAsync(
        new ReplaceNameFix(), Recipe("Apply(\"curved\"), Relu, Apply(\"Curved\")", Curved), Recipe("Apply(\"Curved\"), Relu, Apply(\"Curved\")", Curved));

    [Fact]
    public Task A_formula_that_is_not_applied() => Check.SaysAsync(
        "'Curved' is a formula of the network and stands nowhere in it; put [Apply(\"Curved\")] among the layers or remove the method",
        Recipe("Relu", Curved.Replace(" Curved", " {|RCP0026:Curved|}")));

    [Fact]
    public Task A_misspelt_name_is_reported_once() => Check.MarksAsync(Recipe("Apply({|RCP0025:\"Curvet\"|})", Curved));

    [Fact]
    public Task A_formula_that_is_applied_raises_nothing() => Check.IsCleanAsync(Recipe("Apply(nameof(Digits.Curved))", Curved));

    [Fact]
    public Task A_knob_without_a_value() => Check.SaysAsync(
        "'beta' of 'Curved' has no value, and a formula in a recipe class takes its knobs from their defaults; write 'beta = …'",
        Recipe("Apply(\"Curved\")", Curved.Replace("double beta = 1", "{|RCP0029:double beta|}")));

    [Fact]
    public Task A_switch_without_a_value() => Check.MarksAsync(
        Recipe("Relu", "[LossTerm] static Scalar Mine(Logits z, Label y, {|RCP0029:bool squared|}) => squared ? Square(z[y]) : -LogSoftmax(z)[y];"));
}
