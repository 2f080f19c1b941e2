using Recipes.Generators.Rules;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Formulas.Reading;

/// <summary>What is refused, exactly where, and what the message says to write instead.</summary>
public class FormulaProblemTests
{
    /// <summary>Members of a static class around the marked text; returns the messages in order of place.</summary>
    private static Task<string[]> Members(string members) => AnalyzerRunner.VerifyAsync(
        new FormulaAnalyzer(), "namespace N;\n\npublic static class Mine\n{\n" + members + "\n}\n");

    private static Task<string[]> Body(string body, string parameters = "double gamma = 1, bool fast = false") =>
        Members($"[Loss] public static Scalar F(Logits z, Label y, {parameters}) {{ {body} }}");

    private static Task<string[]> Result(string expression) => Body($"Scalar x = z[y]; return {expression};");

    // ---- RCP0701 to RCP0704: the method ----

    [Theory]
    [InlineData("public static Scalar {|RCP0701:F|}<T>(Scalar x) => x;", "'F' has type parameters; a formula is a plain static method with a body: name the types that it is for")]
    [InlineData("public static unsafe Scalar {|RCP0701:F|}(Scalar x) => x;", "'F' is unsafe; a formula is a plain static method with a body: remove 'unsafe'")]
    [InlineData("public static extern Scalar {|RCP0701:F|}(Scalar x);", "'F' has no body; a formula is a plain static method with a body: write it here")]
    public async Task A_formula_is_a_plain_static_method(string method, string message) =>
        Assert.Equal([message], await Members("[Activation] " + method));

    [Fact]
    public async Task A_formula_has_no_instance()
    {
        string[] messages = await AnalyzerRunner.VerifyAsync(
            new FormulaAnalyzer(), "[Recipe] public partial class R { [LossTerm] Scalar {|RCP0701:Mine|}(Logits z, Label y) => z[y]; }");

        Assert.Equal(["'Mine' is not static; a formula is a plain static method with a body: add 'static'"], messages);
    }

    [Fact]
    public async Task A_formula_has_no_overloads()
    {
        string[] messages = await Members(
            "[Activation] public static Scalar {|RCP0702:F|}(Scalar x) => x;\npublic static Scalar F(Scalar x, Scalar y) => x + y;");

        Assert.Equal(["'F' has overloads; a formula is known by its name: rename all but one"], messages);
    }

    [Fact]
    public async Task A_helper_has_no_overloads() => Assert.Equal(
        ["'H' has overloads; a formula is known by its name: rename all but one"],
        await Members("[Activation] public static Scalar F(Scalar x) => {|RCP0702:H|}(x);\nstatic Scalar H(Scalar x) => x;\nstatic Scalar H(Scalar x, Scalar y) => x + y;"));

    [Fact]
    public async Task A_formula_does_not_call_itself() => Assert.Equal(
        ["'F(x / 2)' calls itself (F → F); a formula is unrolled where it is used: write the result in closed form, or its first steps one by one"],
        await Members("[Activation] public static Scalar F(Scalar x) => x + {|RCP0703:F(x / 2)|};"));

    [Fact]
    public async Task A_formula_does_not_call_itself_through_another() => Assert.Equal(
        [
            "'G' cannot be used in a formula: 'F(x)' calls itself (F → G → F); a formula is unrolled where it is used: write the result in closed form, or its first steps one by one",
        ],
        await Members("[Activation] public static Scalar F(Scalar x) => {|RCP0716:G|}(x);\nstatic Scalar G(Scalar x) => F(x);"));

    [Fact]
    public async Task A_local_function_does_not_call_itself() => Assert.Equal(
        ["'H(x)' calls itself (H → H); a formula is unrolled where it is used: write the result in closed form, or its first steps one by one"],
        await Members("[Activation] public static Scalar F(Scalar x) { static Scalar H(Scalar x) => {|RCP0703:H(x)|}; return H(x); }"));

