using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The second derivative of log Γ for x ≥ 0 within 4 ulp; ∞ at 0, 0 at ∞, NaN below 0.</summary>
    public static Vector512<float> Trigamma(Vector512<float> x)
    {
        // Below 3: that of x + 3, and the three squares that lie between; from 3 on a series in 1/x².
        Vector512<float> small = Vector512.LessThan(x, Vector512.Create(3f));
        Vector512<float> first = Vector512.Create(1f) / x;
        Vector512<float> second = Vector512.Create(1f) / (x + Vector512.Create(1f));
        Vector512<float> third = Vector512.Create(1f) / (x + Vector512.Create(2f));
        Vector512<float> between = small & Vector512.FusedMultiplyAdd(first, first, Vector512.FusedMultiplyAdd(second, second, third * third));
        Vector512<float> reciprocal = Vector512.Create(1f) / (x + (small & Vector512.Create(3f)));
        Vector512<float> square = reciprocal * reciprocal;
        Vector512<float> y = Vector512.FusedMultiplyAdd(Vector512.Create(-0.022125734f), square, Vector512.Create(0.023139376f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(-0.03331964f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(0.16666663f));
        y = Vector512.FusedMultiplyAdd(y, square * reciprocal, Vector512.FusedMultiplyAdd(Vector512.Create(0.5f) * reciprocal, reciprocal, reciprocal)) + between;
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512.Create(float.NaN), y);
    }

    /// <inheritdoc cref="Trigamma(Vector512{float})"/>
    public static Vector256<float> Trigamma(Vector256<float> x)
    {
        // Below 3: that of x + 3, and the three squares that lie between; from 3 on a series in 1/x².
        Vector256<float> small = Vector256.LessThan(x, Vector256.Create(3f));
        Vector256<float> first = Vector256.Create(1f) / x;
        Vector256<float> second = Vector256.Create(1f) / (x + Vector256.Create(1f));
        Vector256<float> third = Vector256.Create(1f) / (x + Vector256.Create(2f));
        Vector256<float> between = small & Vector256.FusedMultiplyAdd(first, first, Vector256.FusedMultiplyAdd(second, second, third * third));
        Vector256<float> reciprocal = Vector256.Create(1f) / (x + (small & Vector256.Create(3f)));
        Vector256<float> square = reciprocal * reciprocal;
        Vector256<float> y = Vector256.FusedMultiplyAdd(Vector256.Create(-0.022125734f), square, Vector256.Create(0.023139376f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(-0.03331964f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(0.16666663f));
        y = Vector256.FusedMultiplyAdd(y, square * reciprocal, Vector256.FusedMultiplyAdd(Vector256.Create(0.5f) * reciprocal, reciprocal, reciprocal)) + between;
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), Vector256.Create(float.NaN), y);
    }

    /// <inheritdoc cref="Trigamma(Vector512{float})"/>
    public static Vector128<float> Trigamma(Vector128<float> x)
    {
        // Below 3: that of x + 3, and the three squares that lie between; from 3 on a series in 1/x².
        Vector128<float> small = Vector128.LessThan(x, Vector128.Create(3f));
        Vector128<float> first = Vector128.Create(1f) / x;
        Vector128<float> second = Vector128.Create(1f) / (x + Vector128.Create(1f));
        Vector128<float> third = Vector128.Create(1f) / (x + Vector128.Create(2f));
        Vector128<float> between = small & Vector128.FusedMultiplyAdd(first, first, Vector128.FusedMultiplyAdd(second, second, third * third));
        Vector128<float> reciprocal = Vector128.Create(1f) / (x + (small & Vector128.Create(3f)));
        Vector128<float> square = reciprocal * reciprocal;
        Vector128<float> y = Vector128.FusedMultiplyAdd(Vector128.Create(-0.022125734f), square, Vector128.Create(0.023139376f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(-0.03331964f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(0.16666663f));
        y = Vector128.FusedMultiplyAdd(y, square * reciprocal, Vector128.FusedMultiplyAdd(Vector128.Create(0.5f) * reciprocal, reciprocal, reciprocal)) + between;
        return Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), Vector128.Create(float.NaN), y);
    }

    /// <inheritdoc cref="Trigamma(Vector512{float})"/>
    public static float Trigamma(float x) => Trigamma(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
