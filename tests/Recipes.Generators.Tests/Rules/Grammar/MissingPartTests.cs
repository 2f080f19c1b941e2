using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0006 to RCP0011: what a recipe needs, and what it has one of.</summary>
public class MissingPartTests
{
    [Fact]
    public Task Everything_is_missing() => Check.MarksAsync("[Recipe] public partial class {|RCP0006:{|RCP0008:{|RCP0009:{|RCP0010:Digits|}|}|}|};");

    [Fact]
    public Task No_input() => Check.SaysAsync(
        "Recipe 'Digits' has no [Input]; begin its layers with [Input(features)]",
        "[Recipe, Dense(10), CrossEntropy, AdamW(1e-3)] public partial class {|RCP0006:Digits|};");

    [Fact]
    public Task No_dense_layer() => Check.SaysAsync(
        "Recipe 'Digits' has no [Dense], so nothing is trained and nothing says how many classes there are; end its layers with [Dense(classes)]",
        "[Recipe, Input(64), Relu, CrossEntropy, AdamW(1e-3)] public partial class {|RCP0008:Digits|};");

    [Fact]
    public Task No_term() => Check.SaysAsync(
        "Recipe 'Digits' has no loss term, so there is nothing to minimise; add one, for example [CrossEntropy]",
        "[Recipe, Input(64), Dense(10), AdamW(1e-3)] public partial class {|RCP0009:Digits|};");

    [Fact]
    public Task No_optimizer() => Check.SaysAsync(
        "Recipe 'Digits' has no optimizer, and no learning rate is good by default; add one, for example [AdamW(1e-3)]",
        "[Recipe, Input(64), Dense(10), CrossEntropy] public partial class {|RCP0010:Digits|};");

    [Fact]
    public Task A_method_is_a_term() => Check.IsCleanAsync(
        "[Recipe, Input(64), Dense(10), AdamW(1e-3)] public partial class Digits { [LossTerm] static Scalar Plain(Logits z, Label y) => -LogSoftmax(z)[y]; }");

    // CS0246 says it; what seems to be missing may be what is misspelt.
    [Fact]
    public Task A_misspelt_attribute_is_not_missing() => Check.MarksAsync("[Recipe, Inputs(64), Densse(10), CrosEntropy, AdamV(1e-3)] public partial class Digits;");

    [Fact]
    public Task Input_after_a_layer() => Check.SaysAsync(
        "[Input] stands after [Dense], and layers are read from left to right; put it before them",
        "[Dense(128), Relu, {|RCP0007:Input(64)|}, Dense(10), CrossEntropy, AdamW(1e-3)]");

    [Fact]
    public Task Input_is_put_first() => Check.FixesAsync(
        new MoveInputFix(),
        "[Dense(128), Relu, Input(64), Dense(10), CrossEntropy, AdamW(1e-3)]", "[Input(64), Dense(128), Relu, Dense(10), CrossEntropy, AdamW(1e-3)]");

    [Fact]
    public Task All_inputs_are_put_first() => Check.FixesAllAsync(
        new MoveInputFix(),
        string.Join("\n", "AB".Select(name => $"[Recipe, CrossEntropy, Dense(10)]\n[{{|RCP0007:Input(64)|}}]\n[AdamW(1e-3)]\npublic partial class {name};")),
        string.Join("\n", "AB".Select(name => $"[Recipe, CrossEntropy, Input(64), Dense(10)]\n[AdamW(1e-3)]\npublic partial class {name};")));

    [Fact]
    public Task Input_after_attributes_that_are_no_layers_raises_nothing() =>
        Check.IsCleanAsync("[CrossEntropy, AdamW(1e-3), Input(64), Dense(10)]");
}
