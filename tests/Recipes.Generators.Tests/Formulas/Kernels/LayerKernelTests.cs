using Recipes.Engine;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Layers on threads; the proofs of formulas see to their values and gradients.</summary>
public sealed class LayerKernelTests
{
    /// <summary>A learned number that stands inside and outside of reductions, squared, and in a condition.</summary>
    private static readonly EagerFormula s_numbers = EagerFormula.Of(
        FormulaKind.Layer, "static Row<Feature> Numbers(Row<Feature> x, [Initial(1)] Learned a, Learned b, LearnedRow weight) => Where(Less(x, b), a * x, x + Exp(a)) / (1 + Mean(Square(x * b)) + a * a) * weight;");

    /// <summary>Blocks of a fixed number of rows, sums of them in a fixed order: more threads change no bit.</summary>
    [Theory]
    [InlineData(10), InlineData(64), InlineData(130)]
    public void Any_number_of_threads_gives_the_same_bits(int width)
    {
        EagerFormula layer = s_numbers;
        (Forward forward, Backward backward) = Compile(layer, width, 512);
        float[][] results = [.. new[] { 1, 2, 5 }.Select(threads =>
        {
            using var team = new ThreadTeam(threads);
            using Buffers buffers = new(width, rows: 1000, learned: 3, seed: width);
            forward(team, buffers.Rows, buffers.X, buffers.Y, buffers.W, 0);
            backward(team, buffers.Rows, buffers.X, buffers.Dy, buffers.Dx, buffers.W, buffers.Sums, buffers.Dw, 0);
            return (float[])[.. buffers.Y.Span, .. buffers.Dx.Span, .. buffers.Dw.Span];
        })];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
        Assert.All(results[0], v => Assert.True(float.IsFinite(v)));
    }

    private delegate void Forward(ThreadTeam? team, int rows, NativeBuffer<float> x, NativeBuffer<float> y, NativeBuffer<float> w, double knob);

    private delegate void Backward(
        ThreadTeam? team, int rows, NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> dx, NativeBuffer<float> w, NativeBuffer<float> sums,
        NativeBuffer<float> dw, double knob);

    private const int Offset = 16;

    /// <summary>Where the learned values lie: each row of features on a cache line of its own.</summary>
    private static int OffsetOf(int index, int width) => Offset + (index * Stride(width));

    private static int Stride(int width) => (width + 15) / 16 * 16;

    private static FormulaParameter[] LearnedOf(EagerFormula layer) => [.. layer.Definition.Parameters.Where(p => p.Role is FormulaRole.LearnedRow or FormulaRole.Learned)];

    private static (Forward, Backward) Compile(EagerFormula layer, int width, int bits)
    {
        FormulaParameter[] learned = LearnedOf(layer);
        LayerKernelResult kernel = LayerKernel.Write(
            new BoundFormula(
                layer.Definition, "Norm1", layer.Definition.Parameters.Where(p => p.Role == FormulaRole.Knob).Select(p => new BoundKnob(p.Name, "knob", p.Default!.Value)).ToEquatableArray(),
                learned.Select((p, i) => new BoundSlot(p.Name, OffsetOf(i, width).ToString(System.Globalization.CultureInfo.InvariantCulture))).ToEquatableArray()), width);
        Assert.True(kernel.Problem is null, kernel.Problem);
        string sums = learned.Length > 0 ? ", sums, dw" : "";
        string text = Emitted.Usings + $$"""
            public static class Generated
            {
                public static void Forward(ThreadTeam? team, int rows, NativeBuffer<float> x, NativeBuffer<float> y, NativeBuffer<float> w, double knob) => Norm1Forward(team, rows, x, y, w{{kernel.KnobArguments}});
                public static void Backward(ThreadTeam? team, int rows, NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> dx, NativeBuffer<float> w, NativeBuffer<float> sums, NativeBuffer<float> dw, double knob) => Norm1Backward(team, rows, x, dy, dx, w{{sums}}{{kernel.KnobArguments}});
            {{kernel.Members}}
            }
            """;
        Type generated = Emitted.Compile(Emitted.OfWidth(text, bits)).GetType("Generated")!;
        return (generated.GetMethod("Forward")!.CreateDelegate<Forward>(), generated.GetMethod("Backward")!.CreateDelegate<Backward>());
    }

    /// <summary>Rows with a guard before and after, random inputs, and results that were something else before.</summary>
    private sealed class Buffers : IDisposable
    {
        private readonly NativeArena _arena = new();

        public Buffers(int width, int rows, int learned, int seed)
        {
            (Width, Rows) = (width, rows);
            (X, AllY, Dy, AllDx) = (Make(), Make(), Make(), Make());
            W = _arena.Allocate<float>(OffsetOf(learned, width));
            Dw = _arena.Allocate<float>(W.Length);
            Sums = _arena.Allocate<float>(LayerBlocks.Count(rows, width) * learned * width);
            var random = new Random(seed);
            foreach (NativeBuffer<float> buffer in (NativeBuffer<float>[])[X, Dy, W])
                for (int i = 0; i < buffer.Length; i++) buffer[i] = (float)((random.NextDouble() * 2) - 0.7);
            // Differences say nothing at a kink.
            for (int i = 0; i < X.Length; i++) if (Math.Abs(X[i]) < 1e-3) X[i] = 0.01f;
            AllY.Span.Fill(7);
            AllDx.Span.Fill(7);
            Dw.Span.Fill(3);
            Sums.Span.Fill(5);
            X = Inner(X);
            Dy = Inner(Dy);
        }

        public int Width { get; }
        public int Rows { get; }
        public NativeBuffer<float> X { get; }
        public NativeBuffer<float> Dy { get; }
        public NativeBuffer<float> W { get; }
        public NativeBuffer<float> Dw { get; }
        public NativeBuffer<float> Sums { get; }
        public NativeBuffer<float> Y => Inner(AllY);
        public NativeBuffer<float> Dx => Inner(AllDx);

        public void Dispose() => _arena.Dispose();

        private NativeBuffer<float> AllY { get; }

        private NativeBuffer<float> AllDx { get; }

        private NativeBuffer<float> Make() => _arena.Allocate<float>((Rows + 2) * Width);

        private NativeBuffer<float> Inner(NativeBuffer<float> all) => all.Slice(Width, Rows * Width);
    }
}
