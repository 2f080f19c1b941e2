namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0024: kinds whose order matters, over several parts of a partial class.</summary>
public class OrderOverPartsTests
{
    [Fact]
    public Task Layers_in_two_parts() => Check.SaysAsync(
        "[Relu] is declared in another part of 'Digits' than [Input], and the order of layers would depend on the order of files; declare all layers in one part",
        """
        [Recipe, Input(64), Dense(32), CrossEntropy, AdamW(1e-3)]
        public partial class Digits;

        [{|RCP0024:Relu|}, Dense(10)]
        public partial class Digits;
        """);

    [Fact]
    public Task Gradient_transforms_in_a_method_of_another_part() => Check.MarksAsync("""
        [Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3), ClipNorm(1)]
        public partial class Digits;

        public partial class Digits
        {
            [GradientTransform] static Scalar {|RCP0024:Halve|}(Scalar g) => g / 2;
        }
        """);

    [Fact]
    public Task Layers_in_two_lists_of_one_part_raise_nothing() => Check.IsCleanAsync("[Input(64), Dense(32)]\n[CrossEntropy, AdamW(1e-3)]\n[Relu, Dense(10)]");

    [Fact]
    public Task Different_kinds_in_different_parts_raise_nothing() => Check.IsCleanAsync("""
        [Recipe, Input(64), Dense(10)]
        public partial class Digits;

        [CrossEntropy, AdamW(1e-3)]
        public partial class Digits;

        [Squentropy, Standardize, TemperatureScaling]
        public partial class Digits;
        """);
}
