using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Recipes.Engine;
using Recipes.Training;

namespace Recipes.Benchmarks;

/// <summary>W6: value and gradient of 0.7 cross-entropy with smoothing + 0.3 focal on given logits, beside a copy and one exponential per element.</summary>
internal static class LossLoops
{
    public static void Measure(Benchmark benchmark)
    {
        Loss<FewClasses.Trainer>(benchmark, 1024, 10, (splits, options) => new(splits, options));
        Loss<ManyClasses.Trainer>(benchmark, 1024, 1000, (splits, options) => new(splits, options));
        Loss<VeryManyClasses.Trainer>(benchmark, 256, 32_000, (splits, options) => new(splits, options));
    }

    private static void Loss<TTrainer>(Benchmark benchmark, int rows, int classes, Func<Splits, TrainingOptions, TTrainer> create)
        where TTrainer : TrainerBase, IDisposable
    {
        string workload = $"W6 ({rows}, {classes})";
        if (!benchmark.Includes(workload)) return;
        double elements = (double)rows * classes;
        using var arena = new NativeArena();
        NativeBuffer<float> from = arena.Allocate<float>(rows * classes), to = arena.Allocate<float>(rows * classes);
        Fill(from, rows * classes);
        foreach (int threads in benchmark.Threads)
        {
            using TTrainer trainer = create(Data(rows, classes), new TrainingOptions { Threads = threads });
            // A step draws the batch; then the loss is run by itself, on logits of a normal distribution.
            typeof(TTrainer).GetMethod("Step", Type.EmptyTypes)!.Invoke(trainer, null);
            Fill(Field<NativeBuffer<float>>(trainer, "_logits"), rows * classes);
            Action loss = typeof(TTrainer).GetMethod("ComputeLoss", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Action>(trainer);
            if (threads == 1 && Avx512F.IsSupported)
            {
                benchmark.Together(
                    workload, 1, elements, ("value and gradient", loss), ("floor: copy", () => from.Span.CopyTo(to.Span)),
                    ("floor: one exponential", () => Exponentials(from, to, rows * classes)));
            }
            else benchmark.Time(workload, threads, "value and gradient", elements, loss);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Exponentials(NativeBuffer<float> from, NativeBuffer<float> to, int length)
    {
        for (int i = 0; i < length; i += 16) VectorMath.Exp(Vector512.LoadUnsafe(ref from[i])).StoreUnsafe(ref to[i]);
    }

    private static T Field<T>(object trainer, string name) => (T)trainer.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(trainer)!;

    private static void Fill(NativeBuffer<float> buffer, int length)
    {
        var random = new Random(1);
        for (int i = 0; i < length; i++) buffer[i] = (float)(2 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    private static Splits Data(int rows, int classes)
    {
        Dataset Part(int count) => Dataset.FromArrays(
            new float[count], [.. Enumerable.Range(0, count).Select(i => i % classes)], classes: [.. Enumerable.Range(0, classes).Select(c => $"class {c}")]);
        return new Splits(train: Part(Math.Max(rows, classes)));
    }
}
