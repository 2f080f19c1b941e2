using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>log Γ(x) for x ≥ 0 within 6 ulp; 0 at 1 and 2 exactly, ∞ at 0 and at ∞, NaN below 0.</summary>
    public static Vector512<float> LogGamma(Vector512<float> x)
    {
        Vector512<float> tiny = Vector512.LessThan(x, Vector512.Create(0.25f));
        Vector512<float> small = Vector512.LessThan(x, Vector512.Create(1.25f));
        // Below 3: (y − 2)·P(y) with y = x, x + 1 or x + 2, less the logarithm of what that multiplies Γ by.
        Vector512<float> logarithm = Log(Vector512.ConditionalSelect(tiny, Vector512.FusedMultiplyAdd(x, x, x), x));
        Vector512<float> offset = x - Vector512.ConditionalSelect(tiny, Vector512<float>.Zero, Vector512.ConditionalSelect(small, Vector512.Create(1f), Vector512.Create(2f)));
        Vector512<float> centred = offset - Vector512.Create(0.125f);
        Vector512<float> near = Vector512.FusedMultiplyAdd(Vector512.Create(-4.700916e-05f), centred, Vector512.Create(8.5912325e-05f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(-0.00010775481f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.00031044902f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(-0.0008464972f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.0021491982f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(-0.0058231824f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.017296072f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(-0.060274854f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.30653936f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.4620788f));
        near = Vector512.FusedMultiplyAdd(near, offset, -(small & logarithm));
        // From 3 on: Stirling’s series.
        Vector512<float> reciprocal = Vector512.Create(1f) / x;
        Vector512<float> square = reciprocal * reciprocal;
        Vector512<float> far = Vector512.FusedMultiplyAdd(Vector512.Create(-0.0004562639f), square, Vector512.Create(0.00078504044f));
        far = Vector512.FusedMultiplyAdd(far, square, Vector512.Create(-0.0027776011f));
        far = Vector512.FusedMultiplyAdd(far, square, Vector512.Create(0.083333336f));
        far = Vector512.FusedMultiplyAdd(x - Vector512.Create(0.5f), logarithm - Vector512.Create(1f), Vector512.FusedMultiplyAdd(far, reciprocal, Vector512.Create(0.418938547f)));
        Vector512<float> result = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(3f)), near, far);
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, Vector512<float>.Zero), result, Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512.Create(float.NaN), x));
    }

    /// <inheritdoc cref="LogGamma(Vector512{float})"/>
    public static Vector256<float> LogGamma(Vector256<float> x)
    {
        Vector256<float> tiny = Vector256.LessThan(x, Vector256.Create(0.25f));
        Vector256<float> small = Vector256.LessThan(x, Vector256.Create(1.25f));
        // Below 3: (y − 2)·P(y) with y = x, x + 1 or x + 2, less the logarithm of what that multiplies Γ by.
        Vector256<float> logarithm = Log(Vector256.ConditionalSelect(tiny, Vector256.FusedMultiplyAdd(x, x, x), x));
        Vector256<float> offset = x - Vector256.ConditionalSelect(tiny, Vector256<float>.Zero, Vector256.ConditionalSelect(small, Vector256.Create(1f), Vector256.Create(2f)));
        Vector256<float> centred = offset - Vector256.Create(0.125f);
        Vector256<float> near = Vector256.FusedMultiplyAdd(Vector256.Create(-4.700916e-05f), centred, Vector256.Create(8.5912325e-05f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(-0.00010775481f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.00031044902f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(-0.0008464972f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.0021491982f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(-0.0058231824f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.017296072f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(-0.060274854f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.30653936f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.4620788f));
        near = Vector256.FusedMultiplyAdd(near, offset, -(small & logarithm));
        // From 3 on: Stirling’s series.
        Vector256<float> reciprocal = Vector256.Create(1f) / x;
        Vector256<float> square = reciprocal * reciprocal;
        Vector256<float> far = Vector256.FusedMultiplyAdd(Vector256.Create(-0.0004562639f), square, Vector256.Create(0.00078504044f));
        far = Vector256.FusedMultiplyAdd(far, square, Vector256.Create(-0.0027776011f));
        far = Vector256.FusedMultiplyAdd(far, square, Vector256.Create(0.083333336f));
        far = Vector256.FusedMultiplyAdd(x - Vector256.Create(0.5f), logarithm - Vector256.Create(1f), Vector256.FusedMultiplyAdd(far, reciprocal, Vector256.Create(0.418938547f)));
        Vector256<float> result = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(3f)), near, far);
        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(x, Vector256<float>.Zero), result, Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), Vector256.Create(float.NaN), x));
    }

    /// <inheritdoc cref="LogGamma(Vector512{float})"/>
    public static Vector128<float> LogGamma(Vector128<float> x)
    {
        Vector128<float> tiny = Vector128.LessThan(x, Vector128.Create(0.25f));
        Vector128<float> small = Vector128.LessThan(x, Vector128.Create(1.25f));
        // Below 3: (y − 2)·P(y) with y = x, x + 1 or x + 2, less the logarithm of what that multiplies Γ by.
        Vector128<float> logarithm = Log(Vector128.ConditionalSelect(tiny, Vector128.FusedMultiplyAdd(x, x, x), x));
        Vector128<float> offset = x - Vector128.ConditionalSelect(tiny, Vector128<float>.Zero, Vector128.ConditionalSelect(small, Vector128.Create(1f), Vector128.Create(2f)));
        Vector128<float> centred = offset - Vector128.Create(0.125f);
        Vector128<float> near = Vector128.FusedMultiplyAdd(Vector128.Create(-4.700916e-05f), centred, Vector128.Create(8.5912325e-05f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(-0.00010775481f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.00031044902f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(-0.0008464972f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.0021491982f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(-0.0058231824f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.017296072f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(-0.060274854f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.30653936f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.4620788f));
        near = Vector128.FusedMultiplyAdd(near, offset, -(small & logarithm));
        // From 3 on: Stirling’s series.
        Vector128<float> reciprocal = Vector128.Create(1f) / x;
        Vector128<float> square = reciprocal * reciprocal;
        Vector128<float> far = Vector128.FusedMultiplyAdd(Vector128.Create(-0.0004562639f), square, Vector128.Create(0.00078504044f));
        far = Vector128.FusedMultiplyAdd(far, square, Vector128.Create(-0.0027776011f));
        far = Vector128.FusedMultiplyAdd(far, square, Vector128.Create(0.083333336f));
        far = Vector128.FusedMultiplyAdd(x - Vector128.Create(0.5f), logarithm - Vector128.Create(1f), Vector128.FusedMultiplyAdd(far, reciprocal, Vector128.Create(0.418938547f)));
        Vector128<float> result = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(3f)), near, far);
        return Vector128.ConditionalSelect(Vector128.GreaterThanOrEqual(x, Vector128<float>.Zero), result, Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), Vector128.Create(float.NaN), x));
    }

    /// <inheritdoc cref="LogGamma(Vector512{float})"/>
    public static float LogGamma(float x) => LogGamma(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
