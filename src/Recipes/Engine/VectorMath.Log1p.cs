using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>log(1 + x) within 2.5 ulp, near 0 too; −∞ at −1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1p(Vector512<float> x)
    {
        Vector512<float> u = x + Vector512.Create(1f);
        Vector512<float> lost = x - (u - Vector512.Create(1f));
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
        Vector512<float> result = Vector512.FusedMultiplyAdd(e, Vector512.Create(0.693147182f), y);
        Vector512<float> special = Vector512.ConditionalSelect(Vector512.Equals(u, Vector512<float>.Zero), Vector512.Create(float.NegativeInfinity), Vector512.ConditionalSelect(Vector512.LessThan(u, Vector512<float>.Zero), Vector512.Create(float.NaN), x));
        return Vector512.ConditionalSelect(Vector512.GreaterThan(u, Vector512<float>.Zero) & Vector512.LessThan(u, Vector512.Create(float.PositiveInfinity)), result, special);
    }

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x)
    {
        Vector256<float> u = x + Vector256.Create(1f);
        Vector256<float> lost = x - (u - Vector256.Create(1f));
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
        Vector256<float> result = Vector256.FusedMultiplyAdd(e, Vector256.Create(0.693147182f), y);
        Vector256<float> special = Vector256.ConditionalSelect(Vector256.Equals(u, Vector256<float>.Zero), Vector256.Create(float.NegativeInfinity), Vector256.ConditionalSelect(Vector256.LessThan(u, Vector256<float>.Zero), Vector256.Create(float.NaN), x));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(u, Vector256<float>.Zero) & Vector256.LessThan(u, Vector256.Create(float.PositiveInfinity)), result, special);
    }

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log1p(Vector128<float> x)
    {
        Vector128<float> u = x + Vector128.Create(1f);
        Vector128<float> lost = x - (u - Vector128.Create(1f));
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
        Vector128<float> result = Vector128.FusedMultiplyAdd(e, Vector128.Create(0.693147182f), y);
        Vector128<float> special = Vector128.ConditionalSelect(Vector128.Equals(u, Vector128<float>.Zero), Vector128.Create(float.NegativeInfinity), Vector128.ConditionalSelect(Vector128.LessThan(u, Vector128<float>.Zero), Vector128.Create(float.NaN), x));
        return Vector128.ConditionalSelect(Vector128.GreaterThan(u, Vector128<float>.Zero) & Vector128.LessThan(u, Vector128.Create(float.PositiveInfinity)), result, special);
    }

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    public static float Log1p(float x) => Log1p(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
