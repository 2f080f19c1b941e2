using System.Reflection;
using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Optimizers alone, gradient transforms before plain descent and averages after it: weights and averages after some steps.</summary>
internal sealed class UpdateProof : ProofCase
{
    /// <summary>At the defaults, and at ends of knobs.</summary>
    private const int Many = 30, Few = 8;

    private static readonly Lazy<EagerFormula> s_descent = new(() => EagerFormula.Of(FormulaKind.Optimizer, "static Scalar Descent(Scalar w, Scalar g, Rate lr) => w - lr * g;"));

    private readonly ParameterModel _model;
    private ParameterKernelResult? _kernel;

    /// <remarks>A bias, a matrix with units in columns, one with units in rows, and a number. Units are more than their weights, or fewer.</remarks>
    public UpdateProof(ProofVariant variant) : base(variant) => _model = new ParameterModel(
        [ParameterModel.Vector("bias", variant.Length), ParameterModel.Matrix("columns", 7, variant.Length, inColumns: true), ParameterModel.Matrix("rows", 5, variant.Length, inColumns: false), ParameterModel.Vector("number", 1)]);

    private bool IsOptimizer => Definition.Kind == FormulaKind.Optimizer;

    public override string Write()
    {
        BoundFormula formula = Bind("F"), optimizer = IsOptimizer ? formula : new BoundFormula(s_descent.Value.Definition, "Descent", [], []);
        _kernel = ParameterKernel.Write(new ParameterKernelRequest(
            optimizer, Definition.Kind == FormulaKind.GradientTransform ? [formula] : [], Definition.Kind == FormulaKind.Averaging ? formula : null, _model.Shapes, _model.Floats));
        Problem = _kernel.Problem;
        return $$"""
            public sealed class Generated : Recipes.Generators.Tests.Formulas.Kernels.UpdateHost
            {
                public Generated(System.Collections.Generic.IReadOnlyList<ParameterInfo> tensors) : base(tensors, {{(_kernel.ByRows ? "true" : "false")}}, {{_model.Floats}}, {{_kernel.StateFloats}}) => AllocateUpdate();
                public override void Run() { {{string.Join(" ", _kernel.Call)}} }
            {{_kernel.Members}}
            }

            """;
    }

    public override ProofTrial Try(Type generated, ProofPoint point, Dictionary<string, object> knobs)
    {
        var random = new Random(Variant.Length);
        int count = point == ProofPoint.Moderate && KnobSettings.Defaults(Definition).All(d => d.Value.Equals(knobs[d.Key])) ? Many : Few;
        double[][] weights = [.. _model.Tensors.Select((tensor, t) => Weights(random, t, point))];
        UpdateStep[] steps = [.. Enumerable.Range(1, count).Select(number => new UpdateStep(number, Rate(number, point), [.. _model.Tensors.Select((_, t) => Gradients(random, t, point))]))];
        return new Trial(this, (UpdateHost)Activator.CreateInstance(generated, [_model.Tensors])!, weights, steps, Settings(knobs), knobs);
    }

    /// <summary>Weights as networks have them: a bias begins at 0, a unit's weights together are moderate, and one unit has none left.</summary>
    private double[] Weights(Random random, int tensor, ProofPoint point)
    {
        bool isSmall = point is ProofPoint.Zero or ProofPoint.Tied or ProofPoint.Tiny;
        int incoming = ParameterModel.Incoming(_model.Tensors[tensor]);
        double[] numbers = Draw(random, _model.Tensors[tensor].Length, isSmall ? point : ProofPoint.Moderate, Domain(IsOptimizer ? 0 : 1));
        if (!_model.Tensors[tensor].IsMatrix) return new double[numbers.Length];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = i < incoming ? 0 : (float)(numbers[i] / Math.Sqrt(incoming));
        return numbers;
    }

    /// <summary>Gradients; the last unit of a matrix gets none, and so does the number.</summary>
    private double[] Gradients(Random random, int tensor, ProofPoint point)
    {
        int incoming = ParameterModel.Incoming(_model.Tensors[tensor]);
        double[] numbers = Draw(random, _model.Tensors[tensor].Length, point, Domain(Definition.Kind == FormulaKind.GradientTransform ? 0 : 1));
        if (numbers.Length == 1 || _model.Tensors[tensor].IsMatrix) numbers.AsSpan(numbers.Length - incoming).Clear();
        return numbers;
    }

