using System.Diagnostics;
using System.Text;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Texts that come from strangers end in a problem, soon, and on a small stack.</summary>
public sealed class HostileFormulaTests
{
    private static readonly FormulaParameter[] s_parameters = [new("z", FormulaRole.Logits), new("y", FormulaRole.Label)];

    public static TheoryData<string> Texts()
    {
        string Deep(string open, string middle, string close, int times) => string.Concat(Enumerable.Repeat(open, times)) + middle + string.Concat(Enumerable.Repeat(close, times));
        string Loss(string body) => "static Scalar F(Logits z, Label y) { " + body + " }";
        var doubling = new StringBuilder("Scalar x0 = z[y]; ");
        for (int i = 1; i < 300; i++) doubling.Append($"Scalar x{i} = x{i - 1} * x{i - 1} + x{i - 1} * Exp(x{i - 1}); ");
        var functions = new StringBuilder();
        for (int i = 0; i < 40; i++) functions.Append($"static Scalar G{i}(Scalar x) => {(i == 0 ? "x + 1" : $"G{i - 1}(x) * G{i - 1}(G{i - 1}(x))")}; ");
        var wide = new StringBuilder("return z[y]");
        for (int i = 0; i < 4000; i++) wide.Append($" + {i}.5");
        return
        [
            Loss("return " + Deep("(", "z[y]", ")", 5000) + ";"),
            Loss("return " + Deep("Exp(", "z[y]", ")", 5000) + ";"),
            Loss("return " + Deep("-", "z[y]", "", 9000) + ";"),
            Loss("return z[y]" + Deep("", "", " * z[y]", 3000) + ";"),
            Loss("return Sum(z" + Deep("", "", " * (z + Max(z", 900) + Deep("", "", "))", 900) + ");"),
            Loss(doubling + "return x299;"),
            Loss(functions + "return G39(z[y]);"),
            Loss(wide + ";"),
            Loss(Deep("{ ", "return z[y];", " }", 3000)),
            Loss("static Scalar G(Scalar x) => G(x); return G(z[y]);"),
            Loss("return Pow(Pow(Pow(Pow(z[y], 1e9), 1e9), 1e9), 1e9);"),
            Loss("while (true) { } return z[y];"),
            Loss("return z;"),
            Loss("return Unknown(z[y]);"),
            Loss("return Max(z, y);"),
            Loss("return new Scalar(1);"),
            Loss("return z[0];"),
            Loss("return MeanByLabel(MeanByLabel(z, y), y)[y] ? 1 : 0;"),
            "static Scalar F(Logits z) => z[y];",
            "static Scalar F(Logits z, Label y) => ",
            "class F { }",
            "",
            new string('(', 40_000),
        ];
    }

    [Theory, MemberData(nameof(Texts))]
    public void End_in_a_problem_or_a_loss(string text)
    {
        var formula = new FormulaDefinition("F", FormulaKind.Loss, new EquatableArray<FormulaParameter>([.. s_parameters]), text);
        var request = new LossKernelRequest(10, 64, 1, new EquatableArray<TermRequest>([new TermRequest("F", new BoundFormula(formula, "F", [], []), "1.0")]));
        LossKernelResult? result = null;
        // A quarter of the stack that Windows gives a thread.
        var thread = new Thread(() => result = LossKernel.Write(request), 512 * 1024);
        var watch = Stopwatch.StartNew();
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)), "It does not end.");
        Assert.True(result!.Problem is not null || result.Members.Length > 0);
        if (result.Problem is null) Emitted.Compile(Emitted.Usings + "public sealed class Generated() : Recipes.Generators.Tests.Formulas.Kernels.KernelHost(64, 1, 10, 1, 1, 1) { public override void Run() { " + result.Call + " }\n" + result.Members + "\n}");
    }

    [Theory]
    [InlineData("static Scalar F(Logits z, Label y) => z[y] + Unknown(z);", "there is no function 'Unknown' of 1 arguments")]
    [InlineData("static Scalar F(Logits z, Label y) => q;", "'q' is not known")]
    [InlineData("static Scalar F(Logits z, Label y) => z;", "a loss is one number per example, not a row")]
    [InlineData("static Scalar F(Logits z, Label y) => z[y] + BatchSum(0.5);", "BatchSum is given a value that is the same for all examples; give it one of each example")]
    [InlineData("static Scalar F(Logits z, Label y) => z[y] * Mean(PairDot(z, BatchMean(z)));", "PairDot is given a value that is the same for all examples; give it one of each example")]
    public void The_problem_says_what_is_wrong(string text, string problem)
    {
        var formula = new FormulaDefinition("F", FormulaKind.Loss, new EquatableArray<FormulaParameter>([.. s_parameters]), text);
        Assert.Equal(problem, LossKernel.Write(new LossKernelRequest(10, 64, 1, new EquatableArray<TermRequest>([new TermRequest("F", new BoundFormula(formula, "F", [], []), "1.0")]))).Problem);
    }
}
