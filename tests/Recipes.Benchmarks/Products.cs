using Recipes.Engine;

namespace Recipes.Benchmarks;

/// <summary>The three products of a dense layer, at the shapes of the reference workloads.</summary>
internal static class Products
{
    private static readonly (int Rows, int Inputs, int Outputs)[] s_shapes =
        [(128, 1024, 1024), (128, 784, 1024), (64, 784, 256), (64, 64, 128), (64, 128, 10), (64, 64, 32), (64, 32, 10), (1, 784, 256), (1, 64, 128)];

    public static void Measure(Benchmark benchmark)
    {
        foreach ((int rows, int inputs, int outputs) in s_shapes)
        {
            using var arena = new NativeArena();
            NativeBuffer<float> x = Random(rows * inputs), w = Random(inputs * outputs), b = Random(outputs), y = Random(rows * outputs), pre = Random(rows * outputs), none = default;
            NativeBuffer<float> dx = Random(rows * inputs), dw = Random(inputs * outputs), db = Random(outputs);
            double operations = 2.0 * rows * inputs * outputs;
            string shape = $"{rows}x{inputs}x{outputs}";
            foreach (int threads in benchmark.Threads)
            {
                using var team = new ThreadTeam(threads);
                Report("forward", () => MatrixProduct.Forward(team, rows, inputs, outputs, x, w, b, pre, y, default(Identity), none));
                Report("backward input", () => MatrixProduct.BackwardInput(team, rows, inputs, outputs, y, w, x, none, dx, default(Identity)));
                Report("backward weights", () => MatrixProduct.BackwardWeights(team, rows, inputs, outputs, x, y, dw, db));

                void Report(string product, Action action) => benchmark.Rate($"{product} {shape}", threads, "rate", "GFLOP/s", operations, action);
            }

            NativeBuffer<float> Random(int length)
            {
                NativeBuffer<float> buffer = arena.Allocate<float>(length);
                new RandomKey(1, "benchmark").FillUniform(buffer.Span, (ulong)length);
                return buffer;
            }
        }
    }
}
