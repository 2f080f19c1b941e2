using System.Runtime.Intrinsics;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>log(1 − eˣ) within 4 ulp up to −10⁻³⁷; −∞ at 0, 0 at −∞, NaN above 0.</summary>
    public static Vector512<float> Log1mExp(Vector512<float> x)
    {
        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(-0.693147182f)), Log(-Expm1(x)), Log1p(-Exp(x)));
    }

    /// <inheritdoc cref="Log1mExp(Vector512{float})"/>
    public static Vector256<float> Log1mExp(Vector256<float> x)
    {
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(-0.693147182f)), Log(-Expm1(x)), Log1p(-Exp(x)));
    }

    /// <inheritdoc cref="Log1mExp(Vector512{float})"/>
    public static Vector128<float> Log1mExp(Vector128<float> x)
    {
        return Vector128.ConditionalSelect(Vector128.GreaterThan(x, Vector128.Create(-0.693147182f)), Log(-Expm1(x)), Log1p(-Exp(x)));
    }

    /// <inheritdoc cref="Log1mExp(Vector512{float})"/>
    public static float Log1mExp(float x) => Log1mExp(Vector128.CreateScalarUnsafe(x)).ToScalar();
}
