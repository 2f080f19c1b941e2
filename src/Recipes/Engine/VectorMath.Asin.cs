using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The arcsine within 3 ulp; ±π/2 at ±1, NaN beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asin(Vector512<float> x)
    {
        Vector512<float> size = Vector512.Abs(x);
        // Beyond a half: asin x = π/2 − 2·asin √((1 − x) / 2).
        Vector512<float> far = Vector512.GreaterThan(size, Vector512.Create(0.5f));
        Vector512<float> square = Vector512.ConditionalSelect(far, Vector512.FusedMultiplyAdd(Vector512.Create(-0.5f), size, Vector512.Create(0.5f)), size * size);
        Vector512<float> root = Vector512.ConditionalSelect(far, Vector512.Sqrt(square), size);
        Vector512<float> y = Vector512.FusedMultiplyAdd(Vector512.Create(0.0422305316f), square, Vector512.Create(0.0241409987f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(0.0454783402f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(0.0749523267f));
        y = Vector512.FusedMultiplyAdd(y, square, Vector512.Create(0.166667536f));
        y = Vector512.FusedMultiplyAdd(root * square, y, root);
        y = Vector512.ConditionalSelect(far, Vector512.Create(1.57079637f) - Vector512.FusedMultiplyAdd(Vector512.Create(2f), y, Vector512.Create(4.37113883e-08f)), y);
        return Vector512.CopySign(y, x);
    }

    /// <inheritdoc cref="Asin(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Asin(Vector256<float> x)
    {
        Vector256<float> size = Vector256.Abs(x);
        // Beyond a half: asin x = π/2 − 2·asin √((1 − x) / 2).
        Vector256<float> far = Vector256.GreaterThan(size, Vector256.Create(0.5f));
        Vector256<float> square = Vector256.ConditionalSelect(far, Vector256.FusedMultiplyAdd(Vector256.Create(-0.5f), size, Vector256.Create(0.5f)), size * size);
        Vector256<float> root = Vector256.ConditionalSelect(far, Vector256.Sqrt(square), size);
        Vector256<float> y = Vector256.FusedMultiplyAdd(Vector256.Create(0.0422305316f), square, Vector256.Create(0.0241409987f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(0.0454783402f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(0.0749523267f));
        y = Vector256.FusedMultiplyAdd(y, square, Vector256.Create(0.166667536f));
        y = Vector256.FusedMultiplyAdd(root * square, y, root);
        y = Vector256.ConditionalSelect(far, Vector256.Create(1.57079637f) - Vector256.FusedMultiplyAdd(Vector256.Create(2f), y, Vector256.Create(4.37113883e-08f)), y);
        return Vector256.CopySign(y, x);
    }

    /// <inheritdoc cref="Asin(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Asin(Vector128<float> x)
    {
        Vector128<float> size = Vector128.Abs(x);
        // Beyond a half: asin x = π/2 − 2·asin √((1 − x) / 2).
        Vector128<float> far = Vector128.GreaterThan(size, Vector128.Create(0.5f));
        Vector128<float> square = Vector128.ConditionalSelect(far, Vector128.FusedMultiplyAdd(Vector128.Create(-0.5f), size, Vector128.Create(0.5f)), size * size);
        Vector128<float> root = Vector128.ConditionalSelect(far, Vector128.Sqrt(square), size);
        Vector128<float> y = Vector128.FusedMultiplyAdd(Vector128.Create(0.0422305316f), square, Vector128.Create(0.0241409987f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(0.0454783402f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(0.0749523267f));
        y = Vector128.FusedMultiplyAdd(y, square, Vector128.Create(0.166667536f));
        y = Vector128.FusedMultiplyAdd(root * square, y, root);
        y = Vector128.ConditionalSelect(far, Vector128.Create(1.57079637f) - Vector128.FusedMultiplyAdd(Vector128.Create(2f), y, Vector128.Create(4.37113883e-08f)), y);
        return Vector128.CopySign(y, x);
    }

    /// <inheritdoc cref="Asin(Vector512{float})"/>
    public static float Asin(float x) => Asin(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