    [Theory]
    [InlineData("[Loss] public static Scalar {|RCP0704:F|}(Label y, Logits z) => z[y];", "'F' does not have the signature of the kind Loss; write 'Scalar F(Logits z, …)' or 'Scalar F(Outputs z, …)' or 'Scalar F(Embedding h, …)', then knobs (double) and switches (bool)")]
    [InlineData("[Loss] public static Row<Class> {|RCP0704:F|}(Logits z, Label y) => Softmax(z);", "'F' does not have the signature of the kind Loss; write 'Scalar F(Logits z, …)' or 'Scalar F(Outputs z, …)' or 'Scalar F(Embedding h, …)', then knobs (double) and switches (bool)")]
    [InlineData("[Loss] public static Scalar {|RCP0704:F|}(Logits z, Label y, Memory m) => z[y];", "'F' does not have the signature of the kind Loss; write 'Scalar F(Logits z, …)' or 'Scalar F(Outputs z, …)' or 'Scalar F(Embedding h, …)', then knobs (double) and switches (bool)")]
    [InlineData("[Weighting] public static Scalar {|RCP0704:F|}(RowCount n) => n;", "'F' does not have the signature of the kind Weighting; write 'Scalar F(ClassCount n, …)', then knobs (double) and switches (bool)")]
    [InlineData("[TermWeighting] public static Scalar {|RCP0704:F|}(Scalar loss, Learned s, Learned r) => loss;", "'F' does not have the signature of the kind TermWeighting; write 'Scalar F(Scalar loss, Learned s, …)', then knobs (double) and switches (bool)")]
    [InlineData("[LogitTransform] public static Scalar {|RCP0704:F|}(Logits z) => Max(z);", "'F' does not have the signature of the kind LogitTransform; write 'Row<Class> F(Logits z, …)', then knobs (double) and switches (bool)")]
    [InlineData("[Activation] public static Scalar {|RCP0704:F|}(Scalar x, Scalar y) => x;", "'F' does not have the signature of the kind Activation; write 'Scalar F(Scalar x, …)', then knobs (double) and switches (bool)")]
    [InlineData("[Layer] public static Row<Feature> {|RCP0704:F|}(LearnedRow w) => w;", "'F' does not have the signature of the kind Layer; write 'Row<Feature> F(Row<Feature> x, …)', then knobs (double) and switches (bool)")]
    [InlineData("[Optimizer] public static Scalar {|RCP0704:F|}(Scalar w, Scalar g, Rate lr, ref Row<Element> m) => w;", "'F' does not have the signature of the kind Optimizer; write 'Scalar F(Scalar w, Scalar g, ref State m, Rate lr, …)' or 'Row<Element> F(Row<Element> w, Row<Element> g, ref Row<Element> m, Rate lr, …)' or 'Row<Incoming> F(Row<Incoming> w, Row<Incoming> g, ref Row<Incoming> m, Rate lr, …)', then knobs (double) and switches (bool)")]
    [InlineData("[GradientTransform] public static Scalar {|RCP0704:F|}(GradientNorm n) => n;", "'F' does not have the signature of the kind GradientTransform; write 'Scalar F(Scalar g, …)' or 'Scalar F(Scalar g, Scalar w, …)' or 'Row<Element> F(Row<Element> g, …)' or 'Row<Element> F(Row<Element> g, Row<Element> w, …)' or 'Row<Incoming> F(Row<Incoming> g, …)' or 'Row<Incoming> F(Row<Incoming> g, Row<Incoming> w, …)', then knobs (double) and switches (bool)")]
    [InlineData("[Averaging] public static Scalar {|RCP0704:F|}(Scalar a) => a;", "'F' does not have the signature of the kind Averaging; write 'Scalar F(Scalar average, Scalar w, …)', then knobs (double) and switches (bool)")]
    [InlineData("[Parametrization] public static Scalar {|RCP0704:F|}(Row<Incoming> v) => Norm(v);", "'F' does not have the signature of the kind Parametrization; write 'Scalar F(Scalar v, …)' or 'Row<Element> F(Row<Element> v, …)' or 'Row<Incoming> F(Row<Incoming> v, …)', then knobs (double) and switches (bool)")]
    [InlineData("[Schedule] public static Scalar {|RCP0704:F|}(Progress t, RunSteps n, RunSteps m) => t;", "'F' does not have the signature of the kind Schedule; write 'Scalar F(Progress t, …)' or 'Scalar F(ValidationLoss loss, ref Running best, …)', then knobs (double) and switches (bool)")]
    public async Task A_formula_has_the_signature_of_its_kind(string method, string message) => Assert.Equal([message], await Members(method));

