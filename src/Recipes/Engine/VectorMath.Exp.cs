using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>eˣ within 1.5 ulp (and half the least positive number); 1 at 0 exactly, 0 at −∞, ∞ above 88.73.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        Vector512<float> clamped = Vector512.MaxNative(Vector512.Create(-104f), Vector512.MinNative(Vector512.Create(89f), x));
        Vector512<float> shifted = Vector512.FusedMultiplyAdd(clamped, Vector512.Create(1.44269502f), Vector512.Create(12582912f));
        Vector512<float> n = shifted - Vector512.Create(12582912f);
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693147182f), clamped);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(1.90465421e-09f), r);
        Vector512<float> q = Vector512.FusedMultiplyAdd(Vector512.Create(0.00138145577f), r, Vector512.Create(0.00836873577f));
        q = Vector512.FusedMultiplyAdd(q, r, Vector512.Create(0.0416683899f));
        q = Vector512.FusedMultiplyAdd(q, r, Vector512.Create(0.166665205f));
        q = Vector512.FusedMultiplyAdd(q, r, Vector512.Create(0.499999934f));
        q = Vector512.FusedMultiplyAdd(r * r, q, r) + Vector512.Create(1f);
        Vector512<float> result;
        if (Avx512F.IsSupported)
        {
            result = Avx512F.Scale(q, n);
        }
        else
        {
            // 2ⁿ in two factors, as n may lie beyond the exponents of either end.
            Vector512<int> k = shifted.AsInt32() - Vector512.Create(0x4B400000);
            Vector512<int> half = k >> 1;
            result = q * ((half + Vector512.Create(127)) << 23).AsSingle() * ((k - half + Vector512.Create(127)) << 23).AsSingle();
        }
        return result;
    }

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        Vector256<float> clamped = Vector256.MaxNative(Vector256.Create(-104f), Vector256.MinNative(Vector256.Create(89f), x));
        Vector256<float> shifted = Vector256.FusedMultiplyAdd(clamped, Vector256.Create(1.44269502f), Vector256.Create(12582912f));
        Vector256<float> n = shifted - Vector256.Create(12582912f);
        Vector256<float> r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693147182f), clamped);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(1.90465421e-09f), r);
        Vector256<float> q = Vector256.FusedMultiplyAdd(Vector256.Create(0.00138145577f), r, Vector256.Create(0.00836873577f));
        q = Vector256.FusedMultiplyAdd(q, r, Vector256.Create(0.0416683899f));
        q = Vector256.FusedMultiplyAdd(q, r, Vector256.Create(0.166665205f));
        q = Vector256.FusedMultiplyAdd(q, r, Vector256.Create(0.499999934f));
        q = Vector256.FusedMultiplyAdd(r * r, q, r) + Vector256.Create(1f);
        // 2ⁿ in two factors, as n may lie beyond the exponents of either end.
        Vector256<int> k = shifted.AsInt32() - Vector256.Create(0x4B400000);
        Vector256<int> half = k >> 1;
        Vector256<float> result = q * ((half + Vector256.Create(127)) << 23).AsSingle() * ((k - half + Vector256.Create(127)) << 23).AsSingle();
        return result;
    }

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x)
    {
        Vector128<float> clamped = Vector128.MaxNative(Vector128.Create(-104f), Vector128.MinNative(Vector128.Create(89f), x));
        Vector128<float> shifted = Vector128.FusedMultiplyAdd(clamped, Vector128.Create(1.44269502f), Vector128.Create(12582912f));
        Vector128<float> n = shifted - Vector128.Create(12582912f);
        Vector128<float> r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-0.693147182f), clamped);
        r = Vector128.FusedMultiplyAdd(n, Vector128.Create(1.90465421e-09f), r);
        Vector128<float> q = Vector128.FusedMultiplyAdd(Vector128.Create(0.00138145577f), r, Vector128.Create(0.00836873577f));
        q = Vector128.FusedMultiplyAdd(q, r, Vector128.Create(0.0416683899f));
        q = Vector128.FusedMultiplyAdd(q, r, Vector128.Create(0.166665205f));
        q = Vector128.FusedMultiplyAdd(q, r, Vector128.Create(0.499999934f));
        q = Vector128.FusedMultiplyAdd(r * r, q, r) + Vector128.Create(1f);
        // 2ⁿ in two factors, as n may lie beyond the exponents of either end.
        Vector128<int> k = shifted.AsInt32() - Vector128.Create(0x4B400000);
        Vector128<int> half = k >> 1;
        Vector128<float> result = q * ((half + Vector128.Create(127)) << 23).AsSingle() * ((k - half + Vector128.Create(127)) << 23).AsSingle();
        return result;
    }

    /// <inheritdoc cref="Exp(Vector512{float})"/>
    public static float Exp(float x) => Exp(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
