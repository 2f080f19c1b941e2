using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The probability that a standard normal number is at most x, within 7 ulp, in the lower tail too; 0 at −∞, 1 at ∞.</summary>
    public static Vector512<float> NormalCdf(Vector512<float> x)
    {
        Vector512<float> size = Vector512.MinNative(Vector512.Create(14.5f), Vector512.Abs(x));
        // The tail is e^(−x²/2) times a slowly varying factor; what rounding takes from x² is made good.
        Vector512<float> square = size * size;
        Vector512<float> lost = Vector512.FusedMultiplyAdd(size, size, -square);
        Vector512<float> bell = Exp(Vector512.Create(-0.5f) * square);
        bell = Vector512.FusedMultiplyAdd(Vector512.Create(-0.5f) * lost, bell, bell);
        Vector512<float> t = Vector512.Create(1f) / Vector512.FusedMultiplyAdd(Vector512.Create(0.3f), size, Vector512.Create(1f));
        Vector512<float> y = Vector512.FusedMultiplyAdd(Vector512.Create(-0.020623552f), t, Vector512.Create(0.11243606f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(-0.22821465f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(0.19178593f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(-0.079424635f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(0.09615744f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(0.07838944f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(0.11023547f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(0.11957181f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(0.11968669f));
        Vector512<float> tail = bell * (t * y);
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), tail, Vector512.Create(1f) - tail);
    }

    /// <inheritdoc cref="NormalCdf(Vector512{float})"/>
    public static Vector256<float> NormalCdf(Vector256<float> x)
    {
        Vector256<float> size = Vector256.MinNative(Vector256.Create(14.5f), Vector256.Abs(x));
        // The tail is e^(−x²/2) times a slowly varying factor; what rounding takes from x² is made good.
        Vector256<float> square = size * size;
        Vector256<float> lost = Vector256.FusedMultiplyAdd(size, size, -square);
        Vector256<float> bell = Exp(Vector256.Create(-0.5f) * square);
        bell = Vector256.FusedMultiplyAdd(Vector256.Create(-0.5f) * lost, bell, bell);
        Vector256<float> t = Vector256.Create(1f) / Vector256.FusedMultiplyAdd(Vector256.Create(0.3f), size, Vector256.Create(1f));
        Vector256<float> y = Vector256.FusedMultiplyAdd(Vector256.Create(-0.020623552f), t, Vector256.Create(0.11243606f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(-0.22821465f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(0.19178593f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(-0.079424635f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(0.09615744f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(0.07838944f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(0.11023547f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(0.11957181f));
        y = Vector256.FusedMultiplyAdd(y, t, Vector256.Create(0.11968669f));
        Vector256<float> tail = bell * (t * y);
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), tail, Vector256.Create(1f) - tail);
    }

    /// <inheritdoc cref="NormalCdf(Vector512{float})"/>
    public static Vector128<float> NormalCdf(Vector128<float> x)
    {
        Vector128<float> size = Vector128.MinNative(Vector128.Create(14.5f), Vector128.Abs(x));
        // The tail is e^(−x²/2) times a slowly varying factor; what rounding takes from x² is made good.
        Vector128<float> square = size * size;
        Vector128<float> lost = Vector128.FusedMultiplyAdd(size, size, -square);
        Vector128<float> bell = Exp(Vector128.Create(-0.5f) * square);
        bell = Vector128.FusedMultiplyAdd(Vector128.Create(-0.5f) * lost, bell, bell);
        Vector128<float> t = Vector128.Create(1f) / Vector128.FusedMultiplyAdd(Vector128.Create(0.3f), size, Vector128.Create(1f));
        Vector128<float> y = Vector128.FusedMultiplyAdd(Vector128.Create(-0.020623552f), t, Vector128.Create(0.11243606f));
        y = Vector128.FusedMultiplyAdd(y, t, Vector128.Create(-0.22821465f));
        y = Vector128.FusedMultiplyAdd(y, t, Vector128.Create(0.19178593f));
        y = Vector128.FusedMultiplyAdd(y, t, Vector128.Create(-0.079424635f));
        y = Vector128.FusedMultiplyAdd(y, t, Vector128.Create(0.09615744f));
        y = Vector128.FusedMultiplyAdd(y, t, Vector128.Create(0.07838944f));
        y = Vector128.FusedMultiplyAdd(y, t, Vector128.Create(0.11023547f));
        y = Vector128.FusedMultiplyAdd(y, t, Vector128.Create(0.11957181f));
        y = Vector128.FusedMultiplyAdd(y, t, Vector128.Create(0.11968669f));
        Vector128<float> tail = bell * (t * y);
        return Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), tail, Vector128.Create(1f) - tail);
    }

    /// <inheritdoc cref="NormalCdf(Vector512{float})"/>
    public static float NormalCdf(float x) => NormalCdf(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