    // ---- RCP0705, RCP0706, RCP0719: types and numbers ----

    [Theory]
    [InlineData("[Loss] public static Scalar F(Logits z, Label y, {|RCP0705:int|} k = 2) => z[y];", "'int' is not in the formula language; write double, bool or a formula type")]
    [InlineData("[Loss] public static Scalar F(Logits z, Label y, {|RCP0705:float|} k = 2) => z[y];", "'float' is not in the formula language; write double, bool or a formula type")]
    [InlineData("[Loss] public static Scalar F(Logits z, Label y, {|RCP0705:System.DayOfWeek|} k) => z[y];", "'System.DayOfWeek' is not in the formula language; use Scalar, Row<Class>, Row<Feature>, the role types, double or bool")]
    [InlineData("[Loss] public static Scalar F(Logits z, Label y, {|RCP0705:double[]|} k) => z[y];", "'double[]' is not in the formula language; use Scalar, Row<Class>, Row<Feature>, the role types, double or bool")]
    [InlineData("[Activation] public static {|RCP0705:Rate|} F(Scalar x) => 1;", "'Rate' as a result is not in the formula language; return Scalar")]
    [InlineData("[Activation] public static Scalar F(Scalar x, {|RCP0705:Condition|} c) => x;", "'Condition' as a parameter is not in the formula language; compare inside of the formula")]
    [InlineData("public struct A : IAxis;\n[Activation] public static Scalar F(Scalar x, {|RCP0705:Row<A>|} r) => x;", "'Row<A>' is not in the formula language; the axes are Class, Feature, Element, Incoming, Output, Other, Groups and Domains")]
    public async Task Only_formula_types_are_used(string method, string message) => Assert.Equal([message], await Members(method));

    [Theory]
    [InlineData("{|RCP0705:int|} k = 2; return k * z[y];", "'int' is not in the formula language; write double, bool or a formula type")]
    [InlineData("{|RCP0705:var|} k = 2; return k * z[y];", "'k' as an int is not in the formula language; write double k = …")]
    [InlineData("{|RCP0705:Rate|} r = 2; return r * z[y];", "'Rate' as a local is not in the formula language; write Scalar r = …")]
    [InlineData("return {|RCP0705:0.5f|} * z[y];", "'0.5f' is not in the formula language; write a double: 0.5")]
    [InlineData("return z[y] * (double){|RCP0705:0.5m|};", "'0.5m' is not in the formula language; write a double: 0.5")]
    [InlineData("const {|RCP0705:float|} k = 2; return z[y];", "'float' is not in the formula language; write double, bool or a formula type")]
    public async Task Only_formula_types_are_used_in_a_body(string body, string message) => Assert.Equal([message], await Body(body));

    [Theory]
    [InlineData("{|RCP0706:1 / 2|} * x", "'1 / 2' is calculated with integers in C# (it is 0); write 1.0 / 2")]
    [InlineData("x * ({|RCP0706:2 + 3|})", "'2 + 3' is calculated with integers in C# (both sides are integers); write 2.0 + 3")]
    [InlineData("x / ({|RCP0706:(fast ? 1 : 2) * 3|})", "'(fast ? 1 : 2) * 3' is calculated with integers in C# (both sides are integers); write (fast ? 1 : 2) * 3.0")]
    [InlineData("x * Pow(2, {|RCP0706:1 / 3|})", "'1 / 3' is calculated with integers in C# (it is 0); write 1.0 / 3")]
    [InlineData("x * ({|RCP0706:-7 / 2|})", "'-7 / 2' is calculated with integers in C# (both sides are integers); write -7 / 2.0")]
    public async Task Integers_are_not_calculated_with(string expression, string message) => Assert.Equal([message], await Result(expression));

