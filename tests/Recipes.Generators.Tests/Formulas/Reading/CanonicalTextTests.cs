using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Formulas.Reading;

/// <summary>The text that a formula is reduced to: one form for what means the same.</summary>
public class CanonicalTextTests
{
    /// <summary>The text of a loss with these statements.</summary>
    private static string Body(string body, string members = "") =>
        Read.Formula($"{members}\n[Loss] public static Scalar F(Logits z, Label y, double gamma = 2, bool fast = false) {{ {body} }}").Text
            .Replace("static Scalar F(Logits z,Label y,double gamma=2.0,bool fast=false)", "");

    private static string Result(string expression, string members = "") => Body($"return {expression};", members);

    [Fact]
    public void Comments_blanks_and_attributes_are_left_out()
    {
        const string members = """
            /// <summary>Something.</summary>
            [Loss, Paper("A paper", 2020)]
            public static Scalar F(
                Logits z, /* the logits */
                Label y,
                [Range(0, 1, ExclusiveMaximum = true), System.ComponentModel.Description("x")] double gamma = 0.5) // a knob
            {
                // A comment.
                Scalar logp = LogSoftmax(z)[y];

                return -logp   *   gamma;
            }
            """;

        Assert.Equal(
            "static Scalar F(Logits z,Label y,[Range(0.0,1.0,ExclusiveMaximum=true)]double gamma=0.5){Scalar logp=LogSoftmax(z)[y];return -logp*gamma;}",
            Read.Formula(members).Text);
    }

    [Theory]
    [InlineData("(z[y])", "=>z[y];")]
    [InlineData("((1 - gamma)) * (z[y] * 2)", "=>(1.0-gamma)*(z[y]*2.0);")]
    [InlineData("(1 * gamma) + z[y] - (2 - gamma)", "=>1.0*gamma+z[y]-(2.0-gamma);")]
    [InlineData("-(z[y] + 1)", "=>-(z[y]+1.0);")]
    [InlineData("-(-z[y])", "=>-(-z[y]);")]
    [InlineData("1 - -z[y]", "=>1.0-(-z[y]);")]
    [InlineData("-2 * z[y]", "=>-2.0*z[y];")]
    [InlineData("z[y] / (gamma * 2)", "=>z[y]/(gamma*2.0);")]
    [InlineData("(z - Max(z))[y]", "=>(z-Max(z))[y];")]
    [InlineData("+z[y]", "=>z[y];")]
    [InlineData("1 / z.Count * z[y]", "=>1.0/z.Count*z[y];")]
    [InlineData("(z - 1).Count * z[y]", "=>(z-1.0).Count*z[y];")]
    public void Parentheses_are_those_that_are_needed(string expression, string text) => Assert.Equal(text, Result(expression));

    [Theory]
    [InlineData("1e-8 * z[y]", "=>1E-08*z[y];")]
    [InlineData("0x10 * z[y]", "=>16.0*z[y];")]
    [InlineData("1_000L * z[y]", "=>1000.0*z[y];")]
    [InlineData("(double)3 * z[y]", "=>3.0*z[y];")]
    [InlineData("(Scalar)3 + z[y]", "=>3.0+z[y];")]
    [InlineData("System.Math.PI * z[y]", "=>3.141592653589793*z[y];")]
    [InlineData("Pi * z[y]", "=>3.141592653589793*z[y];")]
    [InlineData("double.Epsilon + z[y]", "=>5E-324+z[y];")]
    [InlineData("Max(double.NegativeInfinity, z[y])", "=>Max(double.NegativeInfinity,z[y]);")]
    public void Numbers_are_real_and_exact(string expression, string text) => Assert.Equal(text, Result(expression));

