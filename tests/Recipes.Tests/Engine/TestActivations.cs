using System.Runtime.Intrinsics;
using Recipes.Engine;

namespace Recipes.Tests.Engine;

/// <summary>max(x, 0), with NaN kept.</summary>
internal readonly struct TestRelu : IActivation
{
    public Vector512<float> Value(Vector512<float> x) => Vector512.ConditionalSelect(Vector512.LessThan(x, default), default, x);
    public Vector256<float> Value(Vector256<float> x) => Vector256.ConditionalSelect(Vector256.LessThan(x, default), default, x);
    public Vector128<float> Value(Vector128<float> x) => Vector128.ConditionalSelect(Vector128.LessThan(x, default), default, x);
    public Vector512<float> Derivative(Vector512<float> x) => Vector512.GreaterThan(x, default) & Vector512.Create(1f);
    public Vector256<float> Derivative(Vector256<float> x) => Vector256.GreaterThan(x, default) & Vector256.Create(1f);
    public Vector128<float> Derivative(Vector128<float> x) => Vector128.GreaterThan(x, default) & Vector128.Create(1f);
}

/// <summary>scale · x / (1 + |x|): smooth, saturating, with a knob, and exactly rounded in every width.</summary>
internal readonly struct TestSoftsign(float scale) : IActivation
{
    public Vector512<float> Value(Vector512<float> x) => Vector512.Create(scale) * x / (Vector512.Create(1f) + Vector512.Abs(x));
    public Vector256<float> Value(Vector256<float> x) => Vector256.Create(scale) * x / (Vector256.Create(1f) + Vector256.Abs(x));
    public Vector128<float> Value(Vector128<float> x) => Vector128.Create(scale) * x / (Vector128.Create(1f) + Vector128.Abs(x));

    public Vector512<float> Derivative(Vector512<float> x)
    {
        Vector512<float> d = Vector512.Create(1f) + Vector512.Abs(x);
        return Vector512.Create(scale) / (d * d);
    }

    public Vector256<float> Derivative(Vector256<float> x)
    {
        Vector256<float> d = Vector256.Create(1f) + Vector256.Abs(x);
        return Vector256.Create(scale) / (d * d);
    }

    public Vector128<float> Derivative(Vector128<float> x)
    {
        Vector128<float> d = Vector128.Create(1f) + Vector128.Abs(x);
        return Vector128.Create(scale) / (d * d);
    }
}
