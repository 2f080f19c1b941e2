using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>The derivative of log Γ for x ≥ 0 within 8 ulp; −∞ at 0, ∞ at ∞, NaN below 0.</summary>
    public static Vector512<float> Digamma(Vector512<float> x)
    {
        Vector512<float> tiny = Vector512.LessThan(x, Vector512.Create(0.25f));
        Vector512<float> small = Vector512.LessThan(x, Vector512.Create(1.25f));
        Vector512<float> reciprocal = Vector512.Create(1f) / x;
        // Below 3: (y − root)·P(y) with y = x, x + 1 or x + 2, less the 1/x and 1/(x + 1) that lie between; the root in two parts.
        Vector512<float> offset = x - Vector512.ConditionalSelect(tiny, Vector512.Create(-0.53836787f), Vector512.ConditionalSelect(small, Vector512.Create(0.46163213f), Vector512.Create(1.4616321f))) - Vector512.Create(1.243815e-08f);
        Vector512<float> centred = x + Vector512.ConditionalSelect(tiny, Vector512.Create(-0.125f), Vector512.ConditionalSelect(small, Vector512.Create(-1.125f), Vector512.Create(-2.125f)));
        Vector512<float> near = Vector512.FusedMultiplyAdd(Vector512.Create(0.00029345506f), centred, Vector512.Create(-0.0006071763f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.0006783632f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(-0.0014926958f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.0036980666f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(-0.008013977f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.017487966f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(-0.039393432f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.09241419f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(-0.23564178f));
        near = Vector512.FusedMultiplyAdd(near, centred, Vector512.Create(0.7543269f));
        near = Vector512.FusedMultiplyAdd(near, offset, -((small & reciprocal) + (tiny & (Vector512.Create(1f) / (x + Vector512.Create(1f))))));
        // From 3 on: the derivative of Stirling’s series.
        Vector512<float> square = reciprocal * reciprocal;
        Vector512<float> far = Vector512.FusedMultiplyAdd(Vector512.Create(-0.0029785966f), square, Vector512.Create(0.0038955666f));
        far = Vector512.FusedMultiplyAdd(far, square, Vector512.Create(-0.008331829f));
        far = Vector512.FusedMultiplyAdd(far, square, Vector512.Create(0.08333333f));
        far = Log(x) - Vector512.FusedMultiplyAdd(far, square, Vector512.Create(0.5f) * reciprocal);
        Vector512<float> result = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(3f)), near, far);
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, Vector512<float>.Zero), result, Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512.Create(float.NaN), x));
    }

    /// <inheritdoc cref="Digamma(Vector512{float})"/>
    public static Vector256<float> Digamma(Vector256<float> x)
    {
        Vector256<float> tiny = Vector256.LessThan(x, Vector256.Create(0.25f));
        Vector256<float> small = Vector256.LessThan(x, Vector256.Create(1.25f));
        Vector256<float> reciprocal = Vector256.Create(1f) / x;
        // Below 3: (y − root)·P(y) with y = x, x + 1 or x + 2, less the 1/x and 1/(x + 1) that lie between; the root in two parts.
        Vector256<float> offset = x - Vector256.ConditionalSelect(tiny, Vector256.Create(-0.53836787f), Vector256.ConditionalSelect(small, Vector256.Create(0.46163213f), Vector256.Create(1.4616321f))) - Vector256.Create(1.243815e-08f);
        Vector256<float> centred = x + Vector256.ConditionalSelect(tiny, Vector256.Create(-0.125f), Vector256.ConditionalSelect(small, Vector256.Create(-1.125f), Vector256.Create(-2.125f)));
        Vector256<float> near = Vector256.FusedMultiplyAdd(Vector256.Create(0.00029345506f), centred, Vector256.Create(-0.0006071763f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.0006783632f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(-0.0014926958f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.0036980666f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(-0.008013977f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.017487966f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(-0.039393432f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.09241419f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(-0.23564178f));
        near = Vector256.FusedMultiplyAdd(near, centred, Vector256.Create(0.7543269f));
        near = Vector256.FusedMultiplyAdd(near, offset, -((small & reciprocal) + (tiny & (Vector256.Create(1f) / (x + Vector256.Create(1f))))));
        // From 3 on: the derivative of Stirling’s series.
        Vector256<float> square = reciprocal * reciprocal;
        Vector256<float> far = Vector256.FusedMultiplyAdd(Vector256.Create(-0.0029785966f), square, Vector256.Create(0.0038955666f));
        far = Vector256.FusedMultiplyAdd(far, square, Vector256.Create(-0.008331829f));
        far = Vector256.FusedMultiplyAdd(far, square, Vector256.Create(0.08333333f));
        far = Log(x) - Vector256.FusedMultiplyAdd(far, square, Vector256.Create(0.5f) * reciprocal);
        Vector256<float> result = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(3f)), near, far);
        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(x, Vector256<float>.Zero), result, Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), Vector256.Create(float.NaN), x));
    }

    /// <inheritdoc cref="Digamma(Vector512{float})"/>
    public static Vector128<float> Digamma(Vector128<float> x)
    {
        Vector128<float> tiny = Vector128.LessThan(x, Vector128.Create(0.25f));
        Vector128<float> small = Vector128.LessThan(x, Vector128.Create(1.25f));
        Vector128<float> reciprocal = Vector128.Create(1f) / x;
        // Below 3: (y − root)·P(y) with y = x, x + 1 or x + 2, less the 1/x and 1/(x + 1) that lie between; the root in two parts.
        Vector128<float> offset = x - Vector128.ConditionalSelect(tiny, Vector128.Create(-0.53836787f), Vector128.ConditionalSelect(small, Vector128.Create(0.46163213f), Vector128.Create(1.4616321f))) - Vector128.Create(1.243815e-08f);
        Vector128<float> centred = x + Vector128.ConditionalSelect(tiny, Vector128.Create(-0.125f), Vector128.ConditionalSelect(small, Vector128.Create(-1.125f), Vector128.Create(-2.125f)));
        Vector128<float> near = Vector128.FusedMultiplyAdd(Vector128.Create(0.00029345506f), centred, Vector128.Create(-0.0006071763f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.0006783632f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(-0.0014926958f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.0036980666f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(-0.008013977f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.017487966f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(-0.039393432f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.09241419f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(-0.23564178f));
        near = Vector128.FusedMultiplyAdd(near, centred, Vector128.Create(0.7543269f));
        near = Vector128.FusedMultiplyAdd(near, offset, -((small & reciprocal) + (tiny & (Vector128.Create(1f) / (x + Vector128.Create(1f))))));
        // From 3 on: the derivative of Stirling’s series.
        Vector128<float> square = reciprocal * reciprocal;
        Vector128<float> far = Vector128.FusedMultiplyAdd(Vector128.Create(-0.0029785966f), square, Vector128.Create(0.0038955666f));
        far = Vector128.FusedMultiplyAdd(far, square, Vector128.Create(-0.008331829f));
        far = Vector128.FusedMultiplyAdd(far, square, Vector128.Create(0.08333333f));
        far = Log(x) - Vector128.FusedMultiplyAdd(far, square, Vector128.Create(0.5f) * reciprocal);
        Vector128<float> result = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(3f)), near, far);
        return Vector128.ConditionalSelect(Vector128.GreaterThanOrEqual(x, Vector128<float>.Zero), result, Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), Vector128.Create(float.NaN), x));
    }

    /// <inheritdoc cref="Digamma(Vector512{float})"/>
    public static float Digamma(float x) => Digamma(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