    [Fact]
    public async Task Integer_constants_are_not_calculated_with() => Assert.Equal(
        [
            "'K / 2' is calculated with integers in C# (both sides are integers); write K / 2.0",
            "'K / L' is calculated with integers in C# (both sides are integers); write one side as a double",
        ],
        await Members("const int K = 3, L = 4;\n[Activation] public static Scalar F(Scalar x) { return x * ({|RCP0706:K / 2|}) + {|RCP0706:K / L|}; }"));

    [Fact]
    public async Task A_default_is_not_calculated_with_integers() => Assert.Equal(
        ["'1 / 2' is calculated with integers in C# (it is 0); write 1.0 / 2"],
        await Members("[Activation] public static Scalar F(Scalar x, double slope = {|RCP0706:1 / 2|}) => slope * x;"));

    [Theory]
    [InlineData("double c = {|RCP0719:Max(z)|}; return c * x;", "'Max(z)' is computed from values, and 'c' is a plain number (double); declare it as Scalar")]
    [InlineData("double c = 1; c = {|RCP0719:x|}; return c * x;", "'x' is computed from values, and 'c' is a plain number (double); declare it as Scalar")]
    [InlineData("static Scalar H(Scalar a, double k) => k * a; return H(x, {|RCP0719:x|});", "'x' is computed from values, and the parameter 'k' of 'H' is a plain number (double); declare it as Scalar")]
    [InlineData("static double H(Scalar a) => {|RCP0719:2 * a|}; return H(x);", "'2 * a' is computed from values, and the result of 'H' is a plain number (double); declare it as Scalar")]
    public async Task A_number_is_not_computed_from_values(string body, string message) => Assert.Equal([message], await Body("Scalar x = z[y]; " + body));

    // ---- RCP0707, RCP0708: control flow ----

    [Theory]
    [InlineData("return {|RCP0707:x > 0|} ? x : 0;", "'x > 0' decides by values; write Where(Greater(x, 0), x, 0)")]
    [InlineData("return {|RCP0707:(x != 1)|} ? x : 0;", "'(x != 1)' decides by values; write Where(Not(Equal(x, 1)), x, 0)")]
    [InlineData("return {|RCP0707:gamma <= 1|} ? x : gamma;", "'gamma <= 1' decides by values; write Where(LessOrEqual(gamma, 1), x, gamma)")]
    [InlineData("if ({|RCP0707:x < 0|}) x = 0; return x;", "'x < 0' decides by values; write x = Where(Less(x, 0), 0, x)")]
    [InlineData("if ({|RCP0707:x < 0|}) { x = 0; } else { x = 1; } return x;", "'x < 0' decides by values; write x = Where(Less(x, 0), 0, 1)")]
    [InlineData("if ({|RCP0707:x < 0|}) { x = 0; x = x + 1; } return x;", "'x < 0' decides by values; assign Where(condition, a, b)")]
    [InlineData("bool b = {|RCP0707:x >= 0|}; return b ? x : 0;", "'x >= 0' decides by values; write GreaterOrEqual(x, 0) and choose with Where")]
    [InlineData("{|RCP0707:switch|} (fast) { default: break; } return x;", "'switch' decides by values; write Where(condition, a, b), or 'if' on a switch (bool parameter)")]
    [InlineData("return {|RCP0707:gamma switch { 0 => x, _ => -x }|};", "'gamma switch { 0 => x, _ => -x }' decides by values; write Where(condition, a, b), or '?:' on a switch (bool parameter)")]
    [InlineData("return {|RCP0707:gamma is 0|} ? x : 0;", "'gamma is 0' decides by values; write Where(condition, a, b), or '?:' on a switch (bool parameter)")]
    public async Task Values_decide_nothing(string body, string message) => Assert.Equal([message], await Body("Scalar x = z[y]; " + body));

