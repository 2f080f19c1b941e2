using System.Globalization;
using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Tests.Formulas.Kernels;
using Recipes.Training;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Parametrisations of two weight matrices, one with units in columns and one with units in rows, beside a bias: weights, states after the step, and gradients of Σ g · w.</summary>
internal sealed class ParametrizationProof : ProofCase
{
    public ParametrizationProof(ProofVariant variant) : base(variant) => Model = new ProofModel(variant.Formula.Definition, variant.Length);

    private ProofModel Model { get; }

    public override string Write()
    {
        var request = new ParametrizationRequest(Bind("F"), Model.Latents, Model.Shapes, Model.Floats, 0);
        ParametrizationResult kernel = ParametrizationKernel.Write(request);
        Problem = kernel.Problem;
        Model.States = new StatePlaces(request).All;
        return $$"""
            public sealed class Generated : Recipes.Generators.Tests.Formulas.Proofs.ParametrizationHost
            {
                public Generated(System.Collections.Generic.IReadOnlyList<ParameterInfo> tensors) : base(tensors, {{(kernel.ByRows ? "true" : "false")}}, {{Model.Floats}}, {{kernel.StateFloats}}) => AllocateParametrization();
                public override void Start() { {{string.Join(" ", kernel.Start)}} }
                public override void Make() { {{string.Join(" ", kernel.Make)}} }
                public override void Pull() { {{string.Join(" ", kernel.Pull)}} }
            {{kernel.Members}}
            }

            """;
    }

    public override ProofTrial Try(Type generated, ProofPoint point, Dictionary<string, object> knobs)
    {
        var random = new Random(Variant.Length);
        DomainAttribute? domain = Formula.Domain(Definition.Parameters[0].Role);
        var values = new Dictionary<(int, string), double[]>();
        foreach (int matrix in Model.Matrices)
        {
            foreach (FormulaParameter parameter in Model.Given)
            {
                // What is no latent weight is what training makes of it: moderate, and positive where the formula starts it so.
                bool isWeight = ReferenceEquals(parameter, Definition.Parameters[0]) || Model.IsRow(parameter);
                double[] drawn = Draw(random, Model.Length(matrix, parameter), isWeight ? point : ProofPoint.Moderate, isWeight ? domain : null);
                values[(matrix, parameter.Name)] = isWeight ? drawn : [.. drawn.Select(x => (double)(float)(parameter.Initial + (parameter.Initial == 0 ? x : 0.1 * x)))];
            }
        }

        double[][] arriving = [.. Model.Matrices.Select(matrix => Draw(random, Model.Tensors[matrix].Length, ProofPoint.Moderate))];
        var host = (ParametrizationHost)Activator.CreateInstance(generated, [Model.Tensors])!;
        host.Knobs = KnobValues(knobs);
        return new Trial(this, host, values, arriving, Settings(knobs));
    }

    private sealed class Trial(ParametrizationProof proof, ParametrizationHost host, Dictionary<(int Matrix, string Parameter), double[]> values, double[][] arriving, Dictionary<string, object> knobs) : ProofTrial(knobs)
    {
        private ProofModel Model => proof.Model;

        public override IReadOnlyList<(string Name, double[] Numbers)> Movable =>
            [.. Model.Given.Where(Model.IsTrained).SelectMany(p => Model.Matrices.Select(m => ($"{p.Name} of matrix {m}", values[(m, p.Name)])))];

        public override Action Step => () =>
        {
            host.Make();
            host.Pull();
        };

        public override double[] Eager() => [.. Model.Matrices.SelectMany(matrix => Call(matrix, start: false, withStates: true)), .. Starts()];

        public override double Objective() => Model.Matrices.SelectMany((matrix, i) => Call(matrix, start: false, withStates: false).Zip(arriving[i], (w, g) => w * g)).Sum();

        public override (double[] Values, double[][] Gradients) Run()
        {
            Fill();
            Step();
            double[][] gradients = [.. Model.Given.Where(Model.IsTrained).SelectMany(p => Model.Matrices.Select(m => Model.Read(host.Gradients, m, p)))];
            double[] weights = [.. Model.Matrices.SelectMany(m => (double[])[
                .. Model.Read(host._weights, m, proof.Definition.Parameters[0]), .. Model.Given.Where(Model.IsKept).SelectMany(p => Model.Read(host.OptimizerState, m, p))])];
            // The bias before and the gaps are others'.
            Assert.All(Enumerable.Range(0, Model.Floats).Where(i => !Model.Used.Contains(i)), i => Assert.Equal(7, host.Gradients[i]));
            if (!Model.Starts) return (weights, gradients);
            Fill();
            host.Start();
            return ([.. weights, .. Model.Matrices.SelectMany(m => Model.Given.Where(p => p.ByReference).SelectMany(p => Model.Read(Model.IsKept(p) ? host.OptimizerState : host.Parameters, m, p)))], gradients);
        }

