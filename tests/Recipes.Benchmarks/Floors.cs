using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Recipes.Engine;

namespace Recipes.Benchmarks;

/// <summary>What the machine can do at best: multiply-adds that never leave the registers.</summary>
internal static class Floors
{
    private static readonly float[] s_results = new float[1024];
    private const int Steps = 200_000, Sums = 24;

    public static void Measure(Benchmark benchmark)
    {
        if (!Avx512F.IsSupported) return;
        foreach (int threads in benchmark.Threads)
        {
            using var team = new ThreadTeam(threads);
            Action<int> loop = task => s_results[task * 16] = MultiplyAdd(Steps);
            benchmark.Rate("floor", threads, "multiply-add", "GFLOP/s", 2.0 * 16 * Sums * Steps * threads, () => team.For(threads, loop));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static float MultiplyAdd(int steps)
    {
        // Sums that start alike would be one sum to the compiler.
        Vector512<float> a = Vector512.Create(0.999f), b = Vector512.Create(1e-3f);
        Vector512<float> s0 = Vector512.Create(1f), s1 = Vector512.Create(2f), s2 = Vector512.Create(3f), s3 = Vector512.Create(4f), s4 = Vector512.Create(5f), s5 = Vector512.Create(6f), s6 = Vector512.Create(7f), s7 = Vector512.Create(8f), s8 = Vector512.Create(9f), s9 = Vector512.Create(10f), s10 = Vector512.Create(11f), s11 = Vector512.Create(12f);
        Vector512<float> t0 = Vector512.Create(13f), t1 = Vector512.Create(14f), t2 = Vector512.Create(15f), t3 = Vector512.Create(16f), t4 = Vector512.Create(17f), t5 = Vector512.Create(18f), t6 = Vector512.Create(19f), t7 = Vector512.Create(20f), t8 = Vector512.Create(21f), t9 = Vector512.Create(22f), t10 = Vector512.Create(23f), t11 = Vector512.Create(24f);
        for (int step = 0; step < steps; step++)
        {
            s0 = Avx512F.FusedMultiplyAdd(a, b, s0); s1 = Avx512F.FusedMultiplyAdd(a, b, s1); s2 = Avx512F.FusedMultiplyAdd(a, b, s2);
            s3 = Avx512F.FusedMultiplyAdd(a, b, s3); s4 = Avx512F.FusedMultiplyAdd(a, b, s4); s5 = Avx512F.FusedMultiplyAdd(a, b, s5);
            s6 = Avx512F.FusedMultiplyAdd(a, b, s6); s7 = Avx512F.FusedMultiplyAdd(a, b, s7); s8 = Avx512F.FusedMultiplyAdd(a, b, s8);
            s9 = Avx512F.FusedMultiplyAdd(a, b, s9); s10 = Avx512F.FusedMultiplyAdd(a, b, s10); s11 = Avx512F.FusedMultiplyAdd(a, b, s11);
            t0 = Avx512F.FusedMultiplyAdd(a, b, t0); t1 = Avx512F.FusedMultiplyAdd(a, b, t1); t2 = Avx512F.FusedMultiplyAdd(a, b, t2);
            t3 = Avx512F.FusedMultiplyAdd(a, b, t3); t4 = Avx512F.FusedMultiplyAdd(a, b, t4); t5 = Avx512F.FusedMultiplyAdd(a, b, t5);
            t6 = Avx512F.FusedMultiplyAdd(a, b, t6); t7 = Avx512F.FusedMultiplyAdd(a, b, t7); t8 = Avx512F.FusedMultiplyAdd(a, b, t8);
            t9 = Avx512F.FusedMultiplyAdd(a, b, t9); t10 = Avx512F.FusedMultiplyAdd(a, b, t10); t11 = Avx512F.FusedMultiplyAdd(a, b, t11);
        }
        Vector512<float> sum = s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11 + t0 + t1 + t2 + t3 + t4 + t5 + t6 + t7 + t8 + t9 + t10 + t11;
        return Vector512.Sum(sum);
    }
}