    [Theory]
    [InlineData("{|RCP0708:for|} (int i = 0; i < 3; i++) x = x * x; return x;", "for")]
    [InlineData("{|RCP0708:while|} (fast) x = x * x; return x;", "while")]
    [InlineData("{|RCP0708:do|} { x = x * x; } while (fast); return x;", "do")]
    [InlineData("{|RCP0708:foreach|} (double d in new[] { 1.0 }) x = d * x; return x;", "foreach")]
    public async Task There_are_no_loops(string body, string keyword) => Assert.Equal(
        [$"'{keyword}' is a loop; use a function over the whole row (Sum, Mean, Max, LogSumExp, Dot, Norm, …) or write its steps one by one"],
        await Body("Scalar x = z[y]; " + body));

    // ---- RCP0709, RCP0710, RCP0716: names and calls ----

    [Theory]
    [InlineData("static double s_factor = 2;", "s_factor")]
    [InlineData("static readonly double Factor = 2;", "Factor")]
    [InlineData("static double Factor => 2;", "Factor")]
    [InlineData("static class Settings { public static double Factor; }", "Settings.Factor")]
    public async Task What_can_change_is_not_read(string member, string use) => Assert.Equal(
        [$"'{use}' can change from call to call; make it a const, or a parameter of the formula"],
        await Members($"{member}\n[Activation] public static Scalar F(Scalar x) => x * {{|RCP0709:{use}|}};"));

    [Fact]
    public async Task Instance_state_is_not_read() => Assert.Equal(
        ["'this' can change from call to call; make it a const, or a parameter of the formula"],
        (await AnalyzerRunner.RunAsync(
            new FormulaAnalyzer(),
            TestCompilation.Create("[Recipe] public partial class R { double k; [LossTerm] static Scalar Mine(Logits z, Label y) => z[y] * this.k; }")))
            .Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("{|RCP0710:System.Math.Tan(gamma)|} * x", "'System.Math.Tan' is not a function of the formula language; use functions of Recipes.Formulas.Math, or write it as a static helper")]
    [InlineData("{|RCP0710:System.Math.Exp(gamma)|} * x", "'System.Math.Exp' is not a function of the formula language; write Exp(…) of Recipes.Formulas.Math")]
    [InlineData("{|RCP0710:MathF.Sqrt(2)|} * x", "'MathF.Sqrt' is not a function of the formula language; write Sqrt(…) of Recipes.Formulas.Math")]
    [InlineData("{|RCP0710:x.ToArray()|}[0]", "'x.ToArray()' is not a function of the formula language; use functions of Recipes.Formulas.Math, or write it as a static helper")]
    public async Task Only_functions_of_the_language_are_called(string expression, string message) => Assert.Equal([message], await Result(expression));

    [Fact]
    public async Task A_rival_of_a_function_is_not_called() => Assert.Equal(
        [
            "'Sign(gamma)' is not a function of the formula language; C# calls System.Math.Sign here, as the arguments are plain numbers; write Recipes.Formulas.Math.Sign(…)",
        ],
        await AnalyzerRunner.VerifyAsync(
            new FormulaAnalyzer(),
            "using static System.Math;\npublic static class Mine { [Activation] public static Scalar F(Scalar x, double gamma = 1) => Sign(x) * {|RCP0710:Sign(gamma)|}; }"));

    [Fact]
    public async Task A_helper_in_the_language_is_called_and_one_that_is_not_is_explained() => Assert.Equal(
        ["'Half' cannot be used in a formula: '1 / 2' is calculated with integers in C# (it is 0); write 1.0 / 2"],
        await AnalyzerRunner.VerifyAsync(
            new FormulaAnalyzer(),
            "public static partial class Mine { [Activation] public static Scalar F(Scalar x) => Twice(x) + {|RCP0716:Half|}(x) + Half(x); static Scalar Twice(Scalar x) => 2 * x; }",
            "public static partial class Mine { static Scalar Half(Scalar x) => 1 / 2 * x; }"));

