using System.Reflection;
using System.Runtime.Intrinsics;
using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Each function of one number, emitted: its value against the eager one, its derivative against differences of it.</summary>
public sealed class FunctionKernelTests
{
    [Theory]
    [InlineData("Exp", -20, 20)]
    [InlineData("Log", 0.01, 50)]
    [InlineData("Expm1", -20, 20)]
    [InlineData("Log1p", -0.98, 50)]
    [InlineData("Sqrt", 0.01, 50)]
    [InlineData("Abs", -5, 5)]
    [InlineData("Sign", -5, 5)]
    [InlineData("Square", -5, 5)]
    [InlineData("Tanh", -8, 8)]
    [InlineData("Sigmoid", -20, 20)]
    [InlineData("Softplus", -20, 20)]
    [InlineData("Erf", -5, 5)]
    [InlineData("ErfInverse", -0.99, 0.99)]
    [InlineData("NormalCdf", -8, 8)]
    [InlineData("Probit", 0.004, 0.996)]
    [InlineData("Log1mExp", -20, -0.01)]
    [InlineData("LogGamma", 0.05, 50)]
    [InlineData("Digamma", 0.05, 50)]
    [InlineData("Cos", -20, 20)]
    [InlineData("Sin", -20, 20)]
    [InlineData("Asin", -0.99, 0.99)]
    [InlineData("Acos", -0.99, 0.99)]
    [InlineData("Atan", -20, 20)]
    [InlineData("Floor", -5, 5)]
    [InlineData("Round", -5, 5)]
    public void Value_and_derivative_agree(string name, double low, double high)
    {
        // The factor makes the derivative a product, so that the chain rule is part of what is checked.
        EagerFormula formula = EagerFormula.Of(FormulaKind.Activation, $"static Scalar F(Scalar x) => 0.5 * {name}(x);");
        IActivation activation = Make(formula);
        double Eager(double x) => ((Scalar)formula.Call([(Scalar)x]))[0];
        for (int i = 0; i <= 500; i++)
        {
            // Irregular places, none of which is a kink or a jump.
            float x = (float)(low + ((high - low) * (i + 0.123) / 500.4));
            // The step of least error for values of size 1 in double.
            double step = 6e-6 * Math.Max(0.01, Math.Min(Math.Abs(x), 1));
            double slope = (Eager(x + step) - Eager(x - step)) / (2 * step);
            foreach ((float value, float derivative) in At(activation, x))
            {
                LossChecks.Near(Eager(x), value, 1e-6, 1, $"{name} at {x}");
                LossChecks.Near(slope, derivative, 4e-6, 1, $"{name}′ at {x}");
            }
        }
    }

    [Theory]
    [InlineData("Asin", 1f), InlineData("Asin", -1f), InlineData("Acos", 1f), InlineData("Acos", -1f), InlineData("Sqrt", 0f)]
    [InlineData("NormalCdf", -1e30f), InlineData("NormalCdf", 1e30f), InlineData("Log1mExp", -1e30f), InlineData("Atan", 1e30f), InlineData("LogGamma", 1e30f)]
    public void A_derivative_is_finite_where_the_value_is(string name, float x)
    {
        IActivation activation = Make(EagerFormula.Of(FormulaKind.Activation, $"static Scalar F(Scalar x) => {name}(x);"));
        Assert.All(At(activation, x), v => Assert.True(float.IsFinite(v.Value) && float.IsFinite(v.Derivative), $"{v}"));
    }

    /// <summary>Functions without a double text of the compiler's own are evaluated by the emitted code, constants too.</summary>
    [Fact]
    public void A_function_of_a_constant_is_evaluated()
    {
        EagerFormula formula = EagerFormula.Of(FormulaKind.Activation, "static Scalar F(Scalar x) => x * (LogGamma(4.5) + Probit(0.9) + Sin(2) + Atan(3) + Floor(2.5) + Round(1.5) + Digamma(2.5) + NormalCdf(-1) + ErfInverse(0.3) + Log1mExp(-2) + Asin(0.2) + Acos(0.3));");
        Assert.All(At(Make(formula), 2), v => LossChecks.Near(((Scalar)formula.Call([(Scalar)2]))[0], v.Value, 1e-6, 1, "value"));
    }

    [Fact]
    public void A_straight_through_value_has_the_others_gradient()
    {
        IActivation activation = Make(EagerFormula.Of(FormulaKind.Activation, "static Scalar F(Scalar x) => x * StraightThrough(Round(x * x), Sin(x));"));
        foreach (float x in (float[])[0.3f, 1.7f, -2.2f])
        {
            double rounded = Math.Round((double)x * x);
            Assert.All(At(activation, x), v =>
            {
                LossChecks.Near(x * rounded, v.Value, 1e-6, 1, $"value at {x}");
                LossChecks.Near(rounded + (x * Math.Cos(x)), v.Derivative, 1e-6, 1, $"derivative at {x}");
            });
        }
    }

    private static IActivation Make(EagerFormula formula)
    {
        ActivationKernelResult kernel = ActivationKernel.Write(new BoundFormula(formula.Definition, "F", [], []));
        Assert.True(kernel.Problem is null, kernel.Problem);
        MethodInfo make = Emitted.Compile(Emitted.Usings + $"public static class Generated {{ public static IActivation Make() => new {kernel.TypeName}({kernel.Arguments}); {kernel.Text} }}")
            .GetType("Generated")!.GetMethod("Make")!;
        return (IActivation)make.Invoke(null, [])!;
    }

    private static IEnumerable<(float Value, float Derivative)> At(IActivation activation, float x)
    {
        yield return (activation.Value(Vector512.Create(x))[11], activation.Derivative(Vector512.Create(x))[11]);
        yield return (activation.Value(Vector256.Create(x))[5], activation.Derivative(Vector256.Create(x))[5]);
        yield return (activation.Value(Vector128.Create(x))[2], activation.Derivative(Vector128.Create(x))[2]);
    }
}
