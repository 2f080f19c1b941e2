using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Formulas of numbers that are computed once per step or run, in double: schedules, weightings.</summary>
internal sealed class NumberProof(ProofVariant variant) : ProofCase(variant)
{
    private const int Count = 200;

    private FormulaRole[] Roles => [.. Definition.Parameters.Where(p => p.Role is not (FormulaRole.Knob or FormulaRole.Flag)).Select(p => p.Role)];

    public override string Write()
    {
        ScalarKernelResult kernel = ScalarKernel.Write(Bind("F"), Roles.Select((role, i) => (role, i)).ToDictionary(r => r.role, r => $"x[{r.i}]"));
        Problem = kernel.Problem;
        return $$"""
            public sealed class Generated : Recipes.Generators.Tests.Formulas.Proofs.NumberHost
            {
                public override double Value(double[] x, double[] Knobs) { {{kernel.Statements}} return {{kernel.Expression}}; }
            }

            """;
    }

    public override ProofTrial Try(Type generated, ProofPoint point, Dictionary<string, object> knobs)
    {
        var random = new Random(5);
        double[][] points = [.. Enumerable.Range(0, Count).Select(_ => Roles.Select(role => RoleExample.OfNumbers[role](random)).ToArray())];
        return new Trial(this, (NumberHost)Activator.CreateInstance(generated)!, points, knobs);
    }

    private sealed class Trial(NumberProof proof, NumberHost host, double[][] points, Dictionary<string, object> knobs) : ProofTrial(proof.Settings(knobs))
    {
        private readonly double[] _knobs = proof.KnobValues(knobs);
        private double _last;

        public override double Unit => 1.0 / (1L << 52);

        public override Action Step => () => _last += host.Value(points[0], _knobs);

        public override double[] Eager() => [.. points.Select(point => ((Scalar)proof.Formula.Call([.. point.Select(x => (object)x)], Knobs))[0])];

        public override (double[] Values, double[][] Gradients) Run() => ([.. points.Select(point => host.Value(point, _knobs))], []);
    }
}

/// <summary>An emitted number.</summary>
public abstract class NumberHost
{
    /// <summary>The number for what the formula is given, in order.</summary>
    public abstract double Value(double[] x, double[] Knobs);
}
