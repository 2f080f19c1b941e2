using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>What updates keep, allocate and refuse.</summary>
public sealed class ParameterStateTests
{
    /// <summary>By hand, of 4480 floats with gaps: 37 + 1 of vectors and 45 + 140 + 4224 of matrices, each run up to a multiple of 16, a double of the run 16.</summary>
    [Theory]
    [InlineData("Lion", 4480)]
    [InlineData("AdamW", 2 * 4480)] // the third, of AMSGrad, is not used
    [InlineData("NAdam", (2 * 4480) + 16)]
    [InlineData("NovoGrad", 4480 + (5 * 16))]
    [InlineData("Fromage", 0)]
    [InlineData("Muon", 4480 + 48 + 16)] // the second only for vectors
    [InlineData("Adafactor", (16 + 16 + 80) + (16 + 32 + 64) + (48 + 16))] // rows, columns, all of the vectors
    [InlineData("ScheduleFreeSgd", 4480 + 16 + 16)]
    public void Takes_no_more_memory_than_it_needs(string name, int floats) => Assert.Equal(floats, new UpdateCase(UpdateFormula.Of(name)).StateFloats);

    [Theory]
    [InlineData("AdamW"), InlineData("Lamb"), InlineData("Adafactor"), InlineData("Muon"), InlineData("Prodigy"), InlineData("Sm3")]
    public void A_step_allocates_nothing(string name)
    {
        using UpdateHost host = new UpdateCase(UpdateFormula.Of(name)).Host();
        UpdateStep step = UpdateStep.Some(1).Single();
        for (int i = 0; i < 3; i++) UpdateCase.Take(host, step);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++) host.Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_state_starts_where_its_formula_says() => Assert.Equal(
        [new StateFill(0, 4480, 0.25)],
        Kernel("static Scalar Own(Scalar w,Scalar g,[Initial(0.25)]ref State s,Rate lr){s=0.5*s+g;return w-lr*s;}").StateFills);

    /// <summary>One pass reads and writes everything where no sum is needed; a sum over tensors takes one more.</summary>
    [Theory]
    [InlineData("AdamW", "parameter, m, v are updated in one sweep over the parameters, one lane per number.")]
    [InlineData("Lamb", "parameter, m, v are updated in 2 passes over the parameters, one lane per number.")]
    [InlineData("Muon", "parameter, m, v are updated in 3 passes over the parameters, matrices by rows, one lane per number.")]
    public void Says_how_often_it_reads_the_parameters(string name, string expected) => Assert.Equal(expected, Assert.Single(new UpdateCase(UpdateFormula.Of(name)).Summary));

    [Theory]
    [InlineData("static Row<Element> Own(Row<Element> w,Row<Element> g,ref State s,Rate lr){s=0.5*s+Sum(g);return w-lr*g*ModelSum(s);}", "a sum over the model is one of values per element")]
    [InlineData("static Row<Incoming> Own(Row<Incoming> w,Row<Incoming> g,Rate lr)=>w-lr*OddPolynomial(g,1.0,2.0,3.0);", "a polynomial is one of a matrix; ask [IsMatrix] first")]
    [InlineData("static Row<Element> Own(Row<Element> w,Row<Element> g,ref Running s,Rate lr){s=Sum(g);return w-lr*g;}", "'s' is kept for the run, but what is assigned differs between tensors")]
    [InlineData("static Scalar Own(Scalar w,Scalar g,ref Running s,Rate lr){s=g;return w-lr*g;}", "'s' is assigned more numbers than it keeps")]
    public void What_an_update_cannot_do_is_said(string text, string problem) => Assert.Equal(problem, Kernel(text).Problem);

    [Theory]
    [InlineData("static Row<Element> Own(Row<Element> v)=>v/Max(Abs(v));", "a maximum has no gradient in a parametrisation; write Stop(…) around it")]
    [InlineData("static Row<Incoming> Own(Row<Incoming> v)=>v/Max(UnitMax(Norm(v)),1e-6);", "a maximum has no gradient in a parametrisation; write Stop(…) around it")]
    [InlineData("static Scalar Own(Scalar v)=>v/ModelSum(v*v);", "a sum over the model has no gradient in a parametrisation; write Stop(…) around it")]
    [InlineData("static Row<Incoming> Own(Row<Incoming> v)=>OddPolynomial(v,1.0,2.0,3.0);", "a polynomial of a matrix has no gradient in a parametrisation; write Stop(…) around it")]
    [InlineData("static Row<Element> Own(Row<Element> v,ref Learned a){a=0.5*a;return a*v;}", "'a' is trained, and is assigned in every step; assign it where the [IsStart] switch is set")]
    [InlineData("static Scalar Own(ref Scalar v){v=0.5*v;return v;}", "'v' is trained, and is assigned in every step; assign it where the [IsStart] switch is set")]
    [InlineData("static Row<Element> Own(Row<Element> v)=>0.0*v+Mean(v);", "its result is not a number for each weight")]
    public void What_a_parametrisation_cannot_do_is_said(string text, string problem)
    {
        FormulaDefinition definition = EagerFormula.Of(FormulaKind.Parametrization, text).Definition;
        var model = new Proofs.ProofModel(definition, 9);
        Assert.Equal(problem, ParametrizationKernel.Write(new(new BoundFormula(definition, "Own", [], []), model.Latents, model.Shapes, model.Floats, 0)).Problem);
    }

    [Fact]
    public void Weights_are_averaged_once()
    {
        BoundFormula Bound(string name) => new(LibraryFormulas.All[name], name, UpdateFormula.Of(name).Values.Select(v => v.Value is bool flag
            ? new BoundKnob(v.Key, "", 0, flag) : new BoundKnob(v.Key, "0.5", (double)v.Value)).ToEquatableArray(), []);
        Assert.Equal(
            "it averages the weights by itself, and WeightAverage does too",
            ParameterKernel.Write(new(Bound("ScheduleFreeSgd"), [], Bound("WeightAverage"), ParameterModel.Several.Shapes, ParameterModel.Several.Floats)).Problem);
    }

    private static ParameterKernelResult Kernel(string text)
    {
        FormulaDefinition definition = EagerFormula.Of(FormulaKind.Optimizer, text).Definition;
        return ParameterKernel.Write(new(new BoundFormula(definition, "Own", [], []), [], null, ParameterModel.Several.Shapes, ParameterModel.Several.Floats));
    }
}