    // ---- RCP0711, RCP0712: other C# ----

    [Theory]
    [InlineData("return {|RCP0711:gamma % 2|} * x;", "'gamma % 2' is not in the formula language; write arithmetic with + - * /")]
    [InlineData("return {|RCP0711:z[0]|} * x;", "'z[0]' is not in the formula language; a row is read at a Label: row[label]")]
    [InlineData("return {|RCP0711:z.Rows|} * x;", "'z.Rows' is not in the formula language; the only member of a value is the Count of a row")]
    [InlineData("return {|RCP0711:new Scalar(2)|} * x;", "'new Scalar(2)' is not in the formula language; write arithmetic, functions of Recipes.Formulas.Math, row[label], and '?:' on switches")]
    [InlineData("return {|RCP0711:(int)gamma|} * x;", "'(int)gamma' is not in the formula language; leave the cast out, or cast to double or Scalar")]
    [InlineData("Scalar {|RCP0711:c|}; c = x; return c;", "'c' without a value is not in the formula language; give it one where it is declared")]
    [InlineData("if (fast) {|RCP0711:return x;|} return -x;", "an early 'return' is not in the formula language; end with the only one, and choose with Where or '?:' before")]
    [InlineData("{|RCP0711:Console.WriteLine();|} return x;", "'Console.WriteLine();' is not in the formula language; write declarations, assignments and one result")]
    [InlineData("{|RCP0711:try { } finally { }|} return x;", "'try { } finally { }' is not in the formula language; write declarations, assignments and one result")]
    [InlineData("double k = 1; {|RCP0711:k++|}; return k * x;", "'k++' is not in the formula language; write x = x + 1")]
    [InlineData("double k = 1; {|RCP0711:k %= 2|}; return k * x;", "'%=' is not in the formula language; write =, +=, -=, *= or /=")]
    [InlineData("double k = 1; return ({|RCP0711:k = 2|}) * x;", "'k = 2' is not in the formula language; assign in a statement of its own")]
    [InlineData("return {|RCP0711:default(Scalar)|} + x;", "'default(Scalar)' is not in the formula language; write arithmetic, functions of Recipes.Formulas.Math, row[label], and '?:' on switches")]
    public async Task Other_syntax_is_refused(string body, string message) => Assert.Equal([message], await Body("Scalar x = z[y]; " + body));

    [Theory]
    [InlineData("[Activation] public static Scalar F({|RCP0711:in|} Scalar x) => x;", "'in' on the parameter 'x' is not in the formula language; remove it")]
    [InlineData("[Activation] public static Scalar F(Scalar x, {|RCP0711:params|} double[] k) => x;", "'params' on the parameter 'k' is not in the formula language; remove it")]
    [InlineData("[Activation] public static Scalar {|RCP0711:F|}(Scalar x) { throw new Exception(); }", "'F' without a last statement 'return …;' is not in the formula language; end it with one")]
    [InlineData("[Activation] public static Scalar F(Scalar x {|RCP0711:= default|}) => x;", "a default for 'x' is not in the formula language; only knobs (double) and switches (bool) have one")]
    [InlineData("[Loss] public static Scalar F(Logits z, Label y, ref Memory m) { Row<Class> t = m; return H({|RCP0711:ref t|}); }\nstatic Scalar H(ref Row<Class> r) => Sum(r);", "'ref t' is not in the formula language; pass a ref parameter of this formula to 'r'")]
    public async Task Other_signatures_are_refused(string method, string message) => Assert.Equal([message], await Members(method));

    [Theory]
    [InlineData("{|RCP0712:gamma|} = 2; return gamma * z[y];", "'gamma' cannot be assigned to in a formula: only locals and ref parameters can; copy the parameter into a local first")]
    [InlineData("{|RCP0712:s_last|} = 2; return z[y];", "'s_last' cannot be assigned to in a formula: only locals and ref parameters can; declare it in the body")]
    [InlineData("{|RCP0712:Mine.s_last|} = 2; return z[y];", "'Mine.s_last' cannot be assigned to in a formula: only locals and ref parameters can; return the value, or keep it in a ref parameter")]
    public async Task Only_locals_and_ref_parameters_are_assigned_to(string body, string message) => Assert.Equal(
        [message], await Members($"static double s_last; [Loss] public static Scalar F(Logits z, Label y, double gamma = 1) {{ {body} }}"));

