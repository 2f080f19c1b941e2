using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0001 to RCP0005: how the class itself is written.</summary>
public class RecipeClassTests
{
    private const string Whole = "[Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3)]";

    [Fact]
    public Task A_class_that_is_not_partial() => Check.SaysAsync(
        "Recipe 'Digits' is not partial, so no trainer can be generated into it; add 'partial'",
        Whole + " public class {|RCP0001:Digits|};");

    [Fact]
    public Task Partial_is_added() => Check.FixesAsync(
        new AddPartialFix(), "/// <summary>Ten digits.</summary>\n" + Whole + "\npublic class Digits;", "/// <summary>Ten digits.</summary>\n" + Whole + "\npublic partial class Digits;");

    [Fact]
    public Task Partial_is_added_to_a_class_without_modifiers() => Check.FixesAsync(
        new AddPartialFix(), Whole + "\n// ten digits\nclass Digits { }", Whole + "\n// ten digits\npartial class Digits { }");

    [Fact]
    public Task Partial_is_added_to_all_classes_of_a_document_and_to_what_is_around_them() => Check.FixesAllAsync(
        new AddPartialFix(),
        $"public static class Outer\n{{\n    {Whole}\n    public class {{|RCP0001:{{|RCP0002:A|}}|}};\n    {Whole}\n    class {{|RCP0001:{{|RCP0002:B|}}|}};\n}}\n",
        $"public static partial class Outer\n{{\n    {Whole}\n    public partial class A;\n    {Whole}\n    partial class B;\n}}\n");

    [Fact]
    public Task A_container_that_is_not_partial() => Check.SaysAsync(
        "Recipe 'Digits' is nested in 'Outer', which is not partial, so no trainer can be generated into it; add 'partial' to 'Outer'",
        "public partial class Outermost { public class Outer { " + Whole + " public partial class {|RCP0002:Digits|}; } }");

    [Fact]
    public Task Partial_is_added_to_a_container() => Check.FixesAsync(
        new AddPartialFix(), "public class Outer { " + Whole + " public partial class Digits; }", "public partial class Outer { " + Whole + " public partial class Digits; }");

    [Fact]
    public Task A_static_class() => Check.SaysAsync(
        "Recipe 'Digits' is static, and a static class cannot be a type argument, as recipes are; remove 'static'",
        Whole + " public {|RCP0003:static|} partial class Digits;");

    [Fact]
    public Task A_generic_class() => Check.SaysAsync(
        "Recipe 'Digits' has type parameters or is nested in a type that has some, and one trainer is generated for one recipe; remove them",
        Whole + " public partial class Digits{|RCP0004:<T>|};");

    [Fact]
    public Task A_class_in_a_generic_class() => Check.MarksAsync("public partial class Outer<T> { " + Whole + " public partial class {|RCP0004:Digits|}; }");

    [Fact]
    public Task A_record() => Check.SaysAsync(
        "Recipe 'Digits' is a record, and the generated part is a class in another file; write 'partial class Digits'",
        Whole + " public partial record class {|RCP0005:Digits|};");

    [Fact]
    public Task A_class_of_one_file() => Check.SaysAsync(
        "Recipe 'Digits' is a file-local class, and the generated part is a class in another file; write 'partial class Digits'",
        Whole + " {|RCP0005:file|} partial class Digits;");

    [Fact]
    public Task A_nested_partial_class_in_partial_types_raises_nothing() =>
        Check.IsCleanAsync("public partial record struct Outer { public partial interface IInner { " + Whole + " internal sealed partial class Digits; } }");
}
