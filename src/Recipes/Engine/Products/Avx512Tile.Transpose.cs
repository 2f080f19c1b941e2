using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

internal readonly unsafe partial struct Avx512Tile
{
    // Four rows of the source at a time, 16 steps of each: every quarter is a 4×4 matrix that is transposed in place and
    // stored as four rows of four. Each line of the source is read once, however far apart its rows are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackTransposed(float* source, nint stride, int depth, int columns, int vectors, float* packed)
    {
        int width = vectors * 16;
        float* rest = stackalloc float[4 * 16];
        for (int column = 0; column < width; column += 4)
        {
            int present = columns - column;
            float* r0 = source + (column * stride), r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
            for (int step = 0; step < depth; step += 16)
            {
                Vector512<float> a = present > 0 ? Vector512.Load(r0 + step) : default, b = present > 1 ? Vector512.Load(r1 + step) : default;
                Vector512<float> c = present > 2 ? Vector512.Load(r2 + step) : default, d = present > 3 ? Vector512.Load(r3 + step) : default;
                if (present > 4)
                {
                    // Four rows ahead: rows are too short, and too far apart, for the processor to see where this goes.
                    Sse.Prefetch0(r0 + (4 * stride) + step);
                    Sse.Prefetch0(r1 + (4 * stride) + step);
                    Sse.Prefetch0(r2 + (4 * stride) + step);
                    Sse.Prefetch0(r3 + (4 * stride) + step);
                }
                Vector512<double> ab = Avx512F.UnpackLow(a, b).AsDouble(), cd = Avx512F.UnpackLow(c, d).AsDouble();
                Vector512<float> t0 = Avx512F.UnpackLow(ab, cd).AsSingle(), t1 = Avx512F.UnpackHigh(ab, cd).AsSingle();
                ab = Avx512F.UnpackHigh(a, b).AsDouble();
                cd = Avx512F.UnpackHigh(c, d).AsDouble();
                Vector512<float> t2 = Avx512F.UnpackLow(ab, cd).AsSingle(), t3 = Avx512F.UnpackHigh(ab, cd).AsSingle();
                float* target = packed + ((nint)step * width) + column;
                if (step + 16 <= depth)
                {
                    t0.GetLower().GetLower().Store(target);
                    t1.GetLower().GetLower().Store(target + width);
                    t2.GetLower().GetLower().Store(target + (2 * width));
                    t3.GetLower().GetLower().Store(target + (3 * width));
                    Avx512F.ExtractVector128(t0, 1).Store(target + (4 * width));
                    Avx512F.ExtractVector128(t1, 1).Store(target + (5 * width));
                    Avx512F.ExtractVector128(t2, 1).Store(target + (6 * width));
                    Avx512F.ExtractVector128(t3, 1).Store(target + (7 * width));
                    Avx512F.ExtractVector128(t0, 2).Store(target + (8 * width));
                    Avx512F.ExtractVector128(t1, 2).Store(target + (9 * width));
                    Avx512F.ExtractVector128(t2, 2).Store(target + (10 * width));
                    Avx512F.ExtractVector128(t3, 2).Store(target + (11 * width));
                    Avx512F.ExtractVector128(t0, 3).Store(target + (12 * width));
                    Avx512F.ExtractVector128(t1, 3).Store(target + (13 * width));
                    Avx512F.ExtractVector128(t2, 3).Store(target + (14 * width));
                    Avx512F.ExtractVector128(t3, 3).Store(target + (15 * width));
                }
                else
                {
                    t0.Store(rest);
                    t1.Store(rest + 16);
                    t2.Store(rest + 32);
                    t3.Store(rest + 48);
                    for (int left = 0; step + left < depth; left++)
                    {
                        Vector128.Load(rest + ((left & 3) * 16) + (left & ~3)).Store(target + (left * width));
                    }
                }
            }
        }
    }
}
