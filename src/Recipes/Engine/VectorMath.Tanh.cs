using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent within 4 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        Vector512<float> clamped = Vector512.MaxNative(Vector512.Create(-30f), Vector512.Abs(x) * Vector512.Create(-2f));
        Vector512<float> shifted = Vector512.FusedMultiplyAdd(clamped, Vector512.Create(1.44269502f), Vector512.Create(12582912f));
        Vector512<float> n = shifted - Vector512.Create(12582912f);
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693147182f), clamped);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(1.90465421e-09f), r);
        Vector512<float> q = Vector512.FusedMultiplyAdd(Vector512.Create(0.00138145577f), r, Vector512.Create(0.00836873577f));
        q = Vector512.FusedMultiplyAdd(q, r, Vector512.Create(0.0416683899f));
        q = Vector512.FusedMultiplyAdd(q, r, Vector512.Create(0.166665205f));
        q = Vector512.FusedMultiplyAdd(q, r, Vector512.Create(0.499999934f));
        q = Vector512.FusedMultiplyAdd(r * r, q, r);
        Vector512<float> half = ((shifted.AsInt32() - Vector512.Create(0x4B400000 - 126)) << 23).AsSingle();
        Vector512<float> minusOne = Vector512.FusedMultiplyAdd(half, q, half - Vector512.Create(0.5f));
        minusOne += minusOne;
        return Vector512.CopySign(minusOne / (Vector512.Create(2f) + minusOne), x);
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> clamped = Vector256.MaxNative(Vector256.Create(-30f), Vector256.Abs(x) * Vector256.Create(-2f));
        Vector256<float> shifted = Vector256.FusedMultiplyAdd(clamped, Vector256.Create(1.44269502f), Vector256.Create(12582912f));
        Vector256<float> n = shifted - Vector256.Create(12582912f);
        Vector256<float> r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693147182f), clamped);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(1.90465421e-09f), r);
        Vector256<float> q = Vector256.FusedMultiplyAdd(Vector256.Create(0.00138145577f), r, Vector256.Create(0.00836873577f));
        q = Vector256.FusedMultiplyAdd(q, r, Vector256.Create(0.0416683899f));
        q = Vector256.FusedMultiplyAdd(q, r, Vector256.Create(0.166665205f));
        q = Vector256.FusedMultiplyAdd(q, r, Vector256.Create(0.499999934f));
        q = Vector256.FusedMultiplyAdd(r * r, q, r);
        Vector256<float> half = ((shifted.AsInt32() - Vector256.Create(0x4B400000 - 126)) << 23).AsSingle();
        Vector256<float> minusOne = Vector256.FusedMultiplyAdd(half, q, half - Vector256.Create(0.5f));
        minusOne += minusOne;
        return Vector256.CopySign(minusOne / (Vector256.Create(2f) + minusOne), x);
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        Vector128<float> clamped = Vector128.MaxNative(Vector128.Create(-30f), Vector128.Abs(x) * Vector128.Create(-2f));
        Vector128<float> shifted = Vector128.FusedMultiplyAdd(clamped, Vector128.Create(1.44269502f), Vector128.Create(12582912f));
        Vector128<float> n = shifted - Vector128.Create(12582912f);
        Vector128<float> r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-0.693147182f), clamped);
        r = Vector128.FusedMultiplyAdd(n, Vector128.Create(1.90465421e-09f), r);
        Vector128<float> q = Vector128.FusedMultiplyAdd(Vector128.Create(0.00138145577f), r, Vector128.Create(0.00836873577f));
        q = Vector128.FusedMultiplyAdd(q, r, Vector128.Create(0.0416683899f));
        q = Vector128.FusedMultiplyAdd(q, r, Vector128.Create(0.166665205f));
        q = Vector128.FusedMultiplyAdd(q, r, Vector128.Create(0.499999934f));
        q = Vector128.FusedMultiplyAdd(r * r, q, r);
        Vector128<float> half = ((shifted.AsInt32() - Vector128.Create(0x4B400000 - 126)) << 23).AsSingle();
        Vector128<float> minusOne = Vector128.FusedMultiplyAdd(half, q, half - Vector128.Create(0.5f));
        minusOne += minusOne;
        return Vector128.CopySign(minusOne / (Vector128.Create(2f) + minusOne), x);
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    public static float Tanh(float x) => Tanh(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