    [Theory]
    [InlineData("const double K = -0.25;", "z[y] - K", "=>z[y]-(-0.25);")]
    [InlineData("const double K = 1.0 / 3;", "K * z[y]", "=>0.3333333333333333*z[y];")]
    [InlineData("const int K = 3;", "K * z[y]", "=>3.0*z[y];")]
    [InlineData("const bool K = true;", "K ? z[y] : 0", "=>true?z[y]:0.0;")]
    [InlineData("static class Other { public const double K = 5; }", "Other.K * z[y]", "=>5.0*z[y];")]
    [InlineData("", "N.Mine.Depth.Deeper.K * z[y]", "=>7.0*z[y];")]
    public void Constants_become_what_they_are(string member, string expression, string text) => Assert.Equal(
        text, Result(expression, member + " public static class Depth { public static class Deeper { public const double K = 7; } }"));

    [Fact]
    public void Aliases_become_what_they_stand_for()
    {
        CSharpCompilation compilation = TestCompilation.Create(
            "using S = Recipes.Scalar; using Probabilities = Recipes.Row<Recipes.Class>; using M = Recipes.Formulas.Math; using D = double;"
            + "static class Mine { [Loss] static S F(global::Recipes.Logits z, Recipes.Label y, D gamma = 1) { Probabilities p = M.Softmax(z); return global::Recipes.Formulas.Math.Max(p) * gamma; } }");

        Assert.Equal("static Scalar F(Logits z,Label y,double gamma=1.0){Row<Class> p=Softmax(z);return Max(p)*gamma;}", Read.Formula(compilation).Text);
    }

    [Theory]
    [InlineData("var a = gamma * 2; var b = z[y]; var c = Softmax(z); var d = Less(z, 0); var e = y; var f = fast; return a * b * c[e] * (f ? 1 : Sum(Where(d, 1, 0)));", "{double a=gamma*2.0;Scalar b=z[y];Row<Class> c=Softmax(z);Condition<Class> d=Less(z,0.0);Label e=y;bool f=fast;return a*b*c[e]*(f?1.0:Sum(Where(d,1.0,0.0)));}")]
    [InlineData("Scalar a = 1, b = a; return a * b;", "{Scalar a=1.0;Scalar b=a;return a*b;}")]
    [InlineData("const double eps = 1e-3; return z[y] + eps;", "=>z[y]+0.001;")]
    [InlineData("Scalar a = z[y]; a += gamma; a *= 2 - a; a -= -a; a /= a * 2; return a;", "{Scalar a=z[y];a=a+gamma;a=a*(2.0-a);a=a-(-a);a=a/(a*2.0);return a;}")]
    [InlineData("Scalar a = 0; if (fast) a = 1; else if (!fast && true) { Scalar b = 2; a = b; } else { } return a;", "{Scalar a=0.0;if(fast){a=1.0;}else{if(!fast&&true){Scalar b=2.0;a=b;}else{}}return a;}")]
    [InlineData("return fast && !(fast || false) ? (fast ? z[y] : 1) : gamma;", "=>fast&&!(fast||false)?(fast?z[y]:1.0):gamma;")]
    public void Statements(string body, string text) => Assert.Equal(text, Body(body));

    /// <summary>A name is looked up once for files with the same usings and namespace, and anew where these differ or a type declares it.</summary>
    [Fact]
    public void A_name_means_what_its_own_file_says()
    {
        const string formula = "public static class C { [Activation] public static Scalar F(Scalar x, R k = 1) => K * H(x) * k; }";
        CSharpCompilation compilation = TestCompilation.Create(
            "using R = double; using static A.Numbers; " + formula,
            "using R = double; using static B.Numbers; namespace N; " + formula,
            "using R = double; using static B.Numbers; namespace M; " + formula,
            "using R = double; using static B.Numbers; namespace L; " + formula.Replace("{ [", "{ const double K = 5; [", StringComparison.Ordinal),
            "namespace A { static class Numbers { public const double K = 1; public static Scalar H(Scalar x) => x; } }",
            "namespace B { static class Numbers { public const double K = 2; public static Scalar H(Scalar x) => -x; } }",
            "namespace M { static class Numbers { public const double K = 3; } }",
            "namespace M { using static Numbers; static class D { [Activation] public static Scalar G(Scalar x) => K * x; } }");

        string Text(int file)
        {
            var tree = compilation.SyntaxTrees[file];
            var method = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().Single();
            return FormulaReader.FromSource(method, compilation.GetSemanticModel(tree), CancellationToken.None).Formula!.Text;
        }

        Assert.Empty(compilation.Complaints());
        Assert.Equal("static Scalar F(Scalar x,double k=1.0){static Scalar H(Scalar x)=>x;return 1.0*H(x)*k;}", Text(0));
        Assert.Equal("static Scalar F(Scalar x,double k=1.0){static Scalar H(Scalar x)=>-x;return 2.0*H(x)*k;}", Text(1));
        Assert.Equal("static Scalar F(Scalar x,double k=1.0){static Scalar H(Scalar x)=>-x;return 2.0*H(x)*k;}", Text(2));
        Assert.Equal("static Scalar F(Scalar x,double k=1.0){static Scalar H(Scalar x)=>-x;return 5.0*H(x)*k;}", Text(3));
        Assert.Equal("static Scalar G(Scalar x)=>3.0*x;", Text(7));
    }

