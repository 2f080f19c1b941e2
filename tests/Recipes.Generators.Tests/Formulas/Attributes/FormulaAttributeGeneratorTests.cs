using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Attributes;
using Recipes.Generators.Tests.Harness;
using static Recipes.Testing.Verifier;

namespace Recipes.Generators.Tests.Formulas.Attributes;

/// <summary>What is derived from formulas, and when it is derived again.</summary>
public class FormulaAttributeGeneratorTests
{
    private const string Bump = """
        namespace My.Library;

        public static class Bumps
        {
            /// <summary>A bump: 1 at 0, and 0 far away.</summary>
            /// <remarks>
            /// exp(−(x/w)²), with w = <paramref name="width"/> and <c>x</c> &lt; ∞, unlike <see cref="M:Recipes.Formulas.Math.Tanh(Recipes.Scalar)"/>
            /// or <see cref="IRow{TAxis}"/>; see <see href="https://example.org">there</see>.
            /// </remarks>
            /// <param name="x">A value.</param>
            /// <param name="width">How wide it is.
            /// In units of x.</param>
            /// <param name="height">How high it is.</param>
            /// <returns>A value in (0, 1].</returns>
            [Activation, Paper("On \"bumps\" & hills", 1999)]
            public static Scalar Bump(Scalar x, [Range(0, 100, ExclusiveMinimum = true)] double width, double height = -1e-3, bool upsideDown = false) =>
                (upsideDown ? -height : height) * Exp(-Square(x / width));
        }
        """;

    private static readonly FormulaAttributeGenerator s_generator = new();

    private static string Step(FormulaKind kind) => FormulaAttributeGenerator.TrackingName(kind);

    [Fact]
    public Task A_formula_with_everything() => Verify(GeneratorRun.Of(s_generator, Bump).AssertClean().Driver);

    [Fact]
    public Task An_optimizer_without_documentation() => Verify(GeneratorRun.Of(
        s_generator,
        "internal static class Mine { [Optimizer] public static Scalar Descent(Scalar w, Scalar g, Rate lr, double @double, [Decay] double decay = 0) => w - lr * (@double * g + decay * w); }").AssertClean().Driver);

    [Theory]
    [InlineData("[Loss] public static Scalar F(Logits z, Label y) => z[y];", typeof(TermAttribute), true)]
    [InlineData("[Weighting] public static Scalar F(ClassCount n) => 1 / n;", typeof(FormulaDeclarationAttribute), false)]
    [InlineData("[TermWeighting] public static Scalar F(Scalar l, Learned s) => l * s;", typeof(FormulaDeclarationAttribute), false)]
    [InlineData("[LogitTransform] public static Row<Class> F(Logits z) => 2 * z;", typeof(FormulaDeclarationAttribute), false)]
    [InlineData("[Activation] public static Scalar F(Scalar x) => x;", typeof(FormulaLayerAttribute), true)]
    [InlineData("[Layer] public static Row<Feature> F(Row<Feature> x, LearnedRow weight) => weight * x;", typeof(FormulaLayerAttribute), true)]
    [InlineData("[Optimizer] public static Row<Element> F(Row<Element> w, Row<Element> g, ref Row<Element> m, Rate lr) { m = g; return w - lr * m; }", typeof(OptimizerDeclarationAttribute), false)]
    [InlineData("[GradientTransform] public static Scalar F(Scalar g, GradientNorm norm) => g / norm;", typeof(FormulaDeclarationAttribute), false)]
    [InlineData("[Parametrization] public static Row<Incoming> F(Row<Incoming> v, ref Latent g, [IsStart] bool start) { if (start) g = Norm(v); return g * v; }", typeof(FormulaDeclarationAttribute), false)]
    [InlineData("[Averaging] public static Scalar F(Scalar average, Scalar w, StepCount t) => average + (w - average) / t;", typeof(FormulaDeclarationAttribute), false)]
    [InlineData("[Schedule] public static Scalar F(Progress t) => 1 - t;", typeof(FormulaDeclarationAttribute), false)]
    public void Every_kind_has_its_attribute(string member, Type expectedBase, bool repeats)
    {
        Type attribute = GeneratorRun.Of(s_generator, $"namespace N; public static class Mine {{ {member} }}").AssertClean().Output.Load().GetType("N.FAttribute")!;

        Assert.Equal(expectedBase, attribute.BaseType);
        Assert.Equal(repeats, attribute.GetCustomAttribute<AttributeUsageAttribute>()!.AllowMultiple);
        Assert.Equal(member[1..member.IndexOf(']', StringComparison.Ordinal)], attribute.GetCustomAttribute<FormulaAttribute>()!.Kind);
    }

    [Fact]
    public void Nothing_is_derived_from_formulas_of_recipes_nor_from_what_is_no_formula() => Assert.Empty(GeneratorRun.Of(
        s_generator,
        """
        [Recipe] static partial class R { [Activation] static Scalar F(Scalar x) => x; }
        class C { [Activation] static Scalar G(Scalar x) => x; }
        static class D { [Activation] static Scalar H(Scalar x) => 1 / 2 * x; static Scalar I(Scalar x) => x; }
        """).Sources);

