using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Formulas of numbers that are computed once per step or run, in double: schedules, weightings.</summary>
internal sealed class NumberProof(ProofVariant variant) : ProofCase(variant)
{
    private const int Count = 200;

    private IEnumerable<FormulaParameter> Given => Definition.Parameters.Where(p => p.Role is not (FormulaRole.Knob or FormulaRole.Flag));

    private FormulaRole[] Roles => [.. Given.Select(p => p.Role)];

    public override string Write()
    {
        // What is kept is read and replaced at its place among the numbers.
        (FormulaRole Role, string Place)[] places = [.. Roles.Select((role, i) => (role, $"x[{i}]"))];
        ScalarKernelResult kernel = ScalarKernel.Write(
            Bind("F") with { Slots = Given.Zip(places).Where(g => g.First.ByReference).Select(g => new BoundSlot(g.First.Name, g.Second.Place)).ToEquatableArray() },
            places.Where(p => p.Role != FormulaRole.Running).ToDictionary(p => p.Role, p => p.Place));
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

        public override double[] Eager() => [.. points.SelectMany(point =>
        {
            object[] given = [.. point.Select(x => (object)x)];
            double value = ((Scalar)proof.Formula.Call(given, Knobs))[0];
            return (double[])[value, .. given.OfType<Running>().Select(kept => ((Scalar)kept)[0])];
        })];

        public override (double[] Values, double[][] Gradients) Run() => ([.. points.SelectMany(point =>
        {
            double[] given = [.. point];
            double value = host.Value(given, _knobs);
            return (double[])[value, .. proof.Roles.Zip(given).Where(g => g.First == FormulaRole.Running).Select(g => g.Second)];
        })], []);
    }
}

/// <summary>An emitted number.</summary>
public abstract class NumberHost
{
    /// <summary>The number for what the formula is given, in order.</summary>
    public abstract double Value(double[] x, double[] Knobs);
}
