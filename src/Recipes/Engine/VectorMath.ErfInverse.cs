using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The number whose error function is x, within 5 ulp; ±∞ at ±1, NaN beyond.</summary>
    public static Vector512<float> ErfInverse(Vector512<float> x)
    {
        // x times a function of −log(1 − x²).
        Vector512<float> w = -Log((Vector512.Create(1f) - x) * (Vector512.Create(1f) + x));
        Vector512<float> near = Vector512.FusedMultiplyAdd(Vector512.Create(6.5156941e-10f), w, Vector512.Create(-2.49979557e-08f));
        near = Vector512.FusedMultiplyAdd(near, w, Vector512.Create(3.92149559e-07f));
        near = Vector512.FusedMultiplyAdd(near, w, Vector512.Create(-2.97536963e-06f));
        near = Vector512.FusedMultiplyAdd(near, w, Vector512.Create(7.50181061e-06f));
        near = Vector512.FusedMultiplyAdd(near, w, Vector512.Create(3.69059744e-05f));
        near = Vector512.FusedMultiplyAdd(near, w, Vector512.Create(-0.00011734508f));
        near = Vector512.FusedMultiplyAdd(near, w, Vector512.Create(-0.00234199595f));
        near = Vector512.FusedMultiplyAdd(near, w, Vector512.Create(0.011551626f));
        near = Vector512.FusedMultiplyAdd(near, w, Vector512.Create(0.232013375f));
        near = Vector512.FusedMultiplyAdd(near, w, Vector512.Create(0.886226952f));
        Vector512<float> root = Vector512.Sqrt(w);
        Vector512<float> centred = (Vector512.Create(1f) / root) - Vector512.Create(0.25f);
        Vector512<float> far = Vector512.FusedMultiplyAdd(Vector512.Create(-415.467285f), centred, Vector512.Create(-415.033386f));
        far = Vector512.FusedMultiplyAdd(far, centred, Vector512.Create(-1.79308045f));
        far = Vector512.FusedMultiplyAdd(far, centred, Vector512.Create(28.5202808f));
        far = Vector512.FusedMultiplyAdd(far, centred, Vector512.Create(6.71017456f));
        far = Vector512.FusedMultiplyAdd(far, centred, Vector512.Create(-0.503656924f));
        far = Vector512.FusedMultiplyAdd(far, centred, Vector512.Create(0.561623037f));
        far = Vector512.FusedMultiplyAdd(far, centred, Vector512.Create(0.080446519f));
        far = Vector512.FusedMultiplyAdd(far, centred, Vector512.Create(-0.198182106f));
        far = Vector512.FusedMultiplyAdd(far, centred, Vector512.Create(0.959946036f));
        return x * Vector512.ConditionalSelect(Vector512.LessThan(w, Vector512.Create(6f)), near, far * root);
    }

    /// <inheritdoc cref="ErfInverse(Vector512{float})"/>
    public static Vector256<float> ErfInverse(Vector256<float> x)
    {
        // x times a function of −log(1 − x²).
        Vector256<float> w = -Log((Vector256.Create(1f) - x) * (Vector256.Create(1f) + x));
        Vector256<float> near = Vector256.FusedMultiplyAdd(Vector256.Create(6.5156941e-10f), w, Vector256.Create(-2.49979557e-08f));
        near = Vector256.FusedMultiplyAdd(near, w, Vector256.Create(3.92149559e-07f));
        near = Vector256.FusedMultiplyAdd(near, w, Vector256.Create(-2.97536963e-06f));
        near = Vector256.FusedMultiplyAdd(near, w, Vector256.Create(7.50181061e-06f));
        near = Vector256.FusedMultiplyAdd(near, w, Vector256.Create(3.69059744e-05f));
        near = Vector256.FusedMultiplyAdd(near, w, Vector256.Create(-0.00011734508f));
        near = Vector256.FusedMultiplyAdd(near, w, Vector256.Create(-0.00234199595f));
        near = Vector256.FusedMultiplyAdd(near, w, Vector256.Create(0.011551626f));
        near = Vector256.FusedMultiplyAdd(near, w, Vector256.Create(0.232013375f));
        near = Vector256.FusedMultiplyAdd(near, w, Vector256.Create(0.886226952f));
        Vector256<float> root = Vector256.Sqrt(w);
        Vector256<float> centred = (Vector256.Create(1f) / root) - Vector256.Create(0.25f);
        Vector256<float> far = Vector256.FusedMultiplyAdd(Vector256.Create(-415.467285f), centred, Vector256.Create(-415.033386f));
        far = Vector256.FusedMultiplyAdd(far, centred, Vector256.Create(-1.79308045f));
        far = Vector256.FusedMultiplyAdd(far, centred, Vector256.Create(28.5202808f));
        far = Vector256.FusedMultiplyAdd(far, centred, Vector256.Create(6.71017456f));
        far = Vector256.FusedMultiplyAdd(far, centred, Vector256.Create(-0.503656924f));
        far = Vector256.FusedMultiplyAdd(far, centred, Vector256.Create(0.561623037f));
        far = Vector256.FusedMultiplyAdd(far, centred, Vector256.Create(0.080446519f));
        far = Vector256.FusedMultiplyAdd(far, centred, Vector256.Create(-0.198182106f));
        far = Vector256.FusedMultiplyAdd(far, centred, Vector256.Create(0.959946036f));
        return x * Vector256.ConditionalSelect(Vector256.LessThan(w, Vector256.Create(6f)), near, far * root);
    }

    /// <inheritdoc cref="ErfInverse(Vector512{float})"/>
    public static Vector128<float> ErfInverse(Vector128<float> x)
    {
        // x times a function of −log(1 − x²).
        Vector128<float> w = -Log((Vector128.Create(1f) - x) * (Vector128.Create(1f) + x));
        Vector128<float> near = Vector128.FusedMultiplyAdd(Vector128.Create(6.5156941e-10f), w, Vector128.Create(-2.49979557e-08f));
        near = Vector128.FusedMultiplyAdd(near, w, Vector128.Create(3.92149559e-07f));
        near = Vector128.FusedMultiplyAdd(near, w, Vector128.Create(-2.97536963e-06f));
        near = Vector128.FusedMultiplyAdd(near, w, Vector128.Create(7.50181061e-06f));
        near = Vector128.FusedMultiplyAdd(near, w, Vector128.Create(3.69059744e-05f));
        near = Vector128.FusedMultiplyAdd(near, w, Vector128.Create(-0.00011734508f));
        near = Vector128.FusedMultiplyAdd(near, w, Vector128.Create(-0.00234199595f));
        near = Vector128.FusedMultiplyAdd(near, w, Vector128.Create(0.011551626f));
        near = Vector128.FusedMultiplyAdd(near, w, Vector128.Create(0.232013375f));
        near = Vector128.FusedMultiplyAdd(near, w, Vector128.Create(0.886226952f));
        Vector128<float> root = Vector128.Sqrt(w);
        Vector128<float> centred = (Vector128.Create(1f) / root) - Vector128.Create(0.25f);
        Vector128<float> far = Vector128.FusedMultiplyAdd(Vector128.Create(-415.467285f), centred, Vector128.Create(-415.033386f));
        far = Vector128.FusedMultiplyAdd(far, centred, Vector128.Create(-1.79308045f));
        far = Vector128.FusedMultiplyAdd(far, centred, Vector128.Create(28.5202808f));
        far = Vector128.FusedMultiplyAdd(far, centred, Vector128.Create(6.71017456f));
        far = Vector128.FusedMultiplyAdd(far, centred, Vector128.Create(-0.503656924f));
        far = Vector128.FusedMultiplyAdd(far, centred, Vector128.Create(0.561623037f));
        far = Vector128.FusedMultiplyAdd(far, centred, Vector128.Create(0.080446519f));
        far = Vector128.FusedMultiplyAdd(far, centred, Vector128.Create(-0.198182106f));
        far = Vector128.FusedMultiplyAdd(far, centred, Vector128.Create(0.959946036f));
        return x * Vector128.ConditionalSelect(Vector128.LessThan(w, Vector128.Create(6f)), near, far * root);
    }

    /// <inheritdoc cref="ErfInverse(Vector512{float})"/>
    public static float ErfInverse(float x) => ErfInverse(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