    [Fact]
    public void Escaped_names_stay_escaped() => Assert.Equal(
        "static Scalar F(Scalar @double,double @await=1.0)=>@double*@await;",
        Read.Formula("[Activation] public static Scalar F(Scalar @double, double @await = 1) => @double * @await;").Text);

    [Fact]
    public void Named_arguments_take_their_place() => Assert.Equal(
        "=>Clamp(z[y],0.0,1.0)*Pow(2.0,z[y]);", Result("Clamp(high: 1, low: 0, x: z[y]) * Pow(p: z[y], x: 2)"));

    [Fact]
    public void Helpers_are_nested_once_before_their_callers_with_all_their_arguments()
    {
        const string members = """
            static Scalar Scaled(Scalar x, double scale = 3, bool negative = false) => negative ? -scale * x : scale * x;
            static Scalar Both(Scalar x) { return Scaled(x) + Scaled(negative: true, x: x); }
            """;

        Assert.Equal(
            "{static Scalar Scaled(Scalar x,double scale,bool negative)=>negative?-scale*x:scale*x;static Scalar Both(Scalar x)=>Scaled(x,3.0,false)+Scaled(x,3.0,true);return Both(z[y])*Scaled(1.0,3.0,false);}",
            Result("Both(z[y]) * Scaled(1)", members));
    }

    [Fact]
    public void Local_functions_see_constants_only() => Assert.Equal(
        "{static Scalar Double(Scalar x)=>x*2.0;return Double(z[y]);}",
        Body("const double two = 2; return Double(z[y]); static Scalar Double(Scalar x) => x * two;"));

    [Fact]
    public void A_helper_gets_another_name_where_its_own_is_taken() => Assert.Equal(
        "{static Scalar Exp_2(Scalar x)=>x;static Scalar K_2(Scalar x)=>2.0*x;Scalar K=1.0;return Exp_2(z[y])*K_2(K)*Exp(gamma);}",
        Body("Scalar K = 1; return Exp(z[y]) * Mine.K(K) * Recipes.Formulas.Math.Exp(gamma);", "static Scalar Exp(Scalar x) => x; static Scalar K(Scalar x) => 2 * x;"));

    /// <summary>A formula may be named like a function that it calls by its full name: it is no recursion.</summary>
    [Fact]
    public void A_function_of_the_language_wins_over_the_formula() => Assert.Equal(
        "static Scalar F(Scalar x)=>Tanh(x);", Read.Formula("[Activation] public static Scalar F(Scalar x) => Recipes.Formulas.Math.Tanh(x);").Text);

    [Fact]
    public void A_formula_calls_another_with_its_state() => Assert.Equal(
        "static Scalar F(Scalar w,Scalar g,ref State m,Rate lr,[Range(0.0,1.0)]double beta=0.9)"
        + "{static Scalar Momentum(Scalar w,Scalar g,ref State m,Rate lr,double beta){m=beta*m+g;return w-lr*m;}return Momentum(w,2.0*g,ref m,lr,beta);}",
        Read.Formula("""
            [Optimizer] public static Scalar Momentum(Scalar w, Scalar g, ref State m, Rate lr, double beta = 0.9) { m = beta * m + g; return w - lr * m; }
            [Optimizer] public static Scalar F(Scalar w, Scalar g, ref State m, Rate lr, [Range(0, 1)] double beta = 0.9) => Momentum(w, 2 * g, ref m, lr, beta);
            """).Text);

