using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The error function within 4 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        Vector512<float> square = x * x;
        Vector512<float> near = Vector512.FusedMultiplyAdd(Vector512.Create(-0.000588677356f), square, Vector512.Create(0.00497311668f));
        near = Vector512.FusedMultiplyAdd(near, square, Vector512.Create(-0.0267533344f));
        near = Vector512.FusedMultiplyAdd(near, square, Vector512.Create(0.112814665f));
        near = Vector512.FusedMultiplyAdd(near, square, Vector512.Create(-0.376124627f));
        near = Vector512.FusedMultiplyAdd(near, square, Vector512.Create(0.128379145f));
        near = Vector512.FusedMultiplyAdd(near, x, x);
        // Away from 0: 1 − exp(−(t + t·Q(t))) with t = |x|; from 4 on it is 1 in float.
        Vector512<float> t = Vector512.MinNative(Vector512.Create(4f), Vector512.Abs(x));
        Vector512<float> exponent = Vector512.FusedMultiplyAdd(Vector512.Create(4.76424991e-06f), t, Vector512.Create(-4.34535033e-05f));
        exponent = Vector512.FusedMultiplyAdd(exponent, t, Vector512.Create(-6.04754927e-05f));
        exponent = Vector512.FusedMultiplyAdd(exponent, t, Vector512.Create(0.00296038962f));
        exponent = Vector512.FusedMultiplyAdd(exponent, t, Vector512.Create(-0.0227233358f));
        exponent = Vector512.FusedMultiplyAdd(exponent, t, Vector512.Create(0.105309646f));
        exponent = Vector512.FusedMultiplyAdd(exponent, t, Vector512.Create(0.635600936f));
        exponent = Vector512.FusedMultiplyAdd(exponent, t, Vector512.Create(0.128557039f));
        exponent = -Vector512.FusedMultiplyAdd(exponent, t, t);
        Vector512<float> shifted = Vector512.FusedMultiplyAdd(exponent, Vector512.Create(1.44269502f), Vector512.Create(12582912f));
        Vector512<float> n = shifted - Vector512.Create(12582912f);
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693147182f), exponent);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(1.90465421e-09f), r);
        Vector512<float> q = Vector512.FusedMultiplyAdd(Vector512.Create(0.00138145577f), r, Vector512.Create(0.00836873577f));
        q = Vector512.FusedMultiplyAdd(q, r, Vector512.Create(0.0416683899f));
        q = Vector512.FusedMultiplyAdd(q, r, Vector512.Create(0.166665205f));
        q = Vector512.FusedMultiplyAdd(q, r, Vector512.Create(0.499999934f));
        q = Vector512.FusedMultiplyAdd(r * r, q, r);
        Vector512<float> half = ((shifted.AsInt32() - Vector512.Create(0x4B400000 - 126)) << 23).AsSingle();
        Vector512<float> far = Vector512.FusedMultiplyAdd(half, q, half - Vector512.Create(0.5f));
        far += far;
        far = Vector512.CopySign(far, x);
        return Vector512.ConditionalSelect(Vector512.LessThan(t, Vector512.Create(0.94f)), near, far);
    }

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x)
    {
        Vector256<float> square = x * x;
        Vector256<float> near = Vector256.FusedMultiplyAdd(Vector256.Create(-0.000588677356f), square, Vector256.Create(0.00497311668f));
        near = Vector256.FusedMultiplyAdd(near, square, Vector256.Create(-0.0267533344f));
        near = Vector256.FusedMultiplyAdd(near, square, Vector256.Create(0.112814665f));
        near = Vector256.FusedMultiplyAdd(near, square, Vector256.Create(-0.376124627f));
        near = Vector256.FusedMultiplyAdd(near, square, Vector256.Create(0.128379145f));
        near = Vector256.FusedMultiplyAdd(near, x, x);
        // Away from 0: 1 − exp(−(t + t·Q(t))) with t = |x|; from 4 on it is 1 in float.
        Vector256<float> t = Vector256.MinNative(Vector256.Create(4f), Vector256.Abs(x));
        Vector256<float> exponent = Vector256.FusedMultiplyAdd(Vector256.Create(4.76424991e-06f), t, Vector256.Create(-4.34535033e-05f));
        exponent = Vector256.FusedMultiplyAdd(exponent, t, Vector256.Create(-6.04754927e-05f));
        exponent = Vector256.FusedMultiplyAdd(exponent, t, Vector256.Create(0.00296038962f));
        exponent = Vector256.FusedMultiplyAdd(exponent, t, Vector256.Create(-0.0227233358f));
        exponent = Vector256.FusedMultiplyAdd(exponent, t, Vector256.Create(0.105309646f));
        exponent = Vector256.FusedMultiplyAdd(exponent, t, Vector256.Create(0.635600936f));
        exponent = Vector256.FusedMultiplyAdd(exponent, t, Vector256.Create(0.128557039f));
        exponent = -Vector256.FusedMultiplyAdd(exponent, t, t);
        Vector256<float> shifted = Vector256.FusedMultiplyAdd(exponent, Vector256.Create(1.44269502f), Vector256.Create(12582912f));
        Vector256<float> n = shifted - Vector256.Create(12582912f);
        Vector256<float> r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693147182f), exponent);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(1.90465421e-09f), r);
        Vector256<float> q = Vector256.FusedMultiplyAdd(Vector256.Create(0.00138145577f), r, Vector256.Create(0.00836873577f));
        q = Vector256.FusedMultiplyAdd(q, r, Vector256.Create(0.0416683899f));
        q = Vector256.FusedMultiplyAdd(q, r, Vector256.Create(0.166665205f));
        q = Vector256.FusedMultiplyAdd(q, r, Vector256.Create(0.499999934f));
        q = Vector256.FusedMultiplyAdd(r * r, q, r);
        Vector256<float> half = ((shifted.AsInt32() - Vector256.Create(0x4B400000 - 126)) << 23).AsSingle();
        Vector256<float> far = Vector256.FusedMultiplyAdd(half, q, half - Vector256.Create(0.5f));
        far += far;
        far = Vector256.CopySign(far, x);
        return Vector256.ConditionalSelect(Vector256.LessThan(t, Vector256.Create(0.94f)), near, far);
    }

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> x)
    {
        Vector128<float> square = x * x;
        Vector128<float> near = Vector128.FusedMultiplyAdd(Vector128.Create(-0.000588677356f), square, Vector128.Create(0.00497311668f));
        near = Vector128.FusedMultiplyAdd(near, square, Vector128.Create(-0.0267533344f));
        near = Vector128.FusedMultiplyAdd(near, square, Vector128.Create(0.112814665f));
        near = Vector128.FusedMultiplyAdd(near, square, Vector128.Create(-0.376124627f));
        near = Vector128.FusedMultiplyAdd(near, square, Vector128.Create(0.128379145f));
        near = Vector128.FusedMultiplyAdd(near, x, x);
        // Away from 0: 1 − exp(−(t + t·Q(t))) with t = |x|; from 4 on it is 1 in float.
        Vector128<float> t = Vector128.MinNative(Vector128.Create(4f), Vector128.Abs(x));
        Vector128<float> exponent = Vector128.FusedMultiplyAdd(Vector128.Create(4.76424991e-06f), t, Vector128.Create(-4.34535033e-05f));
        exponent = Vector128.FusedMultiplyAdd(exponent, t, Vector128.Create(-6.04754927e-05f));
        exponent = Vector128.FusedMultiplyAdd(exponent, t, Vector128.Create(0.00296038962f));
        exponent = Vector128.FusedMultiplyAdd(exponent, t, Vector128.Create(-0.0227233358f));
        exponent = Vector128.FusedMultiplyAdd(exponent, t, Vector128.Create(0.105309646f));
        exponent = Vector128.FusedMultiplyAdd(exponent, t, Vector128.Create(0.635600936f));
        exponent = Vector128.FusedMultiplyAdd(exponent, t, Vector128.Create(0.128557039f));
        exponent = -Vector128.FusedMultiplyAdd(exponent, t, t);
        Vector128<float> shifted = Vector128.FusedMultiplyAdd(exponent, Vector128.Create(1.44269502f), Vector128.Create(12582912f));
        Vector128<float> n = shifted - Vector128.Create(12582912f);
        Vector128<float> r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-0.693147182f), exponent);
        r = Vector128.FusedMultiplyAdd(n, Vector128.Create(1.90465421e-09f), r);
        Vector128<float> q = Vector128.FusedMultiplyAdd(Vector128.Create(0.00138145577f), r, Vector128.Create(0.00836873577f));
        q = Vector128.FusedMultiplyAdd(q, r, Vector128.Create(0.0416683899f));
        q = Vector128.FusedMultiplyAdd(q, r, Vector128.Create(0.166665205f));
        q = Vector128.FusedMultiplyAdd(q, r, Vector128.Create(0.499999934f));
        q = Vector128.FusedMultiplyAdd(r * r, q, r);
        Vector128<float> half = ((shifted.AsInt32() - Vector128.Create(0x4B400000 - 126)) << 23).AsSingle();
        Vector128<float> far = Vector128.FusedMultiplyAdd(half, q, half - Vector128.Create(0.5f));
        far += far;
        far = Vector128.CopySign(far, x);
        return Vector128.ConditionalSelect(Vector128.LessThan(t, Vector128.Create(0.94f)), near, far);
    }

    /// <inheritdoc cref="Erf(Vector512{float})"/>
    public static float Erf(float x) => Erf(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