        /// <summary>What the formula starts at, where it says so.</summary>
        private IEnumerable<double> Starts() => Model.Starts ? Model.Matrices.SelectMany(matrix => Call(matrix, start: true, withStates: true)) : [];

        private void Fill()
        {
            host.Gradients.Span.Fill(7);
            host._weights.Span.Fill(7);
            foreach (int matrix in Model.Matrices)
            {
                foreach (FormulaParameter parameter in Model.Given) Model.Store(values[(matrix, parameter.Name)], Model.IsKept(parameter) ? host.OptimizerState : host.Parameters, matrix, parameter);
                Model.Store(arriving[Array.IndexOf(Model.Matrices, matrix)], host.Gradients, matrix, proof.Definition.Parameters[0]);
            }
        }

        /// <summary>The weights of a matrix (none at the start), and then what is kept, or at the start all that is passed by reference.</summary>
        private IEnumerable<double> Call(int matrix, bool start, bool withStates)
        {
            FormulaParameter[] all = [.. proof.Definition.Parameters.Where(p => p.Role is not (FormulaRole.Knob or FormulaRole.Flag or FormulaRole.IsStart))];
            object[] arguments = [.. all.Select(p => Model.Given.Contains(p) ? Model.Value(p, matrix, values[(matrix, p.Name)]) : p.Role switch
            {
                FormulaRole.Progress => (Progress)ParametrizationHost.Done,
                FormulaRole.RunSteps => (RunSteps)(double)ParametrizationHost.Steps,
                _ => (StepCount)(ParametrizationHost.Step + 1.0),
            })];
            var settings = new Dictionary<string, object>(Knobs);
            foreach (FormulaParameter parameter in proof.Definition.Parameters.Where(p => p.Role == FormulaRole.IsStart)) settings[parameter.Name] = start;
            object weights = proof.Formula.Call(arguments, settings);
            IEnumerable<double> kept = all.Zip(arguments).Where(a => start ? a.First.ByReference : withStates && Model.Given.Contains(a.First) && Model.IsKept(a.First))
                .SelectMany(a => ProofModel.Numbers(a.Second, Model.Length(matrix, a.First)));
            return start ? kept : ProofModel.Numbers(weights, Model.Tensors[matrix].Length).Concat(kept);
        }
    }
}

/// <summary>What an emitted parametrisation finds in a trainer.</summary>
public abstract class ParametrizationHost
{
    public const int Steps = 40, Step = 13;

    /// <summary>The fraction of the run that is done.</summary>
    public const double Done = (double)Step / Steps;

    protected ParametrizationHost(IReadOnlyList<ParameterInfo> tensors, bool byRows, int parameters, int states)
    {
        _chunks = new ParameterChunks(tensors, byRows);
        Parameters = Arena.Allocate<float>(parameters);
        Gradients = Arena.Allocate<float>(parameters);
        OptimizerState = Arena.Allocate<float>(states);
        (_latents, _weights) = (Parameters, Arena.Allocate<float>(parameters));
    }

    public NativeArena Arena { get; } = new();
    public ThreadTeam Team { get; } = new(1);
    public NativeBuffer<float> Parameters { get; }
    public NativeBuffer<float> Gradients { get; }
    public NativeBuffer<float> OptimizerState { get; }
    public long StepIndex => Step;
    public long TotalSteps => Steps;
    public double[] Knobs { get; set; } = [];

#pragma warning disable IDE1006, CA1051, SA1401 // Fields, named as the generated trainer names them.
    public readonly ParameterChunks _chunks;
    public readonly NativeBuffer<float> _latents, _weights;
#pragma warning restore IDE1006, CA1051, SA1401

    /// <summary>Sets what it starts at.</summary>
    public abstract void Start();

    /// <summary>Makes the weights.</summary>
    public abstract void Make();

    /// <summary>Turns gradients by the weights into those by the latent numbers.</summary>
    public abstract void Pull();
}
