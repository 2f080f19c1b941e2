using System.Reflection;
using System.Runtime.Intrinsics;
using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Activations against the eager formulas, their derivatives against differences of them.</summary>
public sealed class ActivationKernelTests
{
    private static readonly EagerFormula s_odd = EagerFormula.Of(
        FormulaKind.Activation, "static Scalar Odd(Scalar x, double beta = 1.5, double power = 2) => Where(Less(x, -1), Log1p(Pow(Abs(x), power)), beta / 2 * Softplus(beta * x) + Cos(x) * Expm1(-Square(x)));");

    public static TheoryData<string> Activations() => LibraryFormulas.Names(FormulaKind.Activation, "Odd");

    [Theory, MemberData(nameof(Activations))]
    public void Values_and_derivatives_agree_at_every_width(string name)
    {
        EagerFormula formula = name == "Odd" ? s_odd : EagerFormula.Library(name);
        FormulaParameter[] knobs = [.. formula.Definition.Parameters.Where(p => p.Role == FormulaRole.Knob)];
        var bound = new BoundFormula(formula.Definition, name, knobs.Select((p, i) => new BoundKnob(p.Name, $"Knobs[{i}]", p.Default!.Value)).ToEquatableArray(), []);
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
        foreach (double[] values in new[] { knobs.Select(k => k.Default!.Value).ToArray(), [.. knobs.Select(k => k.Default!.Value + 0.3)] })
        {
            var activation = (IActivation)make.Invoke(null, [values])!;
            Dictionary<string, object> given = knobs.Select((k, i) => (k.Name, Value: (object)values[i])).ToDictionary(k => k.Name, k => k.Value);
            double Eager(double x) => ((Scalar)formula.Call([(Scalar)x], given))[0];
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

    [Fact]
    public void The_derivative_of_relu_at_zero_is_that_of_the_first_operand()
    {
        ActivationKernelResult kernel = ActivationKernel.Write(new BoundFormula(EagerFormula.Library("Relu").Definition, "Relu", [], []));
        var activation = (IActivation)Emitted.Compile(Emitted.Usings + $"public static class Generated {{ public static IActivation Make() => new {kernel.TypeName}(); {kernel.Text} }}")
            .GetType("Generated")!.GetMethod("Make")!.Invoke(null, [])!;
        // max(0, x): at the tie the gradient goes to the constant.
        Assert.All(At(activation, 0), v => Assert.Equal(0, v.Derivative));
    }

    private static IEnumerable<(float Value, float Derivative)> At(IActivation activation, float x)
    {
        yield return (activation.Value(Vector512.Create(x))[11], activation.Derivative(Vector512.Create(x))[11]);
        yield return (activation.Value(Vector256.Create(x))[5], activation.Derivative(Vector256.Create(x))[5]);
        yield return (activation.Value(Vector128.Create(x))[2], activation.Derivative(Vector128.Create(x))[2]);
    }
}
