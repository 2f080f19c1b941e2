using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

/// <content>Transposes in registers, from addresses to addresses; stores are in order, so that a later one may overlap an earlier one.</content>
public static unsafe partial class LaneTile
{
    private static void Transpose16(float** from, float** to)
    {
        Quad(from, out Vector512<float> a0, out Vector512<float> a1, out Vector512<float> a2, out Vector512<float> a3);
        Quad(from + 4, out Vector512<float> b0, out Vector512<float> b1, out Vector512<float> b2, out Vector512<float> b3);
        Quad(from + 8, out Vector512<float> c0, out Vector512<float> c1, out Vector512<float> c2, out Vector512<float> c3);
        Quad(from + 12, out Vector512<float> d0, out Vector512<float> d1, out Vector512<float> d2, out Vector512<float> d3);
        Gather(ref a0, ref b0, ref c0, ref d0);
        Gather(ref a1, ref b1, ref c1, ref d1);
        Gather(ref a2, ref b2, ref c2, ref d2);
        Gather(ref a3, ref b3, ref c3, ref d3);
        a0.Store(to[0]);
        a1.Store(to[1]);
        a2.Store(to[2]);
        a3.Store(to[3]);
        b0.Store(to[4]);
        b1.Store(to[5]);
        b2.Store(to[6]);
        b3.Store(to[7]);
        c0.Store(to[8]);
        c1.Store(to[9]);
        c2.Store(to[10]);
        c3.Store(to[11]);
        d0.Store(to[12]);
        d1.Store(to[13]);
        d2.Store(to[14]);
        d3.Store(to[15]);

        // Four rows: vector k holds columns k, 4 + k, 8 + k, 12 + k of them, four numbers each.
        static void Quad(float** rows, out Vector512<float> v0, out Vector512<float> v1, out Vector512<float> v2, out Vector512<float> v3)
        {
            Vector512<float> r0 = Vector512.Load(rows[0]), r1 = Vector512.Load(rows[1]), r2 = Vector512.Load(rows[2]), r3 = Vector512.Load(rows[3]);
            Vector512<double> low01 = Avx512F.UnpackLow(r0, r1).AsDouble(), high01 = Avx512F.UnpackHigh(r0, r1).AsDouble();
            Vector512<double> low23 = Avx512F.UnpackLow(r2, r3).AsDouble(), high23 = Avx512F.UnpackHigh(r2, r3).AsDouble();
            v0 = Avx512F.UnpackLow(low01, low23).AsSingle();
            v1 = Avx512F.UnpackHigh(low01, low23).AsSingle();
            v2 = Avx512F.UnpackLow(high01, high23).AsSingle();
            v3 = Avx512F.UnpackHigh(high01, high23).AsSingle();
        }

        // The quarters of four vectors, transposed.
        static void Gather(ref Vector512<float> a, ref Vector512<float> b, ref Vector512<float> c, ref Vector512<float> d)
        {
            Vector512<float> evenAB = Avx512F.Shuffle4x128(a, b, 0x88), oddAB = Avx512F.Shuffle4x128(a, b, 0xDD);
            Vector512<float> evenCD = Avx512F.Shuffle4x128(c, d, 0x88), oddCD = Avx512F.Shuffle4x128(c, d, 0xDD);
            a = Avx512F.Shuffle4x128(evenAB, evenCD, 0x88);
            b = Avx512F.Shuffle4x128(oddAB, oddCD, 0x88);
            c = Avx512F.Shuffle4x128(evenAB, evenCD, 0xDD);
            d = Avx512F.Shuffle4x128(oddAB, oddCD, 0xDD);
        }
    }

    private static void Transpose8(float** from, float** to)
    {
        Quad(from, out Vector256<float> a0, out Vector256<float> a1, out Vector256<float> a2, out Vector256<float> a3);
        Quad(from + 4, out Vector256<float> b0, out Vector256<float> b1, out Vector256<float> b2, out Vector256<float> b3);
        Avx.Permute2x128(a0, b0, 0x20).Store(to[0]);
        Avx.Permute2x128(a1, b1, 0x20).Store(to[1]);
        Avx.Permute2x128(a2, b2, 0x20).Store(to[2]);
        Avx.Permute2x128(a3, b3, 0x20).Store(to[3]);
        Avx.Permute2x128(a0, b0, 0x31).Store(to[4]);
        Avx.Permute2x128(a1, b1, 0x31).Store(to[5]);
        Avx.Permute2x128(a2, b2, 0x31).Store(to[6]);
        Avx.Permute2x128(a3, b3, 0x31).Store(to[7]);

        static void Quad(float** rows, out Vector256<float> v0, out Vector256<float> v1, out Vector256<float> v2, out Vector256<float> v3)
        {
            Vector256<float> r0 = Vector256.Load(rows[0]), r1 = Vector256.Load(rows[1]), r2 = Vector256.Load(rows[2]), r3 = Vector256.Load(rows[3]);
            Vector256<double> low01 = Avx.UnpackLow(r0, r1).AsDouble(), high01 = Avx.UnpackHigh(r0, r1).AsDouble();
            Vector256<double> low23 = Avx.UnpackLow(r2, r3).AsDouble(), high23 = Avx.UnpackHigh(r2, r3).AsDouble();
            v0 = Avx.UnpackLow(low01, low23).AsSingle();
            v1 = Avx.UnpackHigh(low01, low23).AsSingle();
            v2 = Avx.UnpackLow(high01, high23).AsSingle();
            v3 = Avx.UnpackHigh(high01, high23).AsSingle();
        }
    }
}
