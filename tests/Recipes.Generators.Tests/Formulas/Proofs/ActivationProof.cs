using System.Runtime.Intrinsics;
using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Activations: each number by itself.</summary>
internal sealed class ActivationProof(ProofVariant variant) : ProofCase(variant)
{
    private const int Count = 96;

    public override string Write()
    {
        ActivationKernelResult kernel = ActivationKernel.Write(Bind("F"));
        Problem = kernel.Problem;
        return $$"""
            public static class Generated
            {
                public static IActivation Make(double[] Knobs) => new {{kernel.TypeName}}({{kernel.Arguments}});
            {{kernel.Text}}
            }

            """;
    }

    public override ProofTrial Try(Type generated, ProofPoint point, Dictionary<string, object> knobs)
    {
        var activation = (IActivation)generated.GetMethod("Make")!.Invoke(null, [KnobValues(knobs)])!;
        double[] x = Draw(new Random(3), Count, point, Formula.Domain(FormulaRole.Scalar));
        return new Trial(this, activation, x, Settings(knobs));
    }

    private sealed class Trial(ActivationProof proof, IActivation activation, double[] x, Dictionary<string, object> knobs) : ProofTrial(knobs)
    {
        public override IReadOnlyList<(string Name, double[] Numbers)> Movable => [("x", x)];

        public override double[] Eager() => ((Scalar)proof.Formula.Call([new Scalar(x)], Knobs)).ToArray() is { Length: > 1 } values ? values : [.. x.Select(_ => ((Scalar)proof.Formula.Call([(Scalar)x[0]], Knobs))[0])];

        public override double Objective() => Eager().Sum();

        public override (double[] Values, double[][] Gradients) Run() => ([.. x.Select(v => At(v, false))], [[.. x.Select(v => At(v, true))]]);

        private double At(double number, bool derivative)
        {
            float x = (float)number;
            return proof.Variant.Bits switch
            {
                512 => (derivative ? activation.Derivative(Vector512.Create(x)) : activation.Value(Vector512.Create(x)))[11],
                256 => (derivative ? activation.Derivative(Vector256.Create(x)) : activation.Value(Vector256.Create(x)))[5],
                _ => (derivative ? activation.Derivative(Vector128.Create(x)) : activation.Value(Vector128.Create(x)))[2],
            };
        }
    }
}
