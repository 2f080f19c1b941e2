using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

internal readonly unsafe partial struct Avx2Tile
{
    // Four rows of the source at a time, 8 steps of each: every quarter is a 4×4 matrix that is transposed in place and
    // stored as four rows of four. Each line of the source is read once, however far apart its rows are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackTransposed(float* source, nint stride, int depth, int columns, int vectors, float* packed)
    {
        int width = vectors * 8;
        float* rest = stackalloc float[4 * 8];
        for (int column = 0; column < width; column += 4)
        {
            int present = columns - column;
            float* r0 = source + (column * stride), r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
            for (int step = 0; step < depth; step += 8)
            {
                Vector256<float> a = present > 0 ? Vector256.Load(r0 + step) : default, b = present > 1 ? Vector256.Load(r1 + step) : default;
                Vector256<float> c = present > 2 ? Vector256.Load(r2 + step) : default, d = present > 3 ? Vector256.Load(r3 + step) : default;
                Vector256<double> ab = Avx.UnpackLow(a, b).AsDouble(), cd = Avx.UnpackLow(c, d).AsDouble();
                Vector256<float> t0 = Avx.UnpackLow(ab, cd).AsSingle(), t1 = Avx.UnpackHigh(ab, cd).AsSingle();
                ab = Avx.UnpackHigh(a, b).AsDouble();
                cd = Avx.UnpackHigh(c, d).AsDouble();
                Vector256<float> t2 = Avx.UnpackLow(ab, cd).AsSingle(), t3 = Avx.UnpackHigh(ab, cd).AsSingle();
                float* target = packed + ((nint)step * width) + column;
                if (step + 8 <= depth)
                {
                    t0.GetLower().Store(target);
                    t1.GetLower().Store(target + width);
                    t2.GetLower().Store(target + (2 * width));
                    t3.GetLower().Store(target + (3 * width));
                    t0.GetUpper().Store(target + (4 * width));
                    t1.GetUpper().Store(target + (5 * width));
                    t2.GetUpper().Store(target + (6 * width));
                    t3.GetUpper().Store(target + (7 * width));
                }
                else
                {
                    t0.Store(rest);
                    t1.Store(rest + 8);
                    t2.Store(rest + 16);
                    t3.Store(rest + 24);
                    for (int left = 0; step + left < depth; left++)
                    {
                        Vector128.Load(rest + ((left & 3) * 8) + (left & ~3)).Store(target + (left * width));
                    }
                }
            }
        }
    }
}
