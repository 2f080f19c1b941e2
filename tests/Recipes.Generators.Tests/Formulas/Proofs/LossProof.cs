using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Losses, and what stands around them: transforms of the logits, weightings of terms.</summary>
internal class LossProof(ProofVariant variant) : ProofCase(variant)
{
    // With a curvature, so that a transform's chain rule shows.
    private static readonly Lazy<EagerFormula> s_readout = new(() => EagerFormula.Of(FormulaKind.Loss, "static Scalar Readout(Logits z, Label y) => Mean(Square(z)) + z[y];"));

    /// <summary>Whole vectors; few of long rows, and of those that look at every pair. A power of 2, so that halving the batch is exact.</summary>
    protected virtual int Count => Variant.Length > 100 ? 4 : Definition.Text.Contains("PairDot(", StringComparison.Ordinal) ? 16 : 64;

    /// <summary>What its numbers are drawn from.</summary>
    protected virtual int Drawing => 0;

    /// <summary>The width of the network's last layer: rows of several outputs are its blocks.</summary>
    private int Width(LossCase loss) => Variant.Length * loss.Blocks;

    public override string Write()
    {
        LossCase loss = Case(Settings(KnobSettings.Defaults(Definition)));
        LossKernelResult result = LossKernel.Write(loss.Request(Width(loss), Count));
        Problem = result.Problem;
        return Problem is null ? loss.HostClass("Generated", Width(loss), Count, result) : "";
    }

    public override ProofTrial Try(Type generated, ProofPoint point, Dictionary<string, object> knobs)
    {
        Dictionary<string, object> settings = Settings(knobs);
        LossCase loss = Case(settings);
        LossInputs inputs = LossInputs.Random(Variant.Length + Drawing, Count, Width(loss), loss.Views);
        // Each example with a train row of its own.
        inputs = inputs with { Rows = [.. Enumerable.Range(0, Count)], Blocks = loss.Blocks };
        var random = new Random(7 + Drawing);
        DomainAttribute?[] domains = [.. Formula.Domains(Definition.Parameters.Any(p => p.Role == FormulaRole.Outputs) ? FormulaRole.Outputs : FormulaRole.Logits).DefaultIfEmpty()];
        foreach (double[] row in inputs.Logits[0])
            for (int c = 0; c < row.Length; c++) row[c] = point.Draw(random, domains[c / Variant.Length]);
        foreach (FormulaRole role in loss.GivenRoles.Where(r => RoleExample.OfLosses[r].Moves))
            foreach (double[] row in inputs.Given(role))
                for (int c = 0; c < row.Length; c++) row[c] = point.Draw(random, Formula.Domain(role));
        return new Trial(settings, loss, (KernelHost)Activator.CreateInstance(generated)!, inputs, new LossObjective(loss.Request(Width(loss), Count)).TermValues[0].Stage == 0);
    }

    private LossCase Case(Dictionary<string, object> settings)
    {
        Dictionary<string, double> declared = KnobSettings.Defaults(Definition).Where(k => k.Value is double).ToDictionary(k => k.Key, k => (double)k.Value);
        return Definition.Kind switch
        {
            FormulaKind.LogitTransform => new LossCase(new TermCase(s_readout.Value)) { Transforms = [(Formula, settings)] },
            FormulaKind.TermWeighting => new LossCase(new TermCase(s_readout.Value)) { TermWeighting = Formula, WeightingKnobs = settings },
            _ => new LossCase(new TermCase(Formula, 1, settings, Declared: declared)),
        };
    }

    private sealed class Trial(Dictionary<string, object> knobs, LossCase loss, KernelHost host, LossInputs inputs, bool perExample) : ProofTrial(knobs)
    {
        private readonly List<(string Name, double[] Numbers)> _movable = [.. inputs.Movable(loss)];

        public override IReadOnlyList<(string Name, double[] Numbers)> Movable => _movable;

        public override double Weight => 1.0 / inputs.Count;

        public override Action Step => host.Run;

        /// <summary>The loss, then for each example its value and what is kept for it.</summary>
        public override double[] Eager()
        {
            var eager = loss.Eager(inputs);
            return [eager.Loss, .. eager.TermValues[0].SelectMany((value, i) => (double[])[value, .. eager.Memory?[i] ?? []])];
        }

        public override double Objective() => loss.Eager(inputs).Loss;

        public override (double[] Values, double[][] Gradients) Run()
        {
            LossOutputs outputs = loss.Run(host, inputs);
            bool remembers = loss.Terms[0].Formula.Definition.Parameters.Any(p => p.Role == FormulaRole.Memory);
            return ([outputs.Loss, .. outputs.TermValues[0].SelectMany((value, i) => (double[])[value, .. remembers ? outputs.Memory[inputs.Rows[i]] : []])], outputs.Gradients(loss, inputs.Classes));
        }

        public override double[] EagerKept() => [.. loss.Eager(inputs).Kept.OrderBy(k => k.Key, StringComparer.Ordinal).SelectMany(k => Whole(k.Key, k.Value))];

        public override double[] Kept() => loss.Run(host, inputs).Kept is var kept ? [.. loss.Eager(inputs).Kept.Keys.Order(StringComparer.Ordinal).SelectMany(name => kept[name])] : [];

        /// <summary>All numbers of a place after a step: of what is kept for train rows those of the batch are new.</summary>
        private double[] Whole(string name, double[] changed)
        {
            double[] whole = [.. inputs.Kept[name]];
            bool isOfRows = whole.Length == LossCase.TrainRows;
            for (int i = 0; i < (isOfRows ? inputs.Count : whole.Length); i++) whole[isOfRows ? inputs.Rows[i] : i] = changed[changed.Length == 1 ? 0 : i];
            return whole;
        }

        public override (ProofTrial First, ProofTrial Second)? Halves()
        {
            if (!perExample || loss.TermWeighting is not null) return null;
            int half = inputs.Count / 2;
            return (new Trial(Knobs, loss, host, inputs.Part(0, half), true), new Trial(Knobs, loss, host, inputs.Part(half, half), true));
        }
    }
}
