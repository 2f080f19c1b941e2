using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>log(1 + eˣ) within 4 ulp; x itself where x is large.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x)
    {
        Vector512<float> negative = -Vector512.Abs(x);
        Vector512<float> expclamped = Vector512.MaxNative(Vector512.Create(-104f), Vector512.MinNative(Vector512.Create(89f), negative));
        Vector512<float> expshifted = Vector512.FusedMultiplyAdd(expclamped, Vector512.Create(1.44269502f), Vector512.Create(12582912f));
        Vector512<float> expn = expshifted - Vector512.Create(12582912f);
        Vector512<float> expr = Vector512.FusedMultiplyAdd(expn, Vector512.Create(-0.693147182f), expclamped);
        expr = Vector512.FusedMultiplyAdd(expn, Vector512.Create(1.90465421e-09f), expr);
        Vector512<float> expq = Vector512.FusedMultiplyAdd(Vector512.Create(0.00138145577f), expr, Vector512.Create(0.00836873577f));
        expq = Vector512.FusedMultiplyAdd(expq, expr, Vector512.Create(0.0416683899f));
        expq = Vector512.FusedMultiplyAdd(expq, expr, Vector512.Create(0.166665205f));
        expq = Vector512.FusedMultiplyAdd(expq, expr, Vector512.Create(0.499999934f));
        expq = Vector512.FusedMultiplyAdd(expr * expr, expq, expr) + Vector512.Create(1f);
        Vector512<float> exponential;
        if (Avx512F.IsSupported)
        {
            exponential = Avx512F.Scale(expq, expn);
        }
        else
        {
            // 2ⁿ in two factors, as n may lie beyond the exponents of either end.
            Vector512<int> expk = expshifted.AsInt32() - Vector512.Create(0x4B400000);
            Vector512<int> exphalf = expk >> 1;
            exponential = expq * ((exphalf + Vector512.Create(127)) << 23).AsSingle() * ((expk - exphalf + Vector512.Create(127)) << 23).AsSingle();
        }
        Vector512<float> u = exponential + Vector512.Create(1f);
        Vector512<float> lost = exponential - (u - Vector512.Create(1f));
        Vector512<int> bits = u.AsInt32() - Vector512.Create(0x3F3504F3);
        Vector512<float> e = Vector512.ConvertToSingle(bits >> 23);
        Vector512<float> f = ((bits & Vector512.Create(0x007FFFFF)) + Vector512.Create(0x3F3504F3)).AsSingle() - Vector512.Create(1f);
        Vector512<float> y = Vector512.FusedMultiplyAdd(Vector512.Create(0.0674660132f), f, Vector512.Create(-0.116756413f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(0.118881746f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(-0.124055914f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(0.142195509f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(-0.166679957f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(0.200021187f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(-0.250000096f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(0.333333126f));
        Vector512<float> square = f * f;
        y = square * f * y;
        y = Vector512.FusedMultiplyAdd(Vector512.Create(-0.5f), square, y) + (f + lost / u);
        Vector512<float> rest = Vector512.FusedMultiplyAdd(e, Vector512.Create(0.693147182f), y);
        return Vector512.MaxNative(Vector512<float>.Zero, x) + rest;
    }

    /// <inheritdoc cref="Softplus(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x)
    {
        Vector256<float> negative = -Vector256.Abs(x);
        Vector256<float> expclamped = Vector256.MaxNative(Vector256.Create(-104f), Vector256.MinNative(Vector256.Create(89f), negative));
        Vector256<float> expshifted = Vector256.FusedMultiplyAdd(expclamped, Vector256.Create(1.44269502f), Vector256.Create(12582912f));
        Vector256<float> expn = expshifted - Vector256.Create(12582912f);
        Vector256<float> expr = Vector256.FusedMultiplyAdd(expn, Vector256.Create(-0.693147182f), expclamped);
        expr = Vector256.FusedMultiplyAdd(expn, Vector256.Create(1.90465421e-09f), expr);
        Vector256<float> expq = Vector256.FusedMultiplyAdd(Vector256.Create(0.00138145577f), expr, Vector256.Create(0.00836873577f));
        expq = Vector256.FusedMultiplyAdd(expq, expr, Vector256.Create(0.0416683899f));
        expq = Vector256.FusedMultiplyAdd(expq, expr, Vector256.Create(0.166665205f));
        expq = Vector256.FusedMultiplyAdd(expq, expr, Vector256.Create(0.499999934f));
        expq = Vector256.FusedMultiplyAdd(expr * expr, expq, expr) + Vector256.Create(1f);
        // 2ⁿ in two factors, as n may lie beyond the exponents of either end.
        Vector256<int> expk = expshifted.AsInt32() - Vector256.Create(0x4B400000);
        Vector256<int> exphalf = expk >> 1;
        Vector256<float> exponential = expq * ((exphalf + Vector256.Create(127)) << 23).AsSingle() * ((expk - exphalf + Vector256.Create(127)) << 23).AsSingle();
        Vector256<float> u = exponential + Vector256.Create(1f);
        Vector256<float> lost = exponential - (u - Vector256.Create(1f));
        Vector256<int> bits = u.AsInt32() - Vector256.Create(0x3F3504F3);
        Vector256<float> e = Vector256.ConvertToSingle(bits >> 23);
        Vector256<float> f = ((bits & Vector256.Create(0x007FFFFF)) + Vector256.Create(0x3F3504F3)).AsSingle() - Vector256.Create(1f);
        Vector256<float> y = Vector256.FusedMultiplyAdd(Vector256.Create(0.0674660132f), f, Vector256.Create(-0.116756413f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(0.118881746f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(-0.124055914f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(0.142195509f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(-0.166679957f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(0.200021187f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(-0.250000096f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(0.333333126f));
        Vector256<float> square = f * f;
        y = square * f * y;
        y = Vector256.FusedMultiplyAdd(Vector256.Create(-0.5f), square, y) + (f + lost / u);
        Vector256<float> rest = Vector256.FusedMultiplyAdd(e, Vector256.Create(0.693147182f), y);
        return Vector256.MaxNative(Vector256<float>.Zero, x) + rest;
    }

    /// <inheritdoc cref="Softplus(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softplus(Vector128<float> x)
    {
        Vector128<float> negative = -Vector128.Abs(x);
        Vector128<float> expclamped = Vector128.MaxNative(Vector128.Create(-104f), Vector128.MinNative(Vector128.Create(89f), negative));
        Vector128<float> expshifted = Vector128.FusedMultiplyAdd(expclamped, Vector128.Create(1.44269502f), Vector128.Create(12582912f));
        Vector128<float> expn = expshifted - Vector128.Create(12582912f);
        Vector128<float> expr = Vector128.FusedMultiplyAdd(expn, Vector128.Create(-0.693147182f), expclamped);
        expr = Vector128.FusedMultiplyAdd(expn, Vector128.Create(1.90465421e-09f), expr);
        Vector128<float> expq = Vector128.FusedMultiplyAdd(Vector128.Create(0.00138145577f), expr, Vector128.Create(0.00836873577f));
        expq = Vector128.FusedMultiplyAdd(expq, expr, Vector128.Create(0.0416683899f));
        expq = Vector128.FusedMultiplyAdd(expq, expr, Vector128.Create(0.166665205f));
        expq = Vector128.FusedMultiplyAdd(expq, expr, Vector128.Create(0.499999934f));
        expq = Vector128.FusedMultiplyAdd(expr * expr, expq, expr) + Vector128.Create(1f);
        // 2ⁿ in two factors, as n may lie beyond the exponents of either end.
        Vector128<int> expk = expshifted.AsInt32() - Vector128.Create(0x4B400000);
        Vector128<int> exphalf = expk >> 1;
        Vector128<float> exponential = expq * ((exphalf + Vector128.Create(127)) << 23).AsSingle() * ((expk - exphalf + Vector128.Create(127)) << 23).AsSingle();
        Vector128<float> u = exponential + Vector128.Create(1f);
        Vector128<float> lost = exponential - (u - Vector128.Create(1f));
        Vector128<int> bits = u.AsInt32() - Vector128.Create(0x3F3504F3);
        Vector128<float> e = Vector128.ConvertToSingle(bits >> 23);
        Vector128<float> f = ((bits & Vector128.Create(0x007FFFFF)) + Vector128.Create(0x3F3504F3)).AsSingle() - Vector128.Create(1f);
        Vector128<float> y = Vector128.FusedMultiplyAdd(Vector128.Create(0.0674660132f), f, Vector128.Create(-0.116756413f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(0.118881746f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(-0.124055914f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(0.142195509f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(-0.166679957f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(0.200021187f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(-0.250000096f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(0.333333126f));
        Vector128<float> square = f * f;
        y = square * f * y;
        y = Vector128.FusedMultiplyAdd(Vector128.Create(-0.5f), square, y) + (f + lost / u);
        Vector128<float> rest = Vector128.FusedMultiplyAdd(e, Vector128.Create(0.693147182f), y);
        return Vector128.MaxNative(Vector128<float>.Zero, x) + rest;
    }

    /// <inheritdoc cref="Softplus(Vector512{float})"/>
    public static float Softplus(float x) => Softplus(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
