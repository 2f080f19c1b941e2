using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Schedules and weightings against the eager formulas: both are double, so they agree to its last digits.</summary>
public sealed class ScalarKernelTests
{
    [Theory]
    [InlineData("Cosine", "warmup", 0.1), InlineData("Cosine", "warmup", 0.0), InlineData("Linear", "minimum", 0.2), InlineData("OneCycle", "peakAt", 0.4)]
    public void Schedules(string name, string knob, double value)
    {
        EagerFormula schedule = EagerFormula.Library(name);
        Func<double[], double> emitted = Compile(schedule, knob, value, new() { [FormulaRole.Progress] = "x[0]", [FormulaRole.RunSteps] = "x[1]" });
        for (int step = 0; step < 200; step++)
        {
            double expected = ((Scalar)schedule.Call([(Progress)(step / 200.0), (RunSteps)200.0], new Dictionary<string, object> { [knob] = value }))[0];
            Assert.Equal(expected, emitted([step / 200.0, 200]), 1e-12);
        }
    }

    [Fact]
    public void Weightings()
    {
        EagerFormula effective = EagerFormula.Library("EffectiveNumberWeights");
        EagerFormula inverse = EagerFormula.Library("InverseFrequencyWeights");
        Func<double[], double> first = Compile(effective, "beta", 0.99, new() { [FormulaRole.ClassCount] = "x[0]" });
        Func<double[], double> second = Compile(inverse, "", 0, new() { [FormulaRole.ClassCount] = "x[0]", [FormulaRole.RowCount] = "x[1]", [FormulaRole.ClassTotal] = "x[2]" });
        for (int n = 1; n < 400; n += 7)
        {
            Assert.Equal(((Scalar)effective.Call([(ClassCount)(double)n], new Dictionary<string, object> { ["beta"] = 0.99 }))[0], first([n]), 1e-12);
            Assert.Equal(1000.0 / (7.0 * n), second([n, 1000, 7]), 1e-12);
        }
    }

    private static Func<double[], double> Compile(EagerFormula formula, string knob, double value, Dictionary<FormulaRole, string> arguments)
    {
        BoundKnob[] knobs = [.. formula.Definition.Parameters.Where(p => p.Role == FormulaRole.Knob)
            .Select(p => new BoundKnob(p.Name, (p.Name == knob ? value : p.Default!.Value).ToString("R", System.Globalization.CultureInfo.InvariantCulture), 0))];
        ScalarKernelResult kernel = ScalarKernel.Write(new BoundFormula(formula.Definition, formula.Definition.Name, new EquatableArray<BoundKnob>(knobs), []), arguments);
        Assert.True(kernel.Problem is null, kernel.Problem);
        return Emitted.Compile(Emitted.Usings + $"public static class Generated {{ public static double F(double[] x) {{ {kernel.Statements} return {kernel.Expression}; }} }}")
            .GetType("Generated")!.GetMethod("F")!.CreateDelegate<Func<double[], double>>();
    }
}
