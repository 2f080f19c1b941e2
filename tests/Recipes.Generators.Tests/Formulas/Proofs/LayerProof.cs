using System.Globalization;
using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Tests.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Proofs;

/// <summary>Layers of rows of features: outputs, and gradients of Σ g · y as g arrives from above.</summary>
internal sealed class LayerProof(ProofVariant variant) : ProofCase(variant)
{
    // What is learned begins somewhere in the parameters.
    private const int Offset = 16;

    private FormulaParameter[] Learned => [.. Definition.Parameters.Where(p => p.Role is FormulaRole.LearnedRow or FormulaRole.Learned)];

    private int Stride => (Variant.Length + 15) / 16 * 16;

    private int Rows => Variant.Length > 100 ? 3 : 21;

    public override string Write()
    {
        LayerKernelResult kernel = LayerKernel.Write(
            Bind("F", p => (Offset + (Array.IndexOf(Learned, p) * Stride)).ToString(CultureInfo.InvariantCulture)), Variant.Length);
        Problem = kernel.Problem;
        string sums = Learned.Length > 0 ? ", sums, dw" : "";
        return $$"""
            public sealed class Generated : Recipes.Generators.Tests.Formulas.Proofs.LayerHost
            {
                public override void Run(int rows, NativeBuffer<float> x, NativeBuffer<float> y, NativeBuffer<float> dy, NativeBuffer<float> dx, NativeBuffer<float> w, NativeBuffer<float> sums, NativeBuffer<float> dw)
                {
                    FForward(null, rows, x, y, w{{kernel.KnobArguments}});
                    FBackward(null, rows, x, dy, dx, w{{sums}}{{kernel.KnobArguments}});
                }
            {{kernel.Members}}
            }

            """;
    }

    public override ProofTrial Try(Type generated, ProofPoint point, Dictionary<string, object> knobs)
    {
        var host = (LayerHost)Activator.CreateInstance(generated)!;
        host.Knobs = KnobValues(knobs);
        var random = new Random(Variant.Length);
        DomainAttribute? domain = Formula.Domain(Definition.Parameters[0].Role);
        double[][] x = [.. Enumerable.Range(0, Rows).Select(_ => Draw(random, Variant.Length, point, domain))];
        double[][] learned = [.. Learned.Select(p => Draw(random, p.Role == FormulaRole.Learned ? 1 : Variant.Length, ProofPoint.Moderate))];
        double[][] arriving = [.. x.Select(_ => Draw(random, Variant.Length, ProofPoint.Moderate))];
        return new Trial(this, host, x, learned, arriving, Settings(knobs));
    }

    private sealed class Trial(LayerProof proof, LayerHost host, double[][] x, double[][] learned, double[][] arriving, Dictionary<string, object> knobs) : ProofTrial(knobs)
    {
        private readonly NativeArena _arena = new();
        private NativeBuffer<float> _x, _y, _dy, _dx, _w, _sums, _dw;

        private int Width => proof.Variant.Length;

        public override IReadOnlyList<(string Name, double[] Numbers)> Movable =>
            [.. x.Select((row, i) => ($"x of example {i}", row)), .. learned.Select((row, i) => ($"{proof.Learned[i].Name} of all", row))];

        public override Action Step => () => host.Run(x.Length, Inner(_x), Inner(_y), Inner(_dy), Inner(_dx), _w, _sums, _dw);

        public override double[] Eager()
        {
            object[] weights = [.. learned.Select((v, i) => proof.Learned[i].Role == FormulaRole.Learned ? (Learned)v[0] : (object)(LearnedRow)new Row<Feature>(v))];
            return proof.Definition.Kind == FormulaKind.Activation
                ? [.. x.SelectMany(row => ((Scalar)proof.Formula.Call([new Scalar(row), .. weights], Knobs)).ToArray())]
                : ((Row<Feature>)proof.Formula.Call([new Row<Feature>(x), .. weights], Knobs)).ToArray();
        }

        public override double Objective() => Eager().Zip(arriving.SelectMany(row => row), (y, g) => y * g).Sum();

        public override (double[] Values, double[][] Gradients) Run()
        {
            if (_x.Length == 0)
            {
                int floats = (x.Length + 2) * Width;
                (_x, _y, _dy, _dx) = (_arena.Allocate<float>(floats), _arena.Allocate<float>(floats), _arena.Allocate<float>(floats), _arena.Allocate<float>(floats));
                (_w, _dw) = (_arena.Allocate<float>(Offset + (learned.Length * proof.Stride)), _arena.Allocate<float>(Offset + (learned.Length * proof.Stride)));
                _sums = _arena.Allocate<float>(LayerBlocks.Count(x.Length, Width) * learned.Length * Width);
            }

            _y.Span.Fill(7);
            _dx.Span.Fill(7);
            _dw.Span.Fill(7);
            _sums.Span.Fill(7);
            for (int i = 0; i < x.Length * Width; i++) (_x[Width + i], _dy[Width + i]) = ((float)x[i / Width][i % Width], (float)arriving[i / Width][i % Width]);
            for (int k = 0; k < learned.Length; k++)
                for (int c = 0; c < learned[k].Length; c++) _w[Offset + (k * proof.Stride) + c] = (float)learned[k][c];
            Step();

            // Rows before and behind are others'.
            foreach (NativeBuffer<float> buffer in (NativeBuffer<float>[])[_y, _dx]) Assert.All([.. Numbers(buffer, 0, Width), .. Numbers(buffer, (x.Length + 1) * Width, Width)], v => Assert.Equal(7, v));
            return (
                [.. Enumerable.Range(1, x.Length).SelectMany(r => Numbers(_y, r * Width, Width))],
                [.. Enumerable.Range(1, x.Length).Select(r => Numbers(_dx, r * Width, Width)), .. learned.Select((v, k) => Numbers(_dw, Offset + (k * proof.Stride), v.Length))]);
        }

        private NativeBuffer<float> Inner(NativeBuffer<float> all) => all.Slice(Width, x.Length * Width);

        private static double[] Numbers(NativeBuffer<float> buffer, int start, int count) => [.. Enumerable.Range(start, count).Select(i => (double)buffer[i])];
    }
}

/// <summary>An emitted layer.</summary>
public abstract class LayerHost
{
    /// <summary>Values of the knobs, by number.</summary>
    public double[] Knobs { get; set; } = [];

    /// <summary>Outputs y of the rows x, and gradients by x and by the weights w.</summary>
    public abstract void Run(
        int rows, NativeBuffer<float> x, NativeBuffer<float> y, NativeBuffer<float> dy, NativeBuffer<float> dx, NativeBuffer<float> w, NativeBuffer<float> sums, NativeBuffer<float> dw);
}
