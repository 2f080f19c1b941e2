using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

internal readonly unsafe partial struct PortableTile
{
    // Four rows of the source at a time, 4 steps of each: every quarter is a 4×4 matrix that is transposed in place and
    // stored as four rows of four. Each line of the source is read once, however far apart its rows are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackTransposed(float* source, nint stride, int depth, int columns, int vectors, float* packed)
    {
        int width = vectors * 4;
        float* rest = stackalloc float[4 * 4];
        for (int column = 0; column < width; column += 4)
        {
            int present = columns - column;
            float* r0 = source + (column * stride), r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
            for (int step = 0; step < depth; step += 4)
            {
                Vector128<float> a = present > 0 ? Vector128.Load(r0 + step) : default, b = present > 1 ? Vector128.Load(r1 + step) : default;
                Vector128<float> c = present > 2 ? Vector128.Load(r2 + step) : default, d = present > 3 ? Vector128.Load(r3 + step) : default;
                Vector128<double> ab = UnpackLow(a, b).AsDouble(), cd = UnpackLow(c, d).AsDouble();
                Vector128<float> t0 = UnpackLow(ab, cd).AsSingle(), t1 = UnpackHigh(ab, cd).AsSingle();
                ab = UnpackHigh(a, b).AsDouble();
                cd = UnpackHigh(c, d).AsDouble();
                Vector128<float> t2 = UnpackLow(ab, cd).AsSingle(), t3 = UnpackHigh(ab, cd).AsSingle();
                float* target = packed + ((nint)step * width) + column;
                if (step + 4 <= depth)
                {
                    t0.Store(target);
                    t1.Store(target + width);
                    t2.Store(target + (2 * width));
                    t3.Store(target + (3 * width));
                }
                else
                {
                    t0.Store(rest);
                    t1.Store(rest + 4);
                    t2.Store(rest + 8);
                    t3.Store(rest + 12);
                    for (int left = 0; step + left < depth; left++)
                    {
                        Vector128.Load(rest + ((left & 3) * 4) + (left & ~3)).Store(target + (left * width));
                    }
                }
            }
        }
    }

    private static Vector128<float> UnpackLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b) : Vector128.Create(a[0], b[0], a[1], b[1]);

    private static Vector128<float> UnpackHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b) : Vector128.Create(a[2], b[2], a[3], b[3]);

    private static Vector128<double> UnpackLow(Vector128<double> a, Vector128<double> b) => Vector128.Create(a.GetLower(), b.GetLower());

    private static Vector128<double> UnpackHigh(Vector128<double> a, Vector128<double> b) => Vector128.Create(a.GetUpper(), b.GetUpper());
}
