using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The natural logarithm within 1.5 ulp; −∞ at 0, NaN below, ∞ at ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        Vector512<float> small = Vector512.LessThan(x, Vector512.Create(1.17549435e-38f));
        Vector512<float> normal = Vector512.ConditionalSelect(small, x * Vector512.Create(8388608f), x);
        Vector512<int> bits = normal.AsInt32() - Vector512.Create(0x3F3504F3);
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
        e -= small & Vector512.Create(23f);
        y = Vector512.FusedMultiplyAdd(Vector512.Create(-0.5f), square, y) + f;
        Vector512<float> result = Vector512.FusedMultiplyAdd(e, Vector512.Create(0.693147182f), y);
        Vector512<float> special = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), Vector512.Create(float.NegativeInfinity), Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512.Create(float.NaN), x));
        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero) & Vector512.LessThan(x, Vector512.Create(float.PositiveInfinity)), result, special);
    }

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        Vector256<float> small = Vector256.LessThan(x, Vector256.Create(1.17549435e-38f));
        Vector256<float> normal = Vector256.ConditionalSelect(small, x * Vector256.Create(8388608f), x);
        Vector256<int> bits = normal.AsInt32() - Vector256.Create(0x3F3504F3);
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
        e -= small & Vector256.Create(23f);
        y = Vector256.FusedMultiplyAdd(Vector256.Create(-0.5f), square, y) + f;
        Vector256<float> result = Vector256.FusedMultiplyAdd(e, Vector256.Create(0.693147182f), y);
        Vector256<float> special = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<float>.Zero), Vector256.Create(float.NegativeInfinity), Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), Vector256.Create(float.NaN), x));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<float>.Zero) & Vector256.LessThan(x, Vector256.Create(float.PositiveInfinity)), result, special);
    }

    /// <inheritdoc cref="Log(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x)
    {
        Vector128<float> small = Vector128.LessThan(x, Vector128.Create(1.17549435e-38f));
        Vector128<float> normal = Vector128.ConditionalSelect(small, x * Vector128.Create(8388608f), x);
        Vector128<int> bits = normal.AsInt32() - Vector128.Create(0x3F3504F3);
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
        e -= small & Vector128.Create(23f);
        y = Vector128.FusedMultiplyAdd(Vector128.Create(-0.5f), square, y) + f;
        Vector128<float> result = Vector128.FusedMultiplyAdd(e, Vector128.Create(0.693147182f), y);
        Vector128<float> special = Vector128.ConditionalSelect(Vector128.Equals(x, Vector128<float>.Zero), Vector128.Create(float.NegativeInfinity), Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), Vector128.Create(float.NaN), x));
        return Vector128.ConditionalSelect(Vector128.GreaterThan(x, Vector128<float>.Zero) & Vector128.LessThan(x, Vector128.Create(float.PositiveInfinity)), result, special);
    }

    /// <inheritdoc cref="Log(Vector512{float})"/>
    public static float Log(float x) => Log(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