    [Fact]
    public void Names_that_meet_do_not_collide()
    {
        GeneratorRun run = GeneratorRun.Of(
            s_generator,
            """
            static class Global { [Activation] internal static Scalar F(Scalar x) => x; }
            namespace A { static class Mine { [Activation] internal static Scalar F(Scalar x) => x; } static class Other { [Loss] internal static Scalar F(Logits z, Label y) => z[y]; } }
            namespace A.B { static class Mine { [Activation] internal static Scalar F(Scalar x) => x; [Layer] internal static Row<Feature> Layers(Row<Feature> x) => x; } }
            """).AssertClean();

        Assert.Equal(
            ["A.B.Mine.FAttribute.g.cs", "A.B.Mine.LayersAttribute.g.cs", "A.Mine.FAttribute.g.cs", "Global.FAttribute.g.cs"],
            run.Sources.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Documentation_is_read_in_projects_without_a_documentation_file()
    {
        CSharpParseOptions without = TestCompilation.ParseOptions.WithDocumentationMode(DocumentationMode.None);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Test", [TestCompilation.Parse(Bump, "Test0.cs", without), TestCompilation.Parse(TestCompilation.GlobalUsings, "GlobalUsings.cs", without)], TestCompilation.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        Assert.Equal(GeneratorRun.Of(s_generator, Bump).Sources, GeneratorRun.Of(s_generator, compilation).Sources);
    }

    [Fact]
    public void Broken_documentation_is_replaced()
    {
        GeneratorRun run = GeneratorRun.Of(s_generator, "public static class Mine {\n/// <summary>Less <than & nothing.</summary>\n[Activation] public static Scalar F(Scalar x, double k = 1) => k * x; }");

        Assert.Contains("/// <summary>The formula <c>F</c>.</summary>", Assert.Single(run.Sources).Value);
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void A_directive_may_stand_between_documentation_and_formula()
    {
        GeneratorRun run = GeneratorRun.Of(
            s_generator, "public static class Mine {\n/// <summary>Not this.</summary>\nstatic int X;\n/// <summary>This.</summary>\n#pragma warning disable CS0169\n[Activation] public static Scalar F(Scalar x) => x; }");

        Assert.Contains("/// <summary>This.</summary>", Assert.Single(run.Sources).Value);
    }

    // ---- When it runs again ----

    [Fact]
    public void Models_hold_nothing_of_a_compilation() => GeneratorRun.Of(s_generator, Bump).AssertEquatable(Step(FormulaKind.Activation));

    [Fact]
    public void An_edit_elsewhere_writes_nothing_anew()
    {
        GeneratorRun first = GeneratorRun.Of(s_generator, TestCompilation.Create(Bump, "class Elsewhere;"));
        GeneratorRun second = first.Again(first.Input.WithText("class Elsewhere { int x; }", "Test1.cs"));

        Assert.Equal([IncrementalStepRunReason.Cached], second.Reasons(Step(FormulaKind.Activation)));
        Assert.Equal([IncrementalStepRunReason.Cached], second.OutputReasons());
        Assert.Equal(first.Sources, second.Sources);
    }

    [Theory]
    [InlineData("=>\n        (upside", "=> // A comment.\n        (upside")]
    [InlineData("-Square(x / width)", "-Square((x) / width)")]
    [InlineData("public static class Bumps\n{", "public static class Bumps\n{\n    static int Other => 1;\n")]
    public void An_edit_without_meaning_writes_nothing_anew(string before, string after)
    {
        string bump = Bump.ReplaceLineEndings("\n");
        Assert.Contains(before, bump);
        GeneratorRun first = GeneratorRun.Of(s_generator, bump);
        GeneratorRun second = first.Again(first.Input.WithText(bump.Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Cached], second.Reasons(Step(FormulaKind.Activation)));
        Assert.Equal([IncrementalStepRunReason.Cached], second.OutputReasons());
    }

    [Theory]
    [InlineData("height = -1e-3", "height = -2e-3")]
    [InlineData("Range(0, 100", "Range(0, 101")]
    [InlineData("A bump:", "A hill:")]
    [InlineData("x / width", "width / x")]
    public void An_edit_with_meaning_is_written(string before, string after)
    {
        GeneratorRun first = GeneratorRun.Of(s_generator, Bump);
        GeneratorRun second = first.Again(first.Input.WithText(Bump.Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified], second.Reasons(Step(FormulaKind.Activation)));
        Assert.Equal([IncrementalStepRunReason.Modified], second.OutputReasons());
    }

    [Fact]
    public void An_edit_of_a_helper_elsewhere_is_written()
    {
        GeneratorRun first = GeneratorRun.Of(s_generator, TestCompilation.Create(
            "static partial class Mine { [Activation] internal static Scalar F(Scalar x) => H(x); }", "static partial class Mine { static Scalar H(Scalar x) => 2 * x; }"));
        GeneratorRun second = first.Again(first.Input.WithText("static partial class Mine { static Scalar H(Scalar x) => 3 * x; }", "Test1.cs"));

        Assert.Equal([IncrementalStepRunReason.Modified], second.OutputReasons());
        Assert.Contains("3.0*x", Assert.Single(second.Sources).Value);
    }

    [Fact]
    public void Two_runs_write_the_same_bytes_under_every_culture()
    {
        IReadOnlyDictionary<string, string> plain = GeneratorRun.Of(s_generator, Bump).Sources;
        CultureInfo before = CultureInfo.CurrentCulture;
        // As sv-SE writes numbers; the machine of the tests may know no cultures.
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "\u2212";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(plain, GeneratorRun.Of(s_generator, Bump).AssertClean().Sources);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>What a project derives, another reads back as the same formula.</summary>
    [Fact]
    public void The_derived_text_is_the_formula()
    {
        Type attribute = GeneratorRun.Of(s_generator, Bump).Output.Load().GetType("My.Library.BumpAttribute")!;
        FormulaAttribute formula = attribute.GetCustomAttribute<FormulaAttribute>()!;

        FormulaDefinition? read = Recipes.Generators.Formulas.Reading.FormulaReader.FromMetadata(formula.Version, formula.Kind, formula.Text, out _);

        Assert.Equal(Reading.Read.From(TestCompilation.Create(Bump), "Bump").Formula, read);
    }
}