    // ---- RCP0713: size ----

    [Fact]
    public async Task A_formula_is_not_too_deep()
    {
        string deep = string.Concat(Enumerable.Repeat("Abs(", 80)) + "x" + new string(')', 80);

        Assert.Equal(
            ["'F' has 129 levels of nesting, and a formula has at most 128; split it into smaller terms or write it shorter"],
            await Members($"[Activation] public static Scalar {{|RCP0713:F|}}(Scalar x) => {deep};"));
    }

    [Fact]
    public async Task A_formula_is_not_too_long()
    {
        string terms = string.Concat(Enumerable.Range(0, 1500).Select(i => $"s = s + x * {i};"));

        Assert.Equal(
            ["'F' has 8193 syntax nodes, and a formula has at most 8192; split it into smaller terms or write it shorter"],
            await Members($"[Activation] public static Scalar {{|RCP0713:F|}}(Scalar x) {{ Scalar s = x; {terms} return s; }}"));
    }

    /// <summary>Each helper calls the one before it twice: 2²⁰ calls when unrolled, from some 20 lines.</summary>
    [Fact]
    public async Task A_formula_is_not_too_large_when_unrolled()
    {
        string helpers = string.Concat(Enumerable.Range(1, 20).Select(i => $"static Scalar H{i}(Scalar x) => H{i - 1}(x) + H{i - 1}(x);\n"));

        string[] messages = await Members($"static Scalar H0(Scalar x) => x * x;\n{helpers}[Activation] public static Scalar F(Scalar x) => {{|RCP0716:H20|}}(x);");

        Assert.Contains("operations with its helpers unrolled, and a formula has at most 16384", Assert.Single(messages));
    }

    // ---- RCP0714, RCP0715, RCP0717, RCP0718, RCP0720: names, ranges, marks ----

    [Theory]
    [InlineData("[Loss] public static Scalar F(Logits z, Label y, double {|RCP0714:weight|} = 1) => z[y];", "the parameter 'weight' would become the property 'Weight', which every loss term has; rename it")]
    [InlineData("[Schedule] public static Scalar F(Progress t, double {|RCP0714:name|} = 1) => t;", "the parameter 'name' would become the property 'Name', which every attribute of a formula has; rename it")]
    [InlineData("[Optimizer] public static Scalar F(Scalar w, Scalar g, Rate lr, bool {|RCP0714:decayAll|} = true) => w;", "the parameter 'decayAll' would become the property 'DecayAll', which every optimizer has; rename it")]
    [InlineData("[Activation] public static Scalar F(Scalar x, double k = 1, double {|RCP0714:K|} = 2) => x;", "the parameter 'K' would become the property 'K', which 'k' becomes too; rename it")]
    public async Task Knobs_have_names_of_their_own(string method, string message) => Assert.Equal([message], await Members(method));

    [Fact]
    public async Task A_formula_is_not_named_like_another_of_its_namespace() => Assert.Equal(
        ["the attribute of 'F' would be named 'FAttribute', as that of A.F is; rename the formula"],
        await AnalyzerRunner.VerifyAsync(
            new FormulaAnalyzer(),
            "namespace N; static class A { [Activation] public static Scalar F(Scalar x) => x; } static class B { [Activation] public static Scalar {|RCP0715:F|}(Scalar x) => x; }"));

