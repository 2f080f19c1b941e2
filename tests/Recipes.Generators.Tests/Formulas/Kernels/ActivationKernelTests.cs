using System.Reflection;
using System.Runtime.Intrinsics;
using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Tests.Formulas.Activations;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Activations against the eager formulas, their derivatives against differences of them.</summary>
public sealed class ActivationKernelTests
{
    private static readonly EagerFormula s_odd = EagerFormula.Of(
        FormulaKind.Activation, "static Scalar Odd(Scalar x, double beta = 1.5, double power = 2) => Where(Less(x, -1), Log1p(Pow(Abs(x), power)), beta / 2 * Softplus(beta * x) + Cos(x) * Expm1(-Square(x)));");

    public static TheoryData<string> Activations() => ["Odd", .. WithoutLearned()];

    [Theory, MemberData(nameof(Activations))]
    public void Values_and_derivatives_agree_at_every_width(string name)
    {
        (EagerFormula formula, FormulaParameter[] knobs, Func<double[], IActivation> make) = Compile(name);
        foreach (double[] values in new[] { knobs.Select(Declared).ToArray(), [.. knobs.Select(k => Declared(k) + 0.3)] })
        {
            IActivation activation = make(values);
            double Eager(double x) => ((Scalar)formula.Call([(Scalar)x], Given(knobs, values)))[0];
            for (float x = -12; x < 12; x += 0.0371f)
            {
                // Beyond the kinks, which have conventions of their own.
                double slope = (Eager(x + 1e-6) - Eager(x - 1e-6)) / 2e-6;
                foreach ((float value, float derivative) in At(activation, x))
                {
                    LossChecks.Near(Eager(x), value, 1e-6, 1, $"{name} at {x}");
                    if (Math.Abs(x) > 1e-3 && Math.Abs(x + 1) > 1e-3) LossChecks.Near(slope, derivative, 2e-6, 1, $"{name}′ at {x}");
                }
            }

            foreach ((float value, float derivative) in At(activation, float.NaN)) Assert.True(float.IsNaN(value));
            foreach (float x in (float[])[0, 1e-30f, -1e-30f, 40, -40])
                foreach ((float value, float derivative) in At(activation, x)) Assert.True(float.IsFinite(value) && float.IsFinite(derivative));
        }
    }

    public static TheoryData<string> LibraryActivations() => [.. WithoutLearned()];

    /// <summary>Those that learn are layers to the compiler, and held to the same by their tests.</summary>
    private static IEnumerable<string> WithoutLearned() => LibraryFormulas.All.Values
        .Where(f => f.Kind == FormulaKind.Activation && !f.Parameters.Any(p => p.Role == FormulaRole.Learned)).Select(f => f.Name).Order(StringComparer.Ordinal);

    [Theory, MemberData(nameof(LibraryActivations))]
    public void Each_knob_may_go_to_its_ends_and_values_far_out(string name)
    {
        (EagerFormula formula, FormulaParameter[] knobs, Func<double[], IActivation> make) = Compile(name);
        for (int moved = 0; moved < knobs.Length; moved++)
        {
            foreach (double end in Ends(knobs[moved]))
            {
                double[] values = [.. knobs.Select((k, i) => i == moved ? end : Declared(k))];
                IActivation activation = make(values);
                foreach (float x in (float[])[-1e4f, -60, -2, -0.5f, -1e-3f, 0, 1e-3f, 0.5f, 2, 60, 1e4f])
                {
                    // A float of 10⁷ radians does not say where in its period it lies.
                    if (name is "Sine" or "Snake" && Math.Abs(x * end) > 1e4) continue;
                    double expected = ((Scalar)formula.Call([(Scalar)x], Given(knobs, values)))[0];
                    foreach ((float value, float derivative) in At(activation, x))
                    {
                        LossChecks.Near(expected, value, 2e-6, Math.Max(1, Math.Abs(x)), $"{name} at {x}, {knobs[moved].Name} = {end}");
                        Assert.True(float.IsFinite(derivative), $"{name}′ at {x}, {knobs[moved].Name} = {end}: {derivative}");
                    }
                }
            }
        }
    }

    public static TheoryData<int> GoldenCases() => [.. Enumerable.Range(0, ActivationGolden.All.Length).Where(i => WithoutLearned().Contains(ActivationGolden.All[i].Name))];

