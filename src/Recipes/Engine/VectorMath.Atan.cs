using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The arctangent within 3 ulp; ±π/2 at ±∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan(Vector512<float> x)
    {
        Vector512<float> size = Vector512.Abs(x);
        // Beyond tan 3π/8 of −1/x, from tan π/8 on of (x − 1) / (x + 1): what is left is at most tan π/8.
        Vector512<float> far = Vector512.GreaterThan(size, Vector512.Create(2.41421366f));
        Vector512<float> middle = Vector512.GreaterThan(size, Vector512.Create(0.414213568f));
        Vector512<float> over = Vector512.ConditionalSelect(far, Vector512.Create(-1f), Vector512.ConditionalSelect(middle, size - Vector512.Create(1f), size));
        Vector512<float> under = Vector512.ConditionalSelect(far, size, Vector512.ConditionalSelect(middle, size + Vector512.Create(1f), Vector512.Create(1f)));
        Vector512<float> u = over / under;
        Vector512<float> square = u * u;
        Vector512<float> y = Vector512.FusedMultiplyAdd(Vector512.Create(-0.060811482f), square, Vector512.Create(0.10595136f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(-0.14243738f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(0.19998483f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(-0.33333316f));
        // The rest of π/4 and π/2 beyond float goes in where it still counts.
        y = u + Vector512.FusedMultiplyAdd(u * square, y, Vector512.ConditionalSelect(far, Vector512.Create(-4.37113883e-08f), middle & Vector512.Create(-2.18556941e-08f)));
        y += Vector512.ConditionalSelect(far, Vector512.Create(1.57079637f), middle & Vector512.Create(0.785398185f));
        return Vector512.CopySign(y, x);
    }

    /// <inheritdoc cref="Atan(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atan(Vector256<float> x)
    {
        Vector256<float> size = Vector256.Abs(x);
        // Beyond tan 3π/8 of −1/x, from tan π/8 on of (x − 1) / (x + 1): what is left is at most tan π/8.
        Vector256<float> far = Vector256.GreaterThan(size, Vector256.Create(2.41421366f));
        Vector256<float> middle = Vector256.GreaterThan(size, Vector256.Create(0.414213568f));
        Vector256<float> over = Vector256.ConditionalSelect(far, Vector256.Create(-1f), Vector256.ConditionalSelect(middle, size - Vector256.Create(1f), size));
        Vector256<float> under = Vector256.ConditionalSelect(far, size, Vector256.ConditionalSelect(middle, size + Vector256.Create(1f), Vector256.Create(1f)));
        Vector256<float> u = over / under;
        Vector256<float> square = u * u;
        Vector256<float> y = Vector256.FusedMultiplyAdd(Vector256.Create(-0.060811482f), square, Vector256.Create(0.10595136f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(-0.14243738f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(0.19998483f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(-0.33333316f));
        // The rest of π/4 and π/2 beyond float goes in where it still counts.
        y = u + Vector256.FusedMultiplyAdd(u * square, y, Vector256.ConditionalSelect(far, Vector256.Create(-4.37113883e-08f), middle & Vector256.Create(-2.18556941e-08f)));
        y += Vector256.ConditionalSelect(far, Vector256.Create(1.57079637f), middle & Vector256.Create(0.785398185f));
        return Vector256.CopySign(y, x);
    }

    /// <inheritdoc cref="Atan(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Atan(Vector128<float> x)
    {
        Vector128<float> size = Vector128.Abs(x);
        // Beyond tan 3π/8 of −1/x, from tan π/8 on of (x − 1) / (x + 1): what is left is at most tan π/8.
        Vector128<float> far = Vector128.GreaterThan(size, Vector128.Create(2.41421366f));
        Vector128<float> middle = Vector128.GreaterThan(size, Vector128.Create(0.414213568f));
        Vector128<float> over = Vector128.ConditionalSelect(far, Vector128.Create(-1f), Vector128.ConditionalSelect(middle, size - Vector128.Create(1f), size));
        Vector128<float> under = Vector128.ConditionalSelect(far, size, Vector128.ConditionalSelect(middle, size + Vector128.Create(1f), Vector128.Create(1f)));
        Vector128<float> u = over / under;
        Vector128<float> square = u * u;
        Vector128<float> y = Vector128.FusedMultiplyAdd(Vector128.Create(-0.060811482f), square, Vector128.Create(0.10595136f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(-0.14243738f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(0.19998483f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(-0.33333316f));
        // The rest of π/4 and π/2 beyond float goes in where it still counts.
        y = u + Vector128.FusedMultiplyAdd(u * square, y, Vector128.ConditionalSelect(far, Vector128.Create(-4.37113883e-08f), middle & Vector128.Create(-2.18556941e-08f)));
        y += Vector128.ConditionalSelect(far, Vector128.Create(1.57079637f), middle & Vector128.Create(0.785398185f));
        return Vector128.CopySign(y, x);
    }

    /// <inheritdoc cref="Atan(Vector512{float})"/>
    public static float Atan(float x) => Atan(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
