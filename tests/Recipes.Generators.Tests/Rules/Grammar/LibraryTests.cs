using Microsoft.CodeAnalysis;
using Recipes.Generators.Formulas.Attributes;
using Recipes.Generators.Rules;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0027, RCP0028, RCP0030, RCP0031: attributes that come from elsewhere.</summary>
public class LibraryTests
{
    private const string Library = """
        namespace My;

        /// <summary>Losses of a library.</summary>
        public static class MyLosses
        {
            /// <summary>Squared distance.</summary>
            [Loss]
            public static Scalar SquaredError(Logits z, Label y) => Sum(Square(z)) - 2 * z[y] + 1;
        }
        """;

    private const string Recipe = "[Recipe, Input(64), Dense(10), My.SquaredError, AdamW(1e-3)] public partial class Digits;";

    [Fact]
    public async Task An_attribute_that_is_derived_in_the_same_project()
    {
        Compilation compilation = GeneratorRun.Of(new FormulaAttributeGenerator(), Recipe, Library).Output;

        Diagnostic found = Assert.Single(await AnalyzerRunner.RunAsync(new RecipeAnalyzer(), compilation));

        Assert.Equal("RCP0027", found.Id);
        Assert.Equal("My.SquaredError", Recipe.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.Equal(
            "[SquaredError] is derived from a formula of this same project, where the recipe's generator cannot see it; make the formula a method of 'Digits', or move it to a project that this one references",
            found.GetMessage(null));
    }

    [Fact]
    public async Task An_attribute_of_a_referenced_project_raises_nothing()
    {
        Compilation library = GeneratorRun.Of(new FormulaAttributeGenerator(), TestCompilation.Create("My", [Library], [])).AssertClean().Output;
        Compilation compilation = TestCompilation.Create("App", [Recipe], [library.ToReference()]);

        Assert.Empty(await AnalyzerRunner.RunAsync(new RecipeAnalyzer(), compilation));
    }

    [Fact]
    public Task A_method_named_like_an_attribute_of_the_library() => Check.SaysAsync(
        "'Focal' is named like the library's [Focal], for which reports and knob paths would be mistaken; rename it",
        "[Recipe, Input(64), Dense(10), AdamW(1e-3)] public partial class Digits { [LossTerm] static Scalar {|RCP0028:Focal|}(Logits z, Label y) => -LogSoftmax(z)[y]; }");

    [Fact]
    public async Task A_formula_of_a_later_version()
    {
        string message = Assert.Single(await Check.MarksAsync("""
            [AttributeUsage(AttributeTargets.Class), Formula(99, "Loss", "")] public sealed class LaterAttribute : TermAttribute;
            [Recipe, Input(64), Dense(10), CrossEntropy, {|RCP0030:Later|}, AdamW(1e-3)] public partial class Digits;
            """));
        Assert.StartsWith("The formula of [Later] from 'Test' cannot be read: ", message);
        Assert.Contains("99", message);
    }

    [Fact]
    public Task A_component_without_a_role() => Check.SaysAsync(
        "[Notes] names the component 'Uri', which implements none of ISampler, IPreparation, IStoppingRule, ICalibrator and IConformalPredictor, so that it has no place in the run; implement one",
        """
        [AttributeUsage(AttributeTargets.Class), Component<Uri>] public sealed class NotesAttribute : Attribute;
        [Recipe, Input(64), Dense(10), CrossEntropy, {|RCP0031:Notes|}, AdamW(1e-3)] public partial class Digits;
        """);

    [Fact]
    public Task A_component_of_ones_own_raises_nothing() => Check.IsCleanAsync("""
        /// <summary>Rows as they come.</summary>
        [AttributeUsage(AttributeTargets.Class), Component<InOrderSampler>] public sealed class FileOrderAttribute : Attribute;
        [Recipe, Input(64), Dense(10), CrossEntropy, FileOrder, Obsolete, AdamW(1e-3)] public partial class Digits;
        """);
}