    /// <summary>At the kinks too, where a derivative is a convention.</summary>
    [Theory, MemberData(nameof(GoldenCases))]
    public void Values_and_derivatives_are_those_of_PyTorch(int index)
    {
        ActivationValues golden = ActivationGolden.All[index];
        (_, FormulaParameter[] knobs, Func<double[], IActivation> make) = Compile(golden.Name);
        var given = golden.Knobs.ToDictionary(k => k.Name, k => k.Value);
        IActivation activation = make([.. knobs.Select(k => given.TryGetValue(k.Name, out double value) ? value : Declared(k))]);
        for (int i = 0; i < ActivationGolden.Points.Length; i++)
        {
            float x = (float)ActivationGolden.Points[i];
            // A point that is no float is half a unit away, and so may the value be.
            Assert.All(At(activation, x), v =>
            {
                LossChecks.Near(golden.Values[i], v.Value, 2e-6, 1, $"{golden.Name} at {x}");
                LossChecks.Near(golden.Derivatives[i], v.Derivative, 4e-6, 1, $"{golden.Name}′ at {x}");
            });
        }
    }

    [Fact]
    public void The_derivative_of_relu_at_zero_is_that_of_the_first_operand()
    {
        ActivationKernelResult kernel = ActivationKernel.Write(new BoundFormula(EagerFormula.Library("Relu").Definition, "Relu", [], []));
        var activation = (IActivation)Emitted.Compile(Emitted.Usings + $"public static class Generated {{ public static IActivation Make() => new {kernel.TypeName}(); {kernel.Text} }}")
            .GetType("Generated")!.GetMethod("Make")!.Invoke(null, [])!;
        // max(0, x): at the tie the gradient goes to the constant.
        Assert.All(At(activation, 0), v => Assert.Equal(0, v.Derivative));
    }

    private static (EagerFormula Formula, FormulaParameter[] Knobs, Func<double[], IActivation> Make) Compile(string name)
    {
        EagerFormula formula = name == "Odd" ? s_odd : EagerFormula.Library(name);
        FormulaParameter[] knobs = [.. formula.Definition.Parameters.Where(p => p.Role == FormulaRole.Knob)];
        var bound = new BoundFormula(formula.Definition, name, knobs.Select((p, i) => new BoundKnob(p.Name, $"Knobs[{i}]", Declared(p))).ToEquatableArray(), []);
        ActivationKernelResult kernel = ActivationKernel.Write(bound);
        Assert.True(kernel.Problem is null, kernel.Problem);
        string text = Emitted.Usings + $$"""
            public sealed class Generated
            {
                public static IActivation Make(double[] Knobs) => new {{kernel.TypeName}}({{kernel.Arguments}});
            {{kernel.Text}}
            }
            """;
        MethodInfo make = Emitted.Compile(text).GetType("Generated")!.GetMethod("Make")!;
        return (formula, knobs, values => (IActivation)make.Invoke(null, [values])!);
    }

    /// <summary>A knob that the recipe must give stands at 1.</summary>
    private static double Declared(FormulaParameter knob) => knob.Default ?? 1;

    private static Dictionary<string, object> Given(FormulaParameter[] knobs, double[] values) =>
        knobs.Select((k, i) => (k.Name, Value: (object)values[i])).ToDictionary(k => k.Name, k => k.Value);

    /// <summary>Both ends of a knob's range, or 1,000 where it has none.</summary>
    private static IEnumerable<double> Ends(FormulaParameter knob)
    {
        yield return Math.Max(-1e3, knob.ExclusiveMinimum ? knob.Minimum + 1e-3 : knob.Minimum);
        yield return Math.Min(1e3, knob.ExclusiveMaximum ? knob.Maximum - 1e-3 : knob.Maximum);
    }

    private static IEnumerable<(float Value, float Derivative)> At(IActivation activation, float x)
    {
        yield return (activation.Value(Vector512.Create(x))[11], activation.Derivative(Vector512.Create(x))[11]);
        yield return (activation.Value(Vector256.Create(x))[5], activation.Derivative(Vector256.Create(x))[5]);
        yield return (activation.Value(Vector128.Create(x))[2], activation.Derivative(Vector128.Create(x))[2]);
    }
}
