using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The sine within 3 ulp for |x| up to π/2 and within 2·10⁻⁷ up to 10,000; NaN at ±∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x)
    {
        Vector512<float> n = Vector512.Round(x * Vector512.Create(0.318309886f));
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-3.14159274f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(8.74227766e-08f), r);
        Vector512<float> square = r * r;
        Vector512<float> y = Vector512.FusedMultiplyAdd(Vector512.Create(2.6087894e-06f), square, Vector512.Create(-0.00019811053f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(0.008333088f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(-0.1666666f));
        y = Vector512.FusedMultiplyAdd(square * r, y, r);
        Vector512<float> half = n * Vector512.Create(0.5f);
        return Vector512.ConditionalSelect(Vector512.Equals(Vector512.Floor(half), half), y, -y);
    }

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x)
    {
        Vector256<float> n = Vector256.Round(x * Vector256.Create(0.318309886f));
        Vector256<float> r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-3.14159274f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(8.74227766e-08f), r);
        Vector256<float> square = r * r;
        Vector256<float> y = Vector256.FusedMultiplyAdd(Vector256.Create(2.6087894e-06f), square, Vector256.Create(-0.00019811053f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(0.008333088f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(-0.1666666f));
        y = Vector256.FusedMultiplyAdd(square * r, y, r);
        Vector256<float> half = n * Vector256.Create(0.5f);
        return Vector256.ConditionalSelect(Vector256.Equals(Vector256.Floor(half), half), y, -y);
    }

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sin(Vector128<float> x)
    {
        Vector128<float> n = Vector128.Round(x * Vector128.Create(0.318309886f));
        Vector128<float> r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-3.14159274f), x);
        r = Vector128.FusedMultiplyAdd(n, Vector128.Create(8.74227766e-08f), r);
        Vector128<float> square = r * r;
        Vector128<float> y = Vector128.FusedMultiplyAdd(Vector128.Create(2.6087894e-06f), square, Vector128.Create(-0.00019811053f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(0.008333088f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(-0.1666666f));
        y = Vector128.FusedMultiplyAdd(square * r, y, r);
        Vector128<float> half = n * Vector128.Create(0.5f);
        return Vector128.ConditionalSelect(Vector128.Equals(Vector128.Floor(half), half), y, -y);
    }

    /// <inheritdoc cref="Sin(Vector512{float})"/>
    public static float Sin(float x) => Sin(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