    /// <summary>A rate that changes, and is 0 at times. Where only finiteness is asked it is small: the steps of a run that diverges prove nothing of the formula.</summary>
    private static double Rate(int step, ProofPoint point) => point == ProofPoint.Moderate ? step % 5 == 3 ? 0 : 0.01 / (1 + (step % 5)) : step == 1 ? 0 : 1e-4 / step;

    private DomainAttribute? Domain(int parameter) => Formula.Parameter(Definition.Parameters[parameter].Name).GetCustomAttribute<DomainAttribute>();

    private sealed class Trial(UpdateProof proof, UpdateHost host, double[][] weights, UpdateStep[] steps, Dictionary<string, object> settings, Dictionary<string, object> knobs) : ProofTrial(settings)
    {
        private ParameterModel Model => proof._model;

        private ParameterKernelResult Kernel => proof._kernel!;

        public override IReadOnlyList<(string Name, double[] Numbers)> Movable => [
            .. steps.SelectMany(step => step.Gradients.Select((g, t) => ($"gradient of {Model.Tensors[t].Name} in step {step.Number}", g))),
            .. weights.Select((w, t) => ($"weights of {Model.Tensors[t].Name}", w))];

        public override bool HasGradients => false;

        public override Action Step => host.Run;

        /// <summary>What is kept from step to step, but for numbers of the run, which are doubles and lie last.</summary>
        public override IEnumerable<double> StateAfter
        {
            get
            {
                int ofRun = 16 * proof.Definition.Parameters.Count(p => p.Role == FormulaRole.Running);
                for (int i = 0; i < host.OptimizerState.Length - ofRun; i++) yield return host.OptimizerState[i];
            }
        }

        public override double[] Eager()
        {
            var formula = new UpdateFormula(proof.Formula, Knobs);
            FormulaKind kind = proof.Definition.Kind;
            var eager = new EagerUpdate(Model, proof.IsOptimizer ? formula : new UpdateFormula(s_descent.Value, new Dictionary<string, object>()))
            {
                Transforms = kind == FormulaKind.GradientTransform ? [formula] : [], Averaging = kind == FormulaKind.Averaging ? formula : null,
                Weights = [.. weights.Select(w => w.ToArray())], Averages = [.. weights.Select(w => w.ToArray())], Steps = steps.Length,
            };
            foreach (UpdateStep step in steps) eager.Run(step);
            return [.. eager.Weights.Concat(Kernel.Averages ? eager.Averages : []).SelectMany(w => w)];
        }

        public override (double[] Values, double[][] Gradients) Run()
        {
            host.Knobs = proof.KnobValues(knobs);
            host.TotalSteps = steps.Length;
            if (proof.Definition.Text.Contains("ModelSum", StringComparison.Ordinal))
            {
                // The formula itself is called once for all tensors, with one decay.
                Array.Fill(host._chunks.Decays, true);
                Array.Fill(host._chunks.TensorDecays, true);
            }

            foreach (NativeBuffer<float> buffer in (NativeBuffer<float>[])[host.Parameters, host.Averages, host.Gradients]) buffer.Span.Fill(7);
            host.OptimizerState.Span.Clear();
            foreach (StateFill fill in Kernel.StateFills) host.OptimizerState.Span.Slice(fill.Start, fill.Length).Fill((float)fill.Value);
            (int Tensor, int Number, int Place)[] numbers = [.. Model.Numbers()];
            foreach ((int tensor, int number, int place) in numbers) host.Parameters[place] = host.Averages[place] = (float)weights[tensor][number];
            foreach (UpdateStep step in steps)
            {
                foreach ((int tensor, int number, int place) in numbers) host.Gradients[place] = (float)step.Gradients[tensor][number];
                (host.LearningRate, host.GradientNorm, host.StepIndex) = (step.Rate, step.Norm, step.Number - 1);
                host.Run();
            }

            // Gaps between tensors are nobody's.
            Assert.All(Enumerable.Range(0, Model.Floats).Except(numbers.Select(n => n.Place)), i => Assert.Equal((7, 7), (host.Parameters[i], host.Averages[i])));
            return ([.. numbers.Select(n => (double)host.Parameters[n.Place]), .. Kernel.Averages ? numbers.Select(n => (double)host.Averages[n.Place]) : []], []);
        }
    }
}