    [Fact]
    public void A_formula_of_another_assembly_is_nested_from_its_text()
    {
        GeneratorRun library = GeneratorRun.Of(
            new Recipes.Generators.Formulas.Attributes.FormulaAttributeGenerator(),
            TestCompilation.Create("Library", ["namespace L; public static class Theirs { [Activation] public static Scalar Bump(Scalar x, double width = 2) => Exp(-Square(Half(x) / width)); static Scalar Half(Scalar x) => x / 2; }"], []));
        CSharpCompilation project = TestCompilation.Create(
            "Test", ["static class Mine { [Activation] static Scalar F(Scalar x) => L.Theirs.Bump(x) + Half(x); static Scalar Half(Scalar x) => 0.5 * x; }"],
            [library.AssertClean().Output.ToReference()]);

        Assert.Equal(
            "static Scalar F(Scalar x){static Scalar Half(Scalar x)=>x/2.0;static Scalar Bump(Scalar x,double width)=>Exp(-Square(Half(x)/width));static Scalar Half_2(Scalar x)=>0.5*x;return Bump(x,2.0)+Half_2(x);}",
            Read.Formula(project).Text);
    }

    [Fact]
    public void A_method_of_another_assembly_without_a_text_is_refused()
    {
        CSharpCompilation library = TestCompilation.Create("Library", ["public static class Theirs { public static Scalar Bump(Scalar x) => x; }"], []);
        FormulaReading reading = Read.From(TestCompilation.Create(
            "Test", ["static class Mine { [Activation] static Scalar F(Scalar x) => Theirs.Bump(x); }"], [library.ToReference()]));

        Assert.Null(reading.Formula);
        Assert.Equal("RCP0710", Assert.Single(reading.Problems).Id);
    }

    [Fact]
    public void Parameters_are_read()
    {
        FormulaDefinition formula = Read.Formula(
            "[Optimizer] public static Scalar F(Scalar w, Scalar g, [Initial(0.5)] ref State m, Rate lr, StepCount t, [Decay, Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double decay, double k = -1e-3, bool fast = true) => w;");

        Assert.Equal(FormulaKind.Optimizer, formula.Kind);
        Assert.Equal(
            [
                new("w", FormulaRole.Scalar), new("g", FormulaRole.Scalar), new("m", FormulaRole.State, ByReference: true, Initial: 0.5), new("lr", FormulaRole.Rate),
                new("t", FormulaRole.StepCount), new("decay", FormulaRole.Knob, Minimum: 0, ExclusiveMinimum: true, IsDecay: true), new("k", FormulaRole.Knob, Default: -1e-3),
                new("fast", FormulaRole.Flag, DefaultFlag: true),
            ],
            formula.Parameters);
    }

    [Fact]
    public void A_text_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "\u2212";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal("=>-0.5*z[y]+1E-08;", Result("-0.5 * z[y] + 1e-8"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Of a formula that does not compile, the compiler speaks.</summary>
    [Theory]
    [InlineData("Nothing(x)")]
    [InlineData("nothing * x")]
    [InlineData("Softmax(x)")]
    [InlineData("x + Mine")]
    public void What_does_not_compile_gives_nothing(string expression)
    {
        CSharpCompilation compilation = TestCompilation.Create($"static class Mine {{ [Activation] static Scalar F(Scalar x) => {expression}; }}");
        var tree = compilation.SyntaxTrees[0];
        var method = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().Single();

        FormulaReading reading = FormulaReader.FromSource(method, compilation.GetSemanticModel(tree), CancellationToken.None);

        Assert.Null(reading.Formula);
        Assert.All(reading.Problems, p => Assert.Equal("RCP0711", p.Id));
    }
}