    [Theory]
    [InlineData("namespace Recipes; public static class Mine { [Layer] public static Row<Feature> {|RCP0715:Layer|}(Row<Feature> x) => x; }", "the attribute of 'Layer' would be named 'LayerAttribute', as Recipes.LayerAttribute is; rename the formula")]
    [InlineData("namespace Recipes; public static class Mine { [Activation] public static Scalar {|RCP0715:Relu|}(Scalar x) => x; }", "the attribute of 'Relu' would be named 'ReluAttribute', as Recipes.ReluAttribute is; rename the formula")]
    [InlineData("namespace N; public static class Mine { [Layer] public static Row<Feature> {|RCP0715:Layer|}(Row<Feature> x) => x; }", "the attribute of 'Layer' would be named 'LayerAttribute', as Recipes.LayerAttribute is; rename the formula")]
    [InlineData("namespace N; class FAttribute : Attribute; static class Mine { [Activation] public static Scalar {|RCP0715:F|}(Scalar x) => x; }", "the attribute of 'F' would be named 'FAttribute', as N.FAttribute is; rename the formula")]
    public async Task A_formula_is_not_named_like_an_attribute(string source, string message) =>
        Assert.Equal([message], await AnalyzerRunner.VerifyAsync(new FormulaAnalyzer(), source));

    [Theory]
    [InlineData("[Range(0, 1)] double k = {|RCP0717:2|}", "the default 2.0 of 'k' is outside of its range [0.0, 1.0]")]
    [InlineData("[Range(0, 1, ExclusiveMinimum = true)] double k = {|RCP0717:0|}", "the default 0.0 of 'k' is outside of its range (0.0, 1.0]")]
    [InlineData("[Range(0, 1, ExclusiveMaximum = true)] double k = {|RCP0717:1|}", "the default 1.0 of 'k' is outside of its range [0.0, 1.0)")]
    [InlineData("[{|RCP0720:Range(1, 0)|}] double k", "[Range] of 'k' is empty: 1.0 to 0.0; write the least value first")]
    [InlineData("[{|RCP0720:IsMatrix|}] bool k", "[IsMatrix] of 'k' has no meaning; it marks a switch (bool) of an optimizer or gradient transform")]
    [InlineData("[{|RCP0720:IsStart|}] bool k", "[IsStart] of 'k' has no meaning; it marks a switch (bool) of a parametrisation")]
    [InlineData("[{|RCP0720:Decay|}] double k", "[Decay] of 'k' has no meaning; it marks a knob (double) of an optimizer or gradient transform")]
    [InlineData("[{|RCP0720:Initial(1)|}] double k", "[Initial] of 'k' has no meaning; only what is learned or kept has a start value")]
    [InlineData("[{|RCP0720:Range(0, 1)|}] bool k = true", "[Range] of 'k' has no meaning; only knobs (double) have a range")]
    public async Task Parameter_attributes_fit(string parameter, string message) =>
        Assert.Equal([message], await Members($"[Activation] public static Scalar F(Scalar x, {parameter}) => x;"));

    [Theory]
    [InlineData("static class Mine { [{|RCP0718:LossTerm|}] static Scalar F(Logits z, Label y) => z[y]; }", "[LossTerm] stands outside of a recipe; write [Loss] in a static class, or move the method into the recipe")]
    [InlineData("[Recipe] partial class R { [{|RCP0718:Loss|}] static Scalar F(Logits z, Label y) => z[y]; }", "[Loss] stands in a recipe; write [LossTerm]")]
    [InlineData("class Mine { [{|RCP0718:Activation|}] static Scalar F(Scalar x) => x; }", "[Activation] stands in 'Mine', which is no recipe and no static class of a namespace; move the method into one")]
    [InlineData("static class Outer { static class Mine { [{|RCP0718:Activation|}] static Scalar F(Scalar x) => x; } }", "[Activation] stands in 'Mine', which is no recipe and no static class of a namespace; move the method into one")]
    [InlineData("static class Mine { [Activation, {|RCP0718:Loss|}] static Scalar F(Scalar x) => x; }", "[Loss] stands beside [Activation]; a formula has one kind: remove one of them")]
    public async Task Marks_stand_where_they_are_read(string source, string message) =>
        Assert.Equal([message], await AnalyzerRunner.VerifyAsync(new FormulaAnalyzer(), source));
}
