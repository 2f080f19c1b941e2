using System.Reflection;
using System.Text;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Tests.Formulas.Reading;

/// <summary>Texts from strangers: read when they are in the grammar, refused with a reason when not, and never an exception.</summary>
public class MetadataTextTests
{
    private static string? ProblemOf(string? text, string? kind = "Activation", int version = 1)
    {
        FormulaDefinition? formula = FormulaReader.FromMetadata(version, kind, text, out string? problem);
        Assert.Equal(formula is null, problem is not null);
        return problem;
    }

    [Fact]
    public void A_text_that_a_person_wrote_is_put_into_canonical_form()
    {
        FormulaDefinition? formula = FormulaReader.FromMetadata(
            1, "Activation", "static Scalar Leaky( Scalar x, [Range(0, 1)] double slope = 0.01 )\n{\n    return Max((slope * x), x) / 2;\n}", out string? problem);

        Assert.Null(problem);
        Assert.Equal("static Scalar Leaky(Scalar x,[Range(0.0,1.0)]double slope=0.01)=>Max(slope*x,x)/2.0;", formula!.Text);
        Assert.Equal(new FormulaParameter("slope", FormulaRole.Knob, Default: 0.01, Minimum: 0, Maximum: 1), formula.Parameters[1]);
    }

    [Theory]
    [InlineData(0, "Activation", "static Scalar F(Scalar x)=>x;", "its text has version 0 and this compiler reads version 1; update the Recipes package")]
    [InlineData(2, "Activation", "static Scalar F(Scalar x)=>x;", "its text has version 2 and this compiler reads version 1; update the Recipes package")]
    [InlineData(1, "Potion", "static Scalar F(Scalar x)=>x;", "its kind is unknown; update the Recipes package")]
    [InlineData(1, "4", "static Scalar F(Scalar x)=>x;", "its kind is unknown; update the Recipes package")]
    [InlineData(1, null, "static Scalar F(Scalar x)=>x;", "its kind is unknown; update the Recipes package")]
    [InlineData(1, "Activation", null, "it has no text")]
    [InlineData(1, "Activation", "", "its text is not one function")]
    [InlineData(1, "Activation", "return 1;", "its text is not one function")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>x", "its text does not parse: ; expected")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>x;static Scalar G(Scalar x)=>x;", "its text does not parse: Unexpected token 'static'")]
    [InlineData(1, "Activation", "Scalar F(Scalar x)=>x;", "'F' is not static; a formula is a plain static method with a body: add 'static'")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>typeof(int);", "'typeof' is not in the formula language")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>\"\";", "the character U+0022 is not in the formula language")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>x/*y*/;", "a text has no comments")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>y;", "'y' is not in the formula language; there is no such name")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>Tan(x);", "'Tan(x)' is not in the formula language; there is no such function")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>System.Console.Beep(x);", "'System.Console.Beep(x)' is not in the formula language; there is no such function")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>Exp(x,x);", "'Exp(x, x)' is not in the formula language; it takes 1 to 1 arguments")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>Sum(x);", "'Sum(x)' is not in the formula language; it does not take (Scalar)")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x)=>F(x);", "'F(x)' is not in the formula language; there is no such function")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x){static Scalar G(Scalar x)=>H(x);static Scalar H(Scalar x)=>G(x);return G(x);}", "'G(x)' calls itself (G → H → G); a formula is unrolled where it is used: write the result in closed form, or its first steps one by one")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x){Scalar x=1;return x;}", "'x = 1' is not in the formula language; the name is taken")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x,double x)=>x;", "'double x' is not in the formula language; the name is taken")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x,Tensor t)=>x;", "'Tensor' is not in the formula language; there is no such type")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x,[Obsolete]double k)=>x;", "'Obsolete' is not in the formula language; only Range, Decay, Initial, Ascends, IsMatrix and IsStart are known")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x,[Range(0)]double k)=>x;", "'Range(0)' is not in the formula language; a bound is missing or no constant")]
    [InlineData(1, "Activation", "static Scalar F(Scalar x,double k=k)=>x;", "'k' is not in the formula language; there is no such name")]
    [InlineData(1, "Loss", "static Scalar F(Scalar x)=>x;", "'F' does not have the signature of the kind Loss; write 'Scalar F(Logits z, …)' or 'Scalar F(Outputs z, …)' or 'Scalar F(Embedding h, …)', then knobs (double) and switches (bool)")]
    [InlineData(1, "Loss", "static Scalar F(Logits z,Label y)=>z;", "'z' is not in the formula language; the result of 'F' is a Scalar, and this is a Row<Class>")]
    [InlineData(1, "Loss", "static Scalar F(Logits z,Label y)=>y+1;", "'y + 1' is not in the formula language; a Label and a double do not go together")]
    [InlineData(1, "Layer", "static Row<Feature> F(Row<Feature> x)=>x*Softmax(OneHot(1,x));", "'OneHot(1, x)' is not in the formula language; it does not take (double, Row<Feature>)")]
    [InlineData(1, "Loss", "static Scalar F(Logits z,Label y,bool b=true)=>b?z:1;", "'b ? z : 1' is not in the formula language; it is a Row<Class> or a double")]
    [InlineData(1, "Optimizer", "static Scalar F(Scalar w,Scalar g,ref State m,Rate lr){static Scalar H(ref State s)=>s;return H(m);}", "'m' is not in the formula language; pass a ref parameter of this formula to 's'")]
    public void What_is_outside_of_the_grammar_is_refused(int version, string? kind, string? text, string problem) => Assert.Equal(problem, ProblemOf(text, kind, version));

    /// <summary>Written to exhaust memory, time or the stack of whatever reads them. (On 1 MB, as the compiler has on Windows.)</summary>
    [Fact]
    public void Hostile_texts_are_refused()
    {
        string Function(string expression) => $"static Scalar F(Scalar x)=>{expression};";
        string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
        string[] texts =
        [
            Function(Repeat("(", 1_000_000) + "x" + Repeat(")", 1_000_000)),
            new string('x', 1_000_000),
            new string('\0', 1_000),
            Function(Repeat("(", 10_000) + "x" + Repeat(")", 10_000)),
            Repeat("(", 30_000),
            Repeat("{", 30_000),
            Repeat("[", 30_000),
            Function(Repeat("-", 30_000) + "x"),
            Function(Repeat("- ", 15_000) + "x"),
            Function(Repeat("!", 30_000) + "x"),
            Function(Repeat("Abs(", 8_000) + "x" + Repeat(")", 8_000 / 2)),
            Function("x" + Repeat("+x", 15_000)),
            Function("x" + Repeat("*(x", 9_000)),
            Function(Repeat("x?", 10_000) + "x" + Repeat(":x", 5_000)),
            Function("x" + Repeat("?x:x", 8_000)),
            Function(Repeat("x=>", 10_000) + "x"),
            Function(Repeat("(x)", 10_000) + "x"),
            Function(Repeat("(x)-", 8_000) + "x"),
            Function("x" + Repeat("[x]", 10_000)),
            Function("x" + Repeat(".x", 15_000)),
            Function("x" + Repeat("()", 15_000)),
            Function("x" + Repeat("?.x", 10_000)),
            Function(Repeat("await ", 5_000) + "x"),
            Function(Repeat("from x ", 4_000) + "x"),
            Function(Repeat("not ", 8_000) + "x"),
            Function(Repeat("a is not ", 3_000) + "x"),
            Function(Repeat("x with{", 4_000)),
            Function(Repeat("x switch{", 3_000)),
            Function(Repeat("new ", 8_000)),
            Function(Repeat("ref ", 8_000) + "x"),
            Function(Repeat("x ref ", 5_000)),
            Function("x" + Repeat("<x", 10_000)),
            Function(Repeat("x<", 10_000) + Repeat(">", 10_000) + "()"),
            Repeat("Row<", 8_000),
            $"static {Repeat("Row<", 3_000)}Class{Repeat(">", 3_000)} F(Scalar x)=>x;",
            "static Scalar F(Scalar x){" + Repeat("if(true)", 4_000) + "x=x;return x;}",
            "static Scalar F(Scalar x){" + Repeat("if(true){}else ", 2_000) + "x=x;return x;}",
            "static Scalar F(Scalar x){" + Repeat("a:", 15_000) + "return x;}",
            "static Scalar F(Scalar x){" + Repeat("static Scalar G(Scalar x){", 1_000) + "return x;" + Repeat("}", 1_000) + "return x;}",
            "static Scalar F(Scalar x){" + Repeat("static Scalar G(Scalar x)=>x;", 1_000) + "return G(x);}",
            "static Scalar F(Scalar x){" + Repeat("Scalar y=x;", 2_500) + "return x;}",
            $"static Scalar F({Repeat("Scalar x,", 3_000)}Scalar y)=>x;",
            $"static Scalar F(Scalar x,{Repeat("[Range(0,1)]", 2_500)}double k)=>x;",
            Repeat("static ", 4_000) + "Scalar F(Scalar x)=>x;",
            Repeat("static Scalar F(Scalar x)=>", 1_000) + "x;",
            Repeat("@", 30_000),
            Function("1" + Repeat("0", 30_000)),
            Function("1E" + Repeat("9", 30_000)),
            Function("0." + Repeat("0", 30_000) + "1"),
            Function("\ud800"),
            Function(Repeat("x\n", 10_000)),
        ];

        OnSmallStack(() =>
        {
            foreach (string text in texts)
            {
                string shown = text[..Math.Min(60, text.Length)];
                string? problem = ProblemOf(text);
                // A long tail of zeros is a number all the same.
                if (!shown.Contains("0.00", StringComparison.Ordinal)) Assert.True(problem is not null, shown);
                Assert.True(problem is null || problem.Length < 500, shown + ": " + problem);
            }
        });
    }

    /// <summary>The deepest text that is let through is read on a small stack as well.</summary>
    [Fact]
    public void The_deepest_texts_that_are_let_through_are_read_on_a_small_stack()
    {
        int read = 0;
        OnSmallStack(() =>
        {
            foreach (string step in new[] { "Abs(", "(1+", "-(", "(x*(" })
            {
                for (int depth = 1; depth < 160; depth++)
                {
                    string expression = string.Concat(Enumerable.Repeat(step, depth)) + "x" + new string(')', depth * step.Count(c => c == '('));
                    if (ProblemOf($"static Scalar F(Scalar x)=>{expression};") is null) read++;
                }
            }
        });
        Assert.InRange(read, 100, 159 * 4);
    }

    /// <summary>Nesting limits hold for what the calls unroll to, not only for what is written.</summary>
    [Fact]
    public void Calls_in_each_other_are_limited()
    {
        string Chain(int calls, string body) =>
            "static Scalar F(Scalar x){" + string.Concat(Enumerable.Range(0, calls).Select(i => $"static Scalar H{i}(Scalar x)=>{body.Replace("#", i == 0 ? "x" : $"H{i - 1}(x)", StringComparison.Ordinal)};"))
            + $"return H{calls - 1}(x);}}";

        Assert.Null(ProblemOf(Chain(20, "#+x")));
        Assert.Contains("has 33 calls in each other, and a formula has at most 32", ProblemOf(Chain(40, "#+x")));
        Assert.Contains("levels of nesting with its helpers unrolled, and a formula has at most 200", ProblemOf(Chain(20, "Abs(Abs(Abs(Abs(Abs(Abs(Abs(Abs(Abs(Abs(#))))))))))")));
    }

    [Fact]
    public void Unrolled_operations_are_limited()
    {
        string helpers = string.Concat(Enumerable.Range(1, 20).Select(i => $"static Scalar H{i}(Scalar x)=>H{i - 1}(x)+H{i - 1}(x);"));

        Assert.Contains("operations with its helpers unrolled", ProblemOf($"static Scalar F(Scalar x){{static Scalar H0(Scalar x)=>x*x;{helpers}return H20(x);}}"));
    }

    /// <summary>Texts that are nearly right, 20,000 of them: each is read or refused, and what is read has a form that stays.</summary>
    [Fact]
    public void Mutated_texts_are_read_or_refused()
    {
        (string Kind, string Text)[] seeds =
        [
            .. typeof(RecipeAttribute).Assembly.GetTypes().Select(type => type.GetCustomAttribute<FormulaAttribute>()).OfType<FormulaAttribute>()
                .OrderBy(formula => formula.Text, StringComparer.Ordinal).Select(formula => (formula.Kind, formula.Text)),
            ("Optimizer", "static Scalar F(Scalar w,Scalar g,ref State m,Rate lr,bool b=true){static Scalar H(ref State m,double k){if(k>0){m=k;}return m;}if(b&&!false){m=m*2.0;}else{double c=1.0;m=c;}return H(ref m,1E-08);}"),
        ];
        string[] pieces = ["(", ")", "{", "}", "[", "]", "<", ">", "=>", "=", ";", ",", ".", "?", ":", "-", "+", "*", "/", "!", "&&", "||", "ref ", "static ", "Scalar ", "Row<Class>", "double ", "bool ", "if(", "else", "return ", "x", "z", "y", "m", "1", "1.0", "1e999", "true", "Exp(", "Max(", "Where(", "Range(", "Count", "double.NaN", "@", "_", "é", "\u2212", "int ", "this", "\"", "#", "\0"];
        var random = new Random(1);
        int read = 0;

        OnSmallStack(() =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                (string kind, string text) = seeds[random.Next(seeds.Length)];
                for (int edits = random.Next(1, 4); edits > 0; edits--)
                {
                    int at = random.Next(text.Length + 1);
                    int length = Math.Min(random.Next(0, 9), text.Length - at);
                    string piece = random.Next(3) switch { 0 => "", 1 => pieces[random.Next(pieces.Length)], _ => text.Substring(random.Next(text.Length / 2), random.Next(text.Length / 2)) };
                    text = text[..at] + piece + text[(at + length)..];
                }

                FormulaDefinition? formula = FormulaReader.FromMetadata(1, kind, text, out string? problem);
                Assert.True(formula is null == problem is not null, text);
                if (formula is null) continue;
                read++;
                Assert.Equal(formula, FormulaReader.FromMetadata(1, kind, formula.Text, out problem));
            }
        });
        Assert.InRange(read, 200, 19_000);
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure).Throw();
    }
}
