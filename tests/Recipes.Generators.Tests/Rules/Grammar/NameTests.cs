using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0012 to RCP0015: names of terms, layers and members.</summary>
public class NameTests
{
    private const string Frame = "[Input(64), Dense(10), AdamW(1e-3)]\n";

    [Fact]
    public Task Two_terms_of_one_name() => Check.SaysAsync(
        "The name 'CrossEntropy' stands for two declarations, and reports and knob paths such as 'CrossEntropy.Weight' could not tell them apart; add Name = \"CrossEntropy2\" to one",
        Frame + "[CrossEntropy, {|RCP0012:CrossEntropy(LabelSmoothing = 0.1)|}]");

    [Fact]
    public Task Names_that_differ_in_letter_case_alone() => Check.MarksAsync(Frame + "[CrossEntropy, Focal({|RCP0012:Name = \"crossEntropy\"|})]");

    [Fact]
    public Task A_layer_named_like_a_term() => Check.MarksAsync("[Input(64), Dense(32), Relu, Dropout(0.1, Name = \"Focal\"), Dense(10), {|RCP0012:Focal|}, AdamW(1e-3)]");

    [Fact]
    public Task Terms_with_names_of_their_own_raise_nothing() => Check.IsCleanAsync(Frame + "[CrossEntropy, CrossEntropy(LabelSmoothing = 0.1, Name = \"Smoothed\")]");

    [Fact]
    public Task Layers_are_numbered() => Check.IsCleanAsync("[Input(64), Dense(32), Relu, Dropout(0.1), Dense(32), Relu, Dropout(0.1), Dense(10), CrossEntropy, AdamW(1e-3)]");

    [Fact]
    public Task A_name_is_added() => Check.FixesAsync(
        new AddNameFix(), Frame + "[CrossEntropy, CrossEntropy]", Frame + "[CrossEntropy, CrossEntropy(Name = \"CrossEntropy2\")]");

    [Fact]
    public Task Names_are_added_to_all() => Check.FixesAllAsync(
        new AddNameFix(),
        Frame + "[Focal, {|RCP0012:Focal(Gamma = 1)|}, {|RCP0012:Focal|}, Squentropy(Name = \"Focal3\")]",
        Frame + "[Focal, Focal(Gamma = 1, Name = \"Focal2\"), Focal(Name = \"Focal4\"), Squentropy(Name = \"Focal3\")]");

    [Fact]
    public Task A_given_name_is_replaced() => Check.FixesAsync(
        new AddNameFix(), Frame + "[CrossEntropy(Name = \"A\"), Focal(Name = \"A\", Gamma = 1)]", Frame + "[CrossEntropy(Name = \"A\"), Focal(Name = \"A2\", Gamma = 1)]");

    [Fact]
    public Task A_method_is_named_by_its_mark()
    {
        const string Recipe = "[Recipe, Input(64), Dense(10), AdamW(1e-3), Squentropy(Name = \"Mine\")]\npublic partial class Digits\n{{\n    [LossTerm{0}]\n    static Scalar {1}(Logits z, Label y) => -LogSoftmax(z)[y];\n}}\n";
        return Check.FixesAsync(new AddNameFix(), string.Format(null, Recipe, "", "{|RCP0012:Mine|}"), string.Format(null, Recipe, "(Name = \"Mine2\")", "Mine"));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("2nd")]
    [InlineData("a.b")]
    [InlineData("class")]
    [InlineData("")]
    public Task A_name_that_is_no_identifier(string name) => Check.SaysAsync(
        $"The name \"{name}\" cannot be a member of the generated code and a part of knob paths; use letters and digits, and no keyword of C#",
        Frame + $"[CrossEntropy({{|RCP0013:Name = \"{name}\"|}})]");

    [Fact]
    public Task A_layer_whose_name_is_no_identifier() => Check.MarksAsync("[Input(64), Dense(10, {|RCP0013:Name = \"last layer\"|}), CrossEntropy, AdamW(1e-3)]");

    [Theory]
    [InlineData("Loss")]
    [InlineData("Rows")]
    [InlineData("ToString")]
    public Task A_name_of_the_step_result(string name) => Check.SaysAsync(
        $"A term named '{name}' would clash with the member '{name}' of the generated StepResult; give it another Name",
        Frame + $"[CrossEntropy({{|RCP0014:Name = \"{name}\"|}})]");

    [Fact]
    public Task A_method_with_a_name_of_the_step_result() => Check.MarksAsync(
        "[Recipe, Input(64), Dense(10), AdamW(1e-3)] public partial class Digits { [LossTerm] static Scalar {|RCP0014:Loss|}(Logits z, Label y) => -LogSoftmax(z)[y]; }");

    [Fact]
    public Task A_layer_may_be_named_so() => Check.IsCleanAsync("[Input(64), Dense(10, Name = \"Loss\"), CrossEntropy, AdamW(1e-3)]");

    [Theory]
    [InlineData("public const string {|RCP0015:Plan|} = \"\";", "field")]
    [InlineData("public sealed class {|RCP0015:Model|};", "type")]
    [InlineData("public int {|RCP0015:Trainer|} { get; }", "property")]
    public Task A_member_with_a_generated_name(string member, string noun) => Check.SaysAsync(
        $"'{member.Split(':')[1].Split('|')[0]}' is generated into the recipe class; rename this {noun}",
        "[Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3)] public partial class Digits { " + member + " }");

    [Fact]
    public Task A_recipe_with_a_generated_name() => Check.MarksAsync("[Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3)] public partial class {|RCP0015:Model|};");

    [Fact]
    public Task An_overload_of_train_raises_nothing() => Check.IsCleanAsync(
        "[Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3)] public partial class Digits { public static int Train(string file) => file.Length; }");
}
